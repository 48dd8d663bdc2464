"""Stroke after stroke: a drawing that grows, and the slider through its strokes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from taureau.document import load_svg, save_svg

from tests.session.sketches import SteppedSketch, gain
from tests.ui.timeline.test_run import dark_pixels, name_the_file

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grown(with_photo, sketch, qtbot):
    """A window with a drawing of 16 strokes whose number was found."""
    with_photo.verbs.motion.setChecked(False)
    sketch.go_on()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None and not with_photo.session.run.active)
    with_photo.view_bar.photo.setValue(0)
    with_photo.refresh.flush()
    return with_photo


def middle_of_bar(scrubber, place: int) -> QPoint:
    return QPoint(round(scrubber.bar(place).center().x()), scrubber.height() // 2)


def test_a_growing_run_shows_each_stroke_with_its_gain(with_photo, sketch, qtbot):
    line = with_photo.time_line
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    for step in (1, 2):
        sketch.go_on(1)
        qtbot.waitUntil(lambda step=step: with_photo.session.run.state.step == step)
        assert line.stage.text() == f"{4 * step} strokes"
        assert with_photo.session.run.state.gains == pytest.approx([gain(number + 1) for number in range(4 * step)])
    assert line.scrubber.isVisible()
    assert not line.scrubber.isEnabled()  # it shows, and moves nothing, as long as the drawing grows
    assert not line.curve.isVisible()
    heights = [line.scrubber.bar(place).height() for place in range(8)]
    assert heights == sorted(heights, reverse=True)
    assert with_photo.session.run.state.enough == SteppedSketch.ENOUGH
    assert "Adding strokes" in line.detail.text()
    qtbot.mouseClick(line.pause, LEFT)
    assert (line.stage.text(), line.detail.text()) == ("Paused", "8 strokes")


def test_of_a_number_it_says_how_far_it_is(with_photo, sketch, qtbot):
    """With a number and one stroke after another."""
    from taureau.engine import StrokeAdded

    from tests.session.sketches import drawing

    run = with_photo.session.run.state
    run.begin(16, counted=True)
    run.take(StrokeAdded("a", 1, next(drawing(1).strokes), 0.2, None))
    with_photo.session.run.changed.emit()
    assert with_photo.time_line.stage.text() == "1 of 16 strokes"
    run.end()


def test_where_it_stopped_by_itself_is_marked_until_the_drawing_is_another(grown, qtbot):
    session, scrubber = grown.session, grown.time_line.scrubber
    assert session.run.state.enough_reached
    assert scrubber.isEnabled()
    assert (scrubber.minimum(), scrubber.maximum(), scrubber.value()) == (1, 16, 16)
    reached = scrubber.grab().toImage()
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    assert not scrubber.isVisible()
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: scrubber.grab().toImage() == reached)


def test_dragging_shows_the_first_strokes_at_once(grown, qtbot):
    line, session = grown.time_line, grown.session
    whole = dark_pixels(grown)
    scrubber = line.scrubber
    QTest.mousePress(scrubber, LEFT, NONE, middle_of_bar(scrubber, 11))
    assert session.sheet.shown.stroke_count == 12
    QTest.mouseMove(scrubber, middle_of_bar(scrubber, 3))
    assert session.sheet.shown.stroke_count == 4
    assert dark_pixels(grown) < whole / 2
    QTest.mouseRelease(scrubber, LEFT, NONE, middle_of_bar(scrubber, 3))
    assert session.sheet.drawing.stroke_count == 16
    assert (line.stage.text(), line.keep_level.text()) == ("4 of 16 strokes", "Keep these 4")
    QTest.mouseClick(scrubber, LEFT, NONE, QPoint(scrubber.width() - 2, 10))  # beyond the end
    assert session.sheet.level is None
    assert not line.keep_level.isVisible()
    assert dark_pixels(grown) == whole


def test_the_caption_is_on_the_sheet_while_not_all_is_shown(grown, qtbot):
    scrubber = grown.time_line.scrubber
    QTest.mouseClick(scrubber, LEFT, NONE, middle_of_bar(scrubber, 3))
    with_caption = grown.canvas.grab().toImage()
    grown.canvas.set_caption("")
    assert grown.canvas.grab().toImage() != with_caption


def test_keys_walk_the_levels_and_escape_shows_all(grown, qtbot):
    scrubber, session = grown.time_line.scrubber, grown.session
    grown.activateWindow()
    qtbot.waitUntil(grown.isActiveWindow)
    scrubber.setFocus()
    seen = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Left,
    ):
        QTest.keyClick(scrubber, key)
        seen.append(session.sheet.shown.stroke_count)
    assert seen == [15, 11, 1, 2, 16, 15]
    QTest.keyClick(scrubber, Qt.Key.Key_Escape)
    assert session.sheet.level is None
    assert scrubber.value() == 16


def test_a_level_is_kept_undoably(grown, qtbot):
    session, line = grown.session, grown.time_line
    first = list(session.sheet.drawing.strokes)[:8]
    QTest.mouseClick(line.scrubber, LEFT, NONE, middle_of_bar(line.scrubber, 7))
    qtbot.mouseClick(line.keep_level, LEFT)
    assert list(session.sheet.drawing.strokes) == first
    assert session.sheet.level is None
    assert grown.verbs.undo.text() == "&Undo keep the first 8 strokes"
    assert line.detail.text() == ""  # it is no longer what was drawn in so many seconds
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    assert session.sheet.drawing.stroke_count == 16


def test_saving_saves_all_and_says_so(grown, qtbot, tmp_path):
    line = grown.time_line
    QTest.mouseClick(line.scrubber, LEFT, NONE, middle_of_bar(line.scrubber, 7))
    QTest.keyClick(grown, Qt.Key.Key_S, CTRL)
    name_the_file(qtbot, tmp_path / "all.svg")
    qtbot.waitUntil(lambda: not grown.session.file.modified)
    assert load_svg(tmp_path / "all.svg").stroke_count == 16
    message = grown.message_line.message
    assert message.text == "Saved all 16 strokes, not only the 8 shown."
    assert "Keep these 8" in message.advice


def test_a_drawing_from_a_file_has_its_levels_too(grown, qtbot, tmp_path, open_in_window):
    path = tmp_path / "grown.svg"
    save_svg(grown.session.sheet.drawing, path)
    grown.session.sheet.undo_stack.setClean()
    open_in_window(path)
    scrubber = grown.time_line.scrubber
    assert (scrubber.isVisible(), scrubber.maximum()) == (True, 16)
    assert scrubber.bar(0).height() > 3 * scrubber.bar(15).height()
    QTest.mouseClick(scrubber, LEFT, NONE, middle_of_bar(scrubber, 0))
    assert grown.session.sheet.shown.stroke_count == 1
    assert grown.time_line.keep_level.text() == "Keep this one"


def test_the_next_run_begins_from_the_whole_sheet(grown, sketch, qtbot):
    scrubber = grown.time_line.scrubber
    QTest.mouseClick(scrubber, LEFT, NONE, middle_of_bar(scrubber, 3))
    sketch._free = False
    QTest.keyClick(grown, Qt.Key.Key_Return, CTRL)
    assert grown.session.sheet.level is None
    assert grown.session.sheet.shown.stroke_count == 16


@pytest.mark.parametrize("seconds", [2.6, 123456.7])
def test_a_press_on_the_handle_moves_nothing(grown, qtbot, seconds):
    line, scrubber, state = grown.time_line, grown.time_line.scrubber, grown.session.run.state
    state._ran = seconds  # which is told beside it, and gives way to another text
    line.update_run()
    qtbot.wait(1)
    before, step = scrubber.geometry(), scrubber.bar(1).x() - scrubber.bar(0).x()
    QTest.mousePress(scrubber, LEFT, NONE, middle_of_bar(scrubber, 9))
    qtbot.wait(1)
    assert line.detail.text().startswith("Only looked at")
    assert scrubber.geometry() == before
    assert scrubber.bar(1).x() - scrubber.bar(0).x() == step
    assert scrubber.value() == 10
    QTest.mouseRelease(scrubber, LEFT, NONE, middle_of_bar(scrubber, 9))


def test_another_paper_keeps_what_is_told_of_the_run(grown, qtbot):
    line, told = grown.time_line, grown.time_line.detail.text()
    assert told.startswith("drawn in")
    grown.editing.set_paper("#23282b", "black")
    assert line.detail.text() == told
    assert grown.session.run.as_drawn
    QTest.keyClick(grown, Qt.Key.Key_A, CTRL)
    grown.editing.delete()
    assert not grown.session.run.as_drawn
