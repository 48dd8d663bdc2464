"""A drawing of six lines for tests of tools, and the mouse on it in px of the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def row(y: float) -> Stroke:
    return Stroke(Curve.line((20, y), (100, y)), 2.0)


ROWS = Drawing(
    120,
    80,
    (
        Layer("Below", (row(10), row(20))),
        Layer("Locked", (row(30),), locked=True),
        Layer("Hidden", (row(40),), visible=False),
        Layer("Above", (row(50), row(60))),
    ),
)


def place(window, x: float, y: float) -> QPoint:
    """The px of the canvas nearest to a point of the sheet."""
    return window.canvas.view.to_canvas(QPointF(x, y)).toPoint()


def click(window, x: float, y: float, modifier=NONE) -> None:
    QTest.mouseClick(window.canvas, LEFT, modifier, place(window, x, y))


def drag(window, start, end, modifier=NONE, *, release=True) -> None:
    """From one point of the sheet to another, by way of their middle."""
    canvas = window.canvas
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    QTest.mousePress(canvas, LEFT, modifier, place(window, *start))
    for point in (middle, end):
        QTest.mouseMove(canvas, place(window, *point))
    if release:
        QTest.mouseRelease(canvas, LEFT, modifier, place(window, *end))


def strokes(window) -> list[Stroke]:
    return list(window.session.sheet.shown.strokes)


def selected(window) -> set[int]:
    return set(window.session.selection.marked.selected)
