"""Pens in the window: a tablet's pressure, the panel, widths by the node tool, and what is seen as it is saved."""

from __future__ import annotations

import io
import math
from dataclasses import replace

import numpy as np
import pytest
import resvg_py
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from taureau.document import PENS, SHAPES, Drawing, Layer, Stroke, drawing_to_svg
from taureau.geometry import Curve, Profile
from taureau.ui.canvas.ink import Line

from tests.ui.sheets import LEFT, click, drag, place, strokes

ALT = Qt.KeyboardModifier.AltModifier
WAVE = [(10 + x, 65 + 8 * math.sin(x / 12)) for x in range(0, 100, 2)]


def tablet(window, kind: QEvent.Type, point: tuple[float, float], pressure: float) -> QTabletEvent:
    at = QPointF(place(window, *point))
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        at,
        QPointF(window.canvas.mapToGlobal(at.toPoint())),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
    )
    QApplication.sendEvent(window.canvas, event)
    return event


def draw_by_tablet(window, pressures) -> Stroke:
    before = {stroke.id for stroke in strokes(window)}
    tablet(window, QEvent.Type.TabletPress, WAVE[0], pressures[0])
    for point, pressure in zip(WAVE[1:], pressures[1:], strict=True):
        tablet(window, QEvent.Type.TabletMove, point, pressure)
    tablet(window, QEvent.Type.TabletRelease, WAVE[-1], pressures[-1])
    (drawn,) = (stroke for stroke in strokes(window) if stroke.id not in before)
    return drawn


def test_a_tablets_pressure_is_the_width_of_a_brush(rows):
    QTest.keyClick(rows, Qt.Key.Key_P)
    rows.pen.set_kind("brush")
    light, heavy, rising = (
        draw_by_tablet(rows, pressures)
        for pressures in ([0.1] * len(WAVE), [1.0] * len(WAVE), np.linspace(0.1, 1.0, len(WAVE)).tolist())
    )
    assert {light.pen, heavy.pen, rising.pen} == {"brush"}
    assert heavy.profile.widest > 2 * light.profile.widest
    shape = rising.profile.at([0.2, 0.7]) / heavy.profile.at([0.2, 0.7])
    assert shape[1] > 1.5 * shape[0]


def test_plain_ink_keeps_its_width_under_any_pressure(rows):
    QTest.keyClick(rows, Qt.Key.Key_P)
    assert draw_by_tablet(rows, np.linspace(0.1, 1.0, len(WAVE)).tolist()).profile is None


def test_a_hovering_pen_is_a_mouse(rows):
    QTest.keyClick(rows, Qt.Key.Key_P)
    assert not tablet(rows, QEvent.Type.TabletMove, WAVE[0], 0.0).isAccepted()


def pen_rows(window):
    return window.strokes_panel.stroke_style.pens


def choose(field, index: int) -> None:
    field.setCurrentIndex(index)
    field.activated.emit(index)


def test_the_panel_changes_pen_and_shape_of_the_selected(rows):
    QTest.keyClick(rows, Qt.Key.Key_V)
    click(rows, 60, 10)
    width = strokes(rows)[0].width
    choose(pen_rows(rows).pen, 1 + list(PENS).index("charcoal"))
    assert strokes(rows)[0].pen == "charcoal"
    assert strokes(rows)[0].width == pytest.approx(width * PENS["charcoal"].width)
    choose(pen_rows(rows).shape, list(SHAPES).index("taper out"))
    assert strokes(rows)[0].profile == SHAPES["taper out"]
    choose(pen_rows(rows).pen, 0)
    assert (strokes(rows)[0].pen, strokes(rows)[0].profile) == (None, None)
    assert strokes(rows)[0].width == pytest.approx(width)
    rows.verbs.undo.trigger()
    assert strokes(rows)[0].profile == SHAPES["taper out"]


@pytest.fixture
def profiled(rows):
    """The node tool, and the first line, which is 80 px long, selected with a profile of three points."""
    QTest.keyClick(rows, Qt.Key.Key_N)
    click(rows, 60, 10)
    profile = Profile(((0.0, 1.0), (0.3, 1.0), (1.0, 1.0)))
    rows.toolbox.node._editing.pens.set_profile(0, profile)
    return rows


def handle_of(window, point: int) -> tuple[float, float]:
    handles = window.toolbox.node._widths._handles()
    return next(tuple(handle.tip.tolist()) for handle in handles if handle.point == point)


def test_a_width_is_dragged(profiled):
    x, y = handle_of(profiled, 1)
    away = 1 if y > 10 else -1
    drag(profiled, (x, y), (x, y + 4 * away))
    stroke = strokes(profiled)[0]
    grown = stroke.profile.points[1][1] - 1.0
    assert grown * stroke.width / 2 == pytest.approx(4, abs=0.5)
    assert profiled.verbs.undo.text() == "&Undo set the widths of 1 stroke"
    assert stroke.curve == Curve.line((20, 10), (100, 10))


def test_a_width_is_added_and_removed(profiled):
    QTest.mouseDClick(profiled.canvas, LEFT, ALT, place(profiled, 80, 10))
    shares = [share for share, _ in strokes(profiled)[0].profile.points]
    assert shares == pytest.approx([0.0, 0.3, 0.75, 1.0], abs=0.02)
    QTest.mouseDClick(profiled.canvas, LEFT, ALT, place(profiled, *handle_of(profiled, 1)))
    assert len(strokes(profiled)[0].profile.points) == 3


@pytest.mark.parametrize("pen", [None, *PENS])
def test_it_is_seen_as_another_program_shows_the_file(qtbot, pen):
    """Less than 0.1 % of the pixels differ by more than an eighth of the range."""
    random = np.random.default_rng(5)
    legs = random.uniform(-40, 60, (12, 4, 2))
    lines = [
        Curve(start + np.cumsum(leg, axis=0)) for start, leg in zip(random.uniform(20, 380, (12, 2)), legs, strict=True)
    ]
    width = 2.4 * (PENS[pen].width if pen else 1.0)
    made = [
        Stroke(line, width, profile=PENS[pen].profile(line, width) if pen else SHAPES["swell"], pen=pen)
        for line in lines
    ]
    drawing = Drawing(400, 400, (Layer("one", tuple(made)),))
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, stroke in enumerate(drawing.strokes):
        Line.of(index, stroke).paint(painter)
    painter.end()
    seen = np.frombuffer(image.constBits(), np.uint8).reshape(400, 400, 4)[:, :, :3].astype(int)
    png = bytes(resvg_py.svg_to_bytes(svg_string=drawing_to_svg(drawing, unit="px"), background="#ffffff"))
    shown = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    assert (np.abs(seen - shown).max(axis=2) > 32).mean() < 0.001
    assert (seen < 128).any()


def test_the_preview_of_a_moved_line_keeps_its_shape():
    stroke = Stroke(Curve.line((0, 0), (50, 0)), 4.0, profile=SHAPES["swell"])
    moved = Line.of(0, stroke).along(Curve.line((0, 10), (50, 10)))
    assert moved.shape.boundingRect().center().y() == pytest.approx(10)
    assert replace(stroke, profile=None).widest == 4.0
