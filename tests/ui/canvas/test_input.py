"""One press, one gesture: released, cancelled, panned past; and what others paint on the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from taureau.ui.canvas.tool import Gesture, Tool

from tests.ui.sheets import ROWS

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
HERE, THERE = QPoint(200, 150), QPoint(240, 170)


@pytest.fixture
def opened(bench):
    bench.open(ROWS)
    return bench


class Log(Tool, Gesture):
    """A tool, and its own gesture, that notes what happens to it."""

    def __init__(self):
        self.said = []

    def cursor(self, at):
        return Qt.CursorShape.CrossCursor

    def press(self, at):
        self.said.append(("press", at.on_canvas.toPoint(), at.shift))
        return self

    def move(self, at):
        self.said.append(("move", at.on_canvas.toPoint(), at.shift))

    def release(self, at):
        self.said.append(("release", at.on_canvas.toPoint(), at.shift))

    def cancel(self):
        self.said.append("cancel")

    def deactivate(self):
        self.said.append("deactivate")


def test_a_press_begins_one_gesture_that_the_release_ends(opened):
    canvas, log = opened.canvas, Log()
    before = canvas.view
    canvas.input.set_tool(log)
    QTest.mousePress(canvas, LEFT, NONE, HERE)
    QTest.mousePress(canvas, MIDDLE, NONE, HERE)  # one at a time
    QTest.mouseMove(canvas, THERE)
    QTest.mouseRelease(canvas, MIDDLE, NONE, THERE)
    QTest.mouseRelease(canvas, LEFT, NONE, THERE)
    QTest.mouseMove(canvas, HERE)
    assert log.said == [("press", HERE, False), ("move", THERE, False), ("release", THERE, False)]
    assert canvas.view == before


def test_escape_cancels_and_nothing_else_is_let_go(with_photo):
    canvas, log = with_photo.canvas, Log()
    canvas.input.set_tool(log)
    with_photo.session.sheet.level = 3
    QTest.mousePress(canvas, LEFT, NONE, HERE)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, THERE)
    assert log.said == [("press", HERE, False), "cancel"]
    assert with_photo.session.sheet.level == 3


def test_another_tool_cancels_what_is_under_way(opened):
    canvas, log = opened.canvas, Log()
    canvas.input.set_tool(log)
    QTest.mousePress(canvas, LEFT, NONE, HERE)
    canvas.input.set_tool(Tool())
    assert log.said[1:] == ["cancel", "deactivate"]
    QTest.mouseRelease(canvas, LEFT, NONE, THERE)
    assert len(log.said) == 3


def test_a_key_held_in_the_middle_is_felt(opened):
    canvas, log = opened.canvas, Log()
    canvas.input.set_tool(log)
    QTest.mouseMove(canvas, HERE)
    QTest.mousePress(canvas, LEFT, NONE, HERE)
    QTest.mouseMove(canvas, THERE)
    QTest.keyPress(canvas, Qt.Key.Key_Shift)
    QTest.keyRelease(canvas, Qt.Key.Key_Shift)
    assert log.said[-2:] == [("move", THERE, True), ("move", THERE, False)]


def test_space_moves_the_sheet_with_any_tool(opened):
    canvas, log = opened.canvas, Log()
    canvas.input.set_tool(log)
    QTest.mouseMove(canvas, HERE)
    assert canvas.cursor().shape() is Qt.CursorShape.CrossCursor
    before = canvas.view
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    QTest.mousePress(canvas, LEFT, NONE, HERE)
    QTest.mouseMove(canvas, THERE)
    QTest.mouseRelease(canvas, LEFT, NONE, THERE)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view == before.moved(QPointF(THERE - HERE))
    assert log.said == []
    assert canvas.cursor().shape() is Qt.CursorShape.CrossCursor


def test_a_moved_sheet_goes_back_on_escape(opened):
    canvas, before = opened.canvas, opened.canvas.view
    QTest.mousePress(canvas, MIDDLE, NONE, HERE)
    QTest.mouseMove(canvas, THERE)
    assert canvas.view != before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.view == before
    assert canvas.viewport.fitted


def test_others_paint_below_and_above_the_ink(opened):
    from taureau.document import Drawing, Layer, Stroke
    from taureau.geometry import Curve

    line = Stroke(Curve.line((20, 40), (100, 40)), 6.0)
    opened.session.sheet.set_drawing(Drawing(120, 80, (Layer("a", (line,)),)))
    canvas = opened.canvas

    def colours() -> tuple[str, str]:
        picture = canvas.grab().toImage()
        on, off = (canvas.view.to_canvas(QPointF(60, y)).toPoint() for y in (40, 20))
        return picture.pixelColor(on).name(), picture.pixelColor(off).name()

    canvas.add_painter(
        "below the ink", lambda painter, view: painter.fillRect(QRectF(canvas.rect()), QColor("#00ff00"))
    )
    assert colours() == ("#141414", "#00ff00")
    canvas.add_painter(
        "above the ink", lambda painter, view: painter.fillRect(QRectF(canvas.rect()), QColor("#0000ff"))
    )
    assert colours() == ("#0000ff", "#0000ff")
