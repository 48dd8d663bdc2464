"""Width, colour, opacity and order of what is selected, or of the pen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QLineEdit, QScrollArea
from taureau.document import INKS
from taureau.ui.widgets.theme import DARK, LIGHT

from tests.ui.strokes.test_strokes import click_stroke, selected
from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chosen(grown):  # noqa: F811
    """A window in which two strokes are selected."""
    click_stroke(grown, 3)
    click_stroke(grown, 5, modifier=SHIFT)
    grown.activateWindow()
    return grown


def strokes(window) -> list:
    return list(window.session.sheet.drawing.strokes)


def drag(slider, *ways: int) -> None:
    """Take the handle and move it by these hundredths of the slider from where it is, one after the other."""
    start, hundredth = slider.value(), (slider.maximum() - slider.minimum()) / 100
    slider.setSliderDown(True)
    for way in ways:
        slider.setSliderPosition(round(start + way * hundredth))
    slider.setSliderDown(False)


@pytest.mark.parametrize("count", [1, 6, 123_456])
def test_nothing_in_the_panel_is_cut_off_however_many_are_selected(rows, count, qtbot):
    rows.resize(1024, 640)
    rows.session.selection.select(range(6))
    rows.strokes_panel.stroke_style.title.setText(f"{count} strokes selected")
    scroll = rows.strokes_panel.findChild(QScrollArea)
    qtbot.waitUntil(lambda: scroll.widget().minimumSizeHint().width() <= scroll.viewport().width())


def test_it_says_whose_width_it_is(grown):  # noqa: F811
    look = grown.strokes_panel.stroke_style
    assert (look.title.text(), look.scope.text()) == ("Next stroke", "nothing selected")
    click_stroke(grown, 3)
    assert (look.title.text(), look.scope.text()) == ("1 stroke selected", "and next")
    click_stroke(grown, 5, modifier=SHIFT)
    assert look.title.text() == "2 strokes selected"
    assert look.width_row.field.value() == pytest.approx(strokes(grown)[3].width, abs=0.005)
    assert look.width_row.field.text() == f"{strokes(grown)[3].width * 25.4 / 96:.2f} mm"


def test_a_drag_of_the_slider_is_one_step(chosen):
    before = strokes(chosen)
    steps = chosen.session.sheet.undo_stack.count()
    drag(chosen.strokes_panel.stroke_style.width_row.slider, 5, 12, 30, 20)
    after = strokes(chosen)
    assert after[3].width == after[5].width != before[3].width
    assert after[4] is before[4]
    assert chosen.session.sheet.undo_stack.count() == steps + 1
    assert selected(chosen) == {3, 5}
    assert chosen.strokes_panel.stroke_style.width_row.field.value() == pytest.approx(after[3].width, abs=0.005)
    drag(chosen.strokes_panel.stroke_style.width_row.slider, -5, -12)
    assert chosen.session.sheet.undo_stack.count() == steps + 2
    drag(chosen.strokes_panel.stroke_style.opacity.slider, -20, -60)
    assert strokes(chosen)[5].opacity < 0.9
    assert chosen.session.sheet.undo_stack.count() == steps + 3
    for _ in range(3):
        QTest.keyClick(chosen, Qt.Key.Key_Z, CTRL)
    assert strokes(chosen) == before


def test_a_width_is_typed_in_any_unit(chosen):
    field = chosen.strokes_panel.stroke_style.width_row.field
    steps = chosen.session.sheet.undo_stack.count()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "12.5 px")
    assert chosen.session.sheet.undo_stack.count() == steps  # not before it is whole
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [strokes(chosen)[place].width for place in (3, 5)] == [12.5, 12.5]
    assert field.text() == "3.31 mm"
    assert chosen.verbs.undo.text() == "&Undo set the width of 2 strokes"


def test_several_widths_are_said_to_be_several(chosen):
    chosen.session.selection.clear()
    click_stroke(chosen, 3)
    chosen.editing.restyle(width=9.0)
    chosen.session.selection.select_all()
    assert chosen.strokes_panel.stroke_style.width_row.various.isVisible()


def test_a_swatch_colours_what_is_selected(chosen):
    swatches = chosen.strokes_panel.stroke_style.swatches
    QTest.mouseClick(swatches.inks[4], LEFT)
    assert [strokes(chosen)[place].color for place in (3, 4, 5)] == ["#a8124a", "#141414", "#a8124a"]
    assert [swatch.isChecked() for swatch in swatches.inks] == [False] * 4 + [True, False]
    swatches.inks[3].setFocus()
    QTest.keyClick(swatches.inks[3], Qt.Key.Key_Space)
    assert strokes(chosen)[3].color == "#1f3f8f"
    QTest.keyClick(chosen, Qt.Key.Key_A, CTRL)
    assert not any(swatch.isChecked() for swatch in swatches.inks)  # there are several


def test_another_colour_is_typed_and_remembered(chosen, settings, qtbot):
    swatches = chosen.strokes_panel.stroke_style.swatches
    for color in ("#00aa55", "#aa5500", "#00aa55"):
        qtbot.mouseClick(swatches.other, LEFT)
        dialog = chosen.findChild(QColorDialog)
        field = next(one for one in dialog.findChildren(QLineEdit) if one.text().startswith("#"))
        field.selectAll()
        QTest.keyClicks(field, color)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: chosen.findChild(QColorDialog) is None)
        assert strokes(chosen)[3].color == color
    assert [swatch.color for swatch in swatches.recent] == ["#00aa55", "#aa5500"]
    assert settings.value("strokes/colours") == "#00aa55,#aa5500"
    QTest.mouseClick(swatches.recent[1], LEFT)
    assert strokes(chosen)[3].color == "#aa5500"


def test_with_nothing_selected_the_pen_is_meant(grown):  # noqa: F811
    look, before, steps = grown.strokes_panel.stroke_style, strokes(grown), grown.session.sheet.undo_stack.count()
    drag(look.width_row.slider, 20)
    drag(look.opacity.slider, -40)
    QTest.mouseClick(look.swatches.inks[2], LEFT)
    assert grown.pen.width > before[0].width
    assert grown.pen.opacity < 1
    assert grown.pen.color == "#6b4a2b"
    assert strokes(grown) == before
    assert grown.session.sheet.undo_stack.count() == steps
    click_stroke(grown, 3)
    assert look.width_row.field.value() == pytest.approx(before[3].width, abs=0.005)
    QTest.keyClick(grown, Qt.Key.Key_Escape)
    assert look.width_row.field.value() == pytest.approx(grown.pen.width, abs=0.005)


@pytest.mark.parametrize(
    ("key", "number", "order"),
    [
        ("Home", 0, [0, 1, 2, 4, 3]),
        ("PageUp", 1, [0, 1, 3, 2, 4]),
        ("PageDown", 2, [1, 0, 2, 3, 4]),
        ("End", 3, [1, 0, 2, 3, 4]),
    ],
)
def test_order_by_key_and_by_button(grown, key, number, order):  # noqa: F811
    moved = {0: 3, 1: 2, 2: 1, 3: 1}[number]
    grown.session.selection.marks.select(strokes(grown)[5:])
    grown.editing.delete()
    before = strokes(grown)
    click_stroke(grown, moved)
    QTest.keyClick(grown.canvas, getattr(Qt.Key, f"Key_{key}"))
    assert [before.index(stroke) for stroke in strokes(grown)] == order
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    action = grown.arrange_menu.order[number]
    QTest.mouseClick(grown.strokes_panel.buttons[action], LEFT)
    assert [before.index(stroke) for stroke in strokes(grown)] == order


def test_a_slider_keeps_its_own_home_and_end(chosen):
    before = strokes(chosen)
    slider = chosen.strokes_panel.stroke_style.opacity.slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert strokes(chosen)[3].opacity == 0.01
    assert [stroke.curve for stroke in strokes(chosen)] == [stroke.curve for stroke in before]


def test_freeze_duplicate_and_delete_are_at_hand(chosen):
    buttons, verbs = chosen.strokes_panel.buttons, chosen.verbs
    QTest.mouseClick(buttons[verbs.freeze], LEFT)
    assert chosen.session.selection.marked.frozen == {3, 5}
    QTest.mouseClick(buttons[chosen.arrange_menu.duplicate], LEFT)
    assert chosen.session.sheet.drawing.stroke_count == 18
    assert chosen.verbs.undo.text() == "&Undo duplicate 2 strokes"
    QTest.mouseClick(buttons[verbs.delete], LEFT)
    assert chosen.session.sheet.drawing.stroke_count == 16
    chosen.refresh.flush()
    assert not buttons[verbs.delete].isEnabled()


def test_folded_it_stays_folded(grown, settings):  # noqa: F811
    panel = grown.strokes_panel
    QTest.mouseClick(panel.section.heading, LEFT)
    assert not panel.layers.isVisible()
    assert settings.value("strokes/folded") == "true"
    assert panel.section.heading.accessibleName() == "Strokes, folded"
    QTest.keyClick(panel.section.heading, Qt.Key.Key_Space)
    assert panel.layers.isVisible()


def test_both_panels_have_room_in_a_small_window(grown, qtbot):  # noqa: F811
    grown.resize(1024, 640)
    qtbot.wait(1)
    assert grown.sees_panel.section.heading.visibleRegion().boundingRect().height() >= 20
    assert grown.strokes_panel.stroke_style.opacity.visibleRegion().boundingRect().height() >= 20
    QTest.mouseClick(grown.sees_panel.section.heading, LEFT)
    qtbot.wait(1)
    row = grown.strokes_panel.buttons[grown.verbs.delete]
    assert row.visibleRegion().boundingRect().height() == row.height()


@pytest.mark.parametrize(("name", "ink"), INKS)
def test_no_ink_has_the_colour_that_marks_a_selection(name, ink):
    """ΔE of 20 at least, so that a selected stroke of any ink looks selected."""
    for mark in (LIGHT.mark, LIGHT.accent, DARK.accent):
        assert np.linalg.norm(lab(ink) - lab(mark)) > 20, (name, mark)


def lab(color: str) -> np.ndarray:
    """CIE L*a*b* of "#rrggbb", white point D65."""
    rgb = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    rgb = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(to_xyz @ rgb / (0.9505, 1.0, 1.089))  # no colour here is so dark that the cube root fails
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
