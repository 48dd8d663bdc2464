"""Lines drawn by hand: few cubics, in the pen's colour and width, one step each."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from taureau.geometry import Symmetry, distance
from taureau.session import Phase

from tests.ui.sheets import CTRL, LEFT, NONE, ROWS, SHIFT, drag, place, strokes
from tests.ui.strokes.test_strokes import paused  # noqa: F401 - a fixture

WAVE = [(10 + x, 65 + 8 * math.sin(x / 12)) for x in range(0, 100, 2)]


@pytest.fixture
def with_pen(rows):
    QTest.keyClick(rows, Qt.Key.Key_P)
    return rows


def draw(window, points, modifier=NONE, *, release=True) -> None:
    canvas = window.canvas
    QTest.mousePress(canvas, LEFT, modifier, place(window, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, place(window, *point))
    if release:
        QTest.mouseRelease(canvas, LEFT, modifier, place(window, *points[-1]))


def test_a_line_becomes_one_stroke_of_few_cubics(with_pen):
    draw(with_pen, WAVE)
    assert with_pen.session.sheet.drawing.stroke_count == 7
    assert [len(layer.strokes) for layer in with_pen.session.sheet.drawing.layers] == [3, 1, 1, 2]  # on the pen's layer
    drawn = with_pen.session.sheet.drawing.layers[0].strokes[-1]
    assert drawn.curve.segment_count <= 6
    assert max(distance(drawn.curve, point) for point in WAVE) < 1.0
    assert (drawn.width, drawn.color) == (with_pen.pen.width, with_pen.pen.color)
    assert with_pen.verbs.undo.text() == "&Undo draw a line"
    QTest.keyClick(with_pen, Qt.Key.Key_Z, CTRL)
    assert with_pen.session.sheet.drawing is ROWS


@pytest.mark.parametrize("selected", [(), (0,), (0, 1)])
def test_the_pen_draws_with_what_the_panel_shows_whatever_is_selected(with_pen, selected):
    style, session = with_pen.strokes_panel.stroke_style, with_pen.session
    with_pen.pen.set_width(3)
    session.selection.select(selected)
    draw(with_pen, WAVE)
    first = session.sheet.drawing.layers[0].strokes[-1]
    assert first.width == style.width_row.field.value() == (2 if selected else 3)
    session.selection.select(selected)
    style.width_row.field.setValue(5)
    style.swatches.inks[3].click()
    draw(with_pen, WAVE)
    second = session.sheet.drawing.layers[0].strokes[-1]
    assert (second.width, second.color) == (5, style.swatches.inks[3].color)
    assert all(strokes(with_pen)[index].width == 5 for index in selected)
    session.selection.clear()
    assert (with_pen.pen.width, style.width_row.field.value()) == (5, 5)


def test_it_is_seen_while_it_is_drawn_as_it_will_be(with_pen):
    with_pen.pen.set_color("#0000ff")
    with_pen.pen.set_width(4)
    draw(with_pen, WAVE, release=False)
    seen = with_pen.canvas.grab().toImage()
    at = place(with_pen, *WAVE[20])
    assert seen.pixelColor(at) == QColor("#0000ff")
    QTest.mouseRelease(with_pen.canvas, LEFT, NONE, place(with_pen, *WAVE[-1]))
    assert with_pen.canvas.grab().toImage().pixelColor(at) == QColor("#0000ff")
    drawn = strokes(with_pen)[2]
    assert (drawn.color, drawn.width) == ("#0000ff", 4)


@pytest.mark.parametrize("look", ["pencil", "marker"])
def test_in_another_look_it_is_seen_as_it_will_be_too(with_pen, look):
    with_pen.ink_style_menu.styles[look].trigger()
    draw(with_pen, WAVE, release=False)
    seen = with_pen.canvas.grab().toImage()
    at = place(with_pen, *WAVE[20])
    color = seen.pixelColor(at)
    QTest.mouseRelease(with_pen.canvas, LEFT, NONE, place(with_pen, *WAVE[-1]))
    after = with_pen.canvas.grab().toImage().pixelColor(at)
    assert color.lightness() == pytest.approx(after.lightness(), abs=3)
    assert color != QColor("#141414")


def test_escape_draws_nothing(with_pen):
    plain = with_pen.canvas.grab().toImage()
    draw(with_pen, WAVE, release=False)
    QTest.keyClick(with_pen.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(with_pen.canvas, LEFT, NONE, place(with_pen, *WAVE[-1]))
    assert with_pen.session.sheet.drawing is ROWS
    assert with_pen.canvas.grab().toImage() == plain


def test_shift_makes_it_straight(with_pen):
    draw(with_pen, WAVE, SHIFT)
    drawn = with_pen.session.sheet.drawing.layers[0].strokes[-1].curve
    middle = (drawn.start + drawn.end) / 2
    assert drawn.segment_count == 1
    assert drawn.at(0.5)[0] == pytest.approx(middle)


def test_a_tap_is_a_dot(with_pen):
    QTest.mouseClick(with_pen.canvas, LEFT, NONE, place(with_pen, 60, 70))
    drawn = with_pen.session.sheet.drawing.layers[0].strokes[-1].curve
    assert drawn.length() < 0.2
    assert drawn.start == pytest.approx((60, 70), abs=0.5)


def test_upon_a_photo_alone_it_begins_the_drawing(with_photo):
    QTest.keyClick(with_photo, Qt.Key.Key_P)
    drag(with_photo, (20, 20), (80, 60))
    drawing = with_photo.session.sheet.drawing
    assert (drawing.width, drawing.height, drawing.stroke_count) == (120, 80, 1)
    assert 0.5 < strokes(with_photo)[0].width < 5
    assert with_photo.canvas.viewport.sheet.toTuple() == (120, 80)


def test_into_a_paused_run(paused):  # noqa: F811
    before = paused.session.sheet.preview.stroke_count
    QTest.keyClick(paused, Qt.Key.Key_P)
    draw(paused, WAVE)
    assert paused.session.run.state.phase is Phase.PAUSED
    assert paused.session.run.edited
    assert paused.session.sheet.preview.stroke_count == before + 1


def test_a_run_is_paused_by_the_press(with_photo, sketch, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    QTest.keyClick(with_photo, Qt.Key.Key_P)
    draw(with_photo, WAVE, release=False)
    assert with_photo.session.run.state.phase is Phase.PAUSED
    QTest.mouseRelease(with_photo.canvas, LEFT, NONE, place(with_photo, *WAVE[-1]))
    assert with_photo.session.run.edited


def test_the_cursor_is_a_pencil(with_pen):
    QTest.mouseMove(with_pen.canvas, with_pen.canvas.view.to_canvas(QPointF(60, 40)).toPoint())
    assert with_pen.canvas.cursor().shape() is Qt.CursorShape.BitmapCursor


@pytest.mark.parametrize(("layer", "state", "verb"), [(1, "locked", "Unlock it"), (2, "hidden", "Show it")])
def test_a_layer_that_is_closed_says_so_and_opens_by_one_click(with_pen, layer, state, verb):
    with_pen.pen.set_layer(layer)
    draw(with_pen, WAVE)
    line = with_pen.message_line
    assert with_pen.session.sheet.drawing is ROWS
    assert f"is {state}" in line.message.text
    QTest.mouseClick(line.verb, LEFT)
    assert (line.isVisible(), with_pen.session.sheet.drawing.layers[layer].editable) == (False, True)
    draw(with_pen, WAVE)
    layers = with_pen.session.sheet.drawing.layers
    assert [len(one.strokes) for one in layers] == [2, 1 + (layer == 1), 1 + (layer == 2), 2]


def test_with_symmetry_all_lines_are_one_step_and_are_seen_with_their_axes(with_pen):
    choices = with_pen.toolbox.symmetry.choices
    plain = with_pen.canvas.grab().toImage()
    choices[Symmetry("both")].trigger()
    assert with_pen.canvas.grab().toImage() != plain  # the axes
    draw(with_pen, [(20, 65), (40, 70), (50, 75)])
    drawn = strokes(with_pen)[2:6]
    starts = sorted(tuple(stroke.curve.start.round().tolist()) for stroke in drawn)
    assert starts == [(20, 15), (20, 65), (100, 15), (100, 65)]
    assert {stroke.width for stroke in drawn} == {with_pen.pen.width}
    assert with_pen.verbs.undo.text() == "&Undo draw 4 lines"
    QTest.keyClick(with_pen, Qt.Key.Key_Z, CTRL)
    assert with_pen.session.sheet.drawing is ROWS
    choices[Symmetry()].trigger()
    assert with_pen.canvas.grab().toImage() == plain
