"""Single strokes by mouse and key: selected, taken out, frozen, in a drawing and in a paused run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.session import Phase

from tests.ui import sheets
from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click_stroke(window, place: int, *, beside: float = 0.0, modifier=NONE) -> None:
    """Click so many window px below the start of a stroke, beyond half its width."""
    stroke = list(window.session.sheet.shown.strokes)[place]
    view = window.canvas.view
    at = view.to_canvas(QPointF(*stroke.curve.start)) + QPointF(
        0, stroke.width / 2 * view.scale * bool(beside) + beside
    )
    QTest.mouseClick(window.canvas, LEFT, modifier, at.toPoint())


def selected(window) -> set[int]:
    return set(window.session.selection.marked.selected)


def test_a_click_selects_and_shift_adds_and_takes_out(grown):  # noqa: F811
    click_stroke(grown, 3)
    assert selected(grown) == {3}
    click_stroke(grown, 5)
    assert selected(grown) == {5}
    click_stroke(grown, 9, modifier=SHIFT)
    assert selected(grown) == {5, 9}
    click_stroke(grown, 5, modifier=SHIFT)
    assert selected(grown) == {9}
    QTest.mouseClick(grown.canvas, LEFT, SHIFT, QPoint(3, 3))  # on nothing, with Shift
    assert selected(grown) == {9}
    QTest.mouseClick(grown.canvas, LEFT, NONE, QPoint(3, 3))
    assert selected(grown) == set()


@pytest.mark.parametrize(("beside", "hit"), [(5, True), (8, False)])
def test_a_click_may_miss_by_six_pixels_at_any_zoom(with_photo, qtbot, beside, hit):
    from taureau.document import Drawing, Layer, Stroke
    from taureau.geometry import Curve

    lone = Drawing(120, 80, (Layer("a", (Stroke(Curve.line((20, 40), (100, 40)), 2.0),)),))
    with_photo.session.sheet.set_drawing(lone)
    for factor in (1.0, 1.7, 0.3):
        with_photo.canvas.viewport.zoom(factor)
        click_stroke(with_photo, 0, beside=beside)
        assert selected(with_photo) == ({0} if hit else set())


def test_what_is_selected_has_a_halo(grown):  # noqa: F811
    plain = grown.canvas.grab().toImage()
    click_stroke(grown, 3)
    at = grown.canvas.view.to_canvas(QPointF(*list(grown.session.sheet.shown.strokes)[3].curve.start)) - QPointF(
        list(grown.session.sheet.shown.strokes)[3].width / 2 * grown.canvas.view.scale + 2, 0
    )
    color = grown.canvas.grab().toImage().pixelColor(at.toPoint())
    assert color.red() > color.blue() + 40
    QTest.keyClick(grown, Qt.Key.Key_Escape)
    assert selected(grown) == set()
    assert grown.canvas.grab().toImage() == plain


def test_keys_select_one_after_another(grown):  # noqa: F811
    for key, places in ((".", {0}), (".", {1}), (",", {0}), (",", {15})):
        QTest.keyClick(grown, key)
        assert selected(grown) == places
    QTest.keyClick(grown, Qt.Key.Key_A, CTRL)
    assert len(selected(grown)) == 16


def test_delete_takes_out_undoably_and_by_name(grown):  # noqa: F811
    before = list(grown.session.sheet.drawing.strokes)
    assert not grown.verbs.delete.isEnabled()
    click_stroke(grown, 2)
    click_stroke(grown, 7, modifier=SHIFT)
    QTest.keyClick(grown, Qt.Key.Key_Delete)
    assert list(grown.session.sheet.drawing.strokes) == [one for i, one in enumerate(before) if i not in (2, 7)]
    assert selected(grown) == set()
    assert grown.verbs.undo.text() == "&Undo delete 2 strokes"
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    assert list(grown.session.sheet.drawing.strokes) == before


def test_deleted_from_a_level_the_level_goes_on_showing_the_others(grown):  # noqa: F811
    grown.session.sheet.show_first(6)
    click_stroke(grown, 2)
    QTest.keyClick(grown, Qt.Key.Key_Backspace)
    assert (grown.session.sheet.drawing.stroke_count, grown.session.sheet.level) == (15, 5)


def test_escape_lets_go_of_one_thing_after_another(grown):  # noqa: F811
    grown.session.sheet.show_first(6)
    click_stroke(grown, 2)
    QTest.keyClick(grown, Qt.Key.Key_Escape)
    assert (selected(grown), grown.session.sheet.level) == (set(), 6)
    QTest.keyClick(grown, Qt.Key.Key_Escape)
    assert grown.session.sheet.level is None


def test_frozen_strokes_wear_a_lock_until_they_are_let_go(grown):  # noqa: F811
    click_stroke(grown, 2)
    grown.session.selection.clear()
    plain = grown.canvas.grab().toImage()
    click_stroke(grown, 2)
    QTest.keyClick(grown, Qt.Key.Key_F)
    assert grown.session.selection.marked.frozen == {2}
    grown.refresh.flush()
    assert grown.verbs.freeze.text() == "Un&freeze"
    QTest.keyClick(grown, Qt.Key.Key_Escape)
    assert grown.canvas.grab().toImage() != plain
    click_stroke(grown, 2)
    QTest.keyClick(grown, Qt.Key.Key_F)
    QTest.keyClick(grown, Qt.Key.Key_Escape)
    assert grown.session.selection.marked.frozen == frozenset()
    assert grown.canvas.grab().toImage() == plain


@pytest.fixture
def paused(with_photo, sketch, qtbot):
    """A window with a run that stands at eight strokes."""
    with_photo.verbs.motion.setChecked(False)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(2)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 2)
    qtbot.mouseClick(with_photo.time_line.pause, LEFT)
    return with_photo


def test_taken_out_of_a_paused_run_a_stroke_is_refused_and_it_thinks_again(paused, sketch, qtbot):
    session, button = paused.session, paused.ask_panel.button
    gone = list(session.sheet.preview.strokes)[2]
    click_stroke(paused, 5)
    QTest.keyClick(paused, Qt.Key.Key_F)
    click_stroke(paused, 2)
    QTest.keyClick(paused, Qt.Key.Key_Delete)
    assert session.run.state.phase is Phase.PAUSED
    edited = session.sheet.preview
    assert (edited.stroke_count, paused.time_line.detail.text()) == (7, "7 strokes")
    assert (button.text(), button.isEnabled(), paused.time_line.pause.text()) == ("Think again", True, "Think again")
    shown = []
    session.sheet.changed.connect(lambda: shown.append(session.sheet.shown))
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 2)
    second = sketch.requests[1]
    assert second.drawing is edited
    assert second.refused == (gone,)
    assert second.frozen == {4}  # the sixth, now the fifth
    assert (second.detail, second.strokes) == (0.5, 64 - 7)
    assert session.sheet.shown is edited
    sketch.go_on()
    qtbot.waitUntil(lambda: not session.run.active)
    assert all(one is not None and one.stroke_count >= 7 for one in shown)  # nothing flickered
    assert session.sheet.undo_stack.count() == 1
    assert session.selection.marked.frozen == {4}
    QTest.keyClick(paused, Qt.Key.Key_Z, CTRL)
    assert session.sheet.shown is None


def test_kept_as_edited(paused, qtbot):
    click_stroke(paused, 2)
    QTest.keyClick(paused, Qt.Key.Key_Delete)
    qtbot.mouseClick(paused.time_line.keep, LEFT)
    assert paused.session.sheet.drawing.stroke_count == 7
    assert not paused.session.run.active
    assert not paused.session.run.edited


def test_discarded_as_edited(paused, qtbot):
    click_stroke(paused, 2)
    QTest.keyClick(paused, Qt.Key.Key_Delete)
    qtbot.mouseClick(paused.time_line.discard, LEFT)
    assert paused.session.sheet.shown is None
    assert not paused.session.run.active


def test_a_click_on_a_stroke_pauses_the_run_that_moves_it(with_photo, sketch, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    click_stroke(with_photo, 1)
    assert with_photo.session.run.state.phase is Phase.PAUSED
    assert selected(with_photo) == {1}


def test_of_a_number_what_is_left_is_drawn(with_photo, sketch, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.draw.amount.button("number"), LEFT)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 1)
    for place in (0, 4):
        click_stroke(with_photo, place)
        QTest.keyClick(with_photo, Qt.Key.Key_Delete)
    qtbot.mouseClick(with_photo.time_line.pause, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 2)
    assert (sketch.requests[1].strokes, sketch.requests[1].detail) == (2, None)
    assert len(sketch.requests[1].refused) == 2
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert with_photo.session.sheet.drawing.stroke_count == 16


def test_edits_of_a_paused_run_are_undone_and_redone_by_name(paused, qtbot):
    session = paused.session
    before = session.sheet.preview
    click_stroke(paused, 2)
    QTest.keyClick(paused, Qt.Key.Key_Delete)
    assert paused.verbs.undo.text() == "&Undo delete 1 stroke"
    click_stroke(paused, 3)
    QTest.keyClick(paused, Qt.Key.Key_X, CTRL)
    assert session.sheet.preview.stroke_count == before.stroke_count - 2
    for _ in range(2):
        QTest.keyClick(paused, Qt.Key.Key_Z, CTRL)
    assert session.sheet.preview is before
    assert not paused.verbs.undo.isEnabled()
    QTest.keyClick(paused, Qt.Key.Key_Z, CTRL | SHIFT)
    assert session.sheet.preview.stroke_count == before.stroke_count - 1
    assert session.sheet.undo_stack.count() == 0  # nothing was committed behind the preview
    qtbot.mouseClick(paused.time_line.keep, LEFT)
    assert session.sheet.drawing.stroke_count == before.stroke_count - 1
    assert session.sheet.undo_stack.count() == 1
    QTest.keyClick(paused, Qt.Key.Key_Z, CTRL)
    assert session.sheet.drawing is None


def test_a_selected_stroke_shows_in_any_ink_and_beside_the_sheet(rows):
    red = Stroke(Curve.line((60, 40), (150, 40)), 4.0, rows.canvas.theme.mark)
    rows.session.sheet.set_drawing(Drawing(120, 80, (Layer("Red", (red,)),)))
    rows.session.selection.select((0,))
    seen = rows.canvas.grab().toImage()
    on_sheet, scale = sheets.place(rows, 90, 40), rows.canvas.view.scale
    rim = seen.pixelColor(on_sheet.x(), round(on_sheet.y() - 2 * scale - 1))
    assert rim.lightness() > seen.pixelColor(on_sheet).lightness() + 60
    beside = sheets.place(rows, 121, 40)
    bare = seen.pixelColor(beside.x(), round(beside.y() - 6 * scale))
    assert seen.pixelColor(beside.x(), round(beside.y() - 2 * scale - 3)) != bare
