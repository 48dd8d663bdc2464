"""The mask painted on the sheet, and what a run saw laid over the photo: through real clicks, keys and pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolButton
from taureau.engine import SubjectFound
from taureau.ui.tools.mask_brush import MaskBrush

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def brushing(with_photo, qtbot):
    """The window with a photo of 120 × 80 px, the brush in the hand."""
    with_photo.ask_panel.source.brush.tool.choose("brush")
    qtbot.mouseClick(with_photo.ask_panel.source.subject.button("brush"), LEFT)
    return with_photo


def paint(window, *points: tuple[float, float], held: Qt.KeyboardModifier = NONE) -> None:
    """Press, drag and release at points of the sheet."""
    canvas = window.canvas
    places = [canvas.view.to_canvas(QPointF(*point)).toPoint() for point in points]
    QTest.mousePress(canvas, LEFT, held, places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, held, places[-1])


def color_at(window, x: float, y: float) -> QColor:
    """What the canvas shows at a point of the sheet."""
    picture = window.canvas.grab().toImage()
    return picture.pixelColor(window.canvas.view.to_canvas(QPointF(x, y)).toPoint() * picture.devicePixelRatio())


def name_the_file(qtbot, path) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    field.clear()
    QTest.keyClicks(field, str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_what_is_painted_is_what_is_drawn(brushing, sketch, qtbot):
    panel = brushing.ask_panel
    brushing.session.runner.stop(brushing.subject._look)  # whose answer would come between
    qtbot.waitUntil(lambda: panel.button.toolTip() == "Click or paint what is to be drawn first")
    paint(brushing, (30, 40), (90, 40))
    assert panel.button.isEnabled()
    qtbot.mouseClick(panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    mask = sketch.requests[0].mask
    assert mask.shape == (80, 120)
    assert mask[40, 30:90].all()
    assert not mask[40, :20].any()
    assert not mask[:30].any()
    across = mask[:, 60].sum()  # 6 % of 120 px
    assert 6 <= across <= 8
    assert not brushing.masking.up  # while it is drawn


def test_alt_and_the_second_mode_take_away(brushing, qtbot):
    paint(brushing, (30, 40), (90, 40))
    paint(brushing, (60, 30), (60, 50), held=ALT)
    assert brushing.painting.mask[40, 40]
    assert not brushing.painting.mask[40, 60]
    qtbot.mouseClick(brushing.ask_panel.source.brush.mode.button("take"), LEFT)
    paint(brushing, (30, 40), (50, 40))
    assert not brushing.painting.mask[40, 40]
    paint(brushing, (40, 40), held=ALT)
    assert brushing.painting.mask[40, 40]


def test_brackets_and_the_slider_change_the_size(brushing, qtbot):
    row = brushing.ask_panel.source.brush.width_row
    brushing.canvas.setFocus()
    QTest.keyClick(brushing.canvas, Qt.Key.Key_BracketRight)
    assert row.value == 7.5
    QTest.keyClick(brushing.canvas, Qt.Key.Key_BracketLeft)
    QTest.keyClick(brushing.canvas, Qt.Key.Key_BracketLeft)
    assert row.value == pytest.approx(4.8)
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_End)
    paint(brushing, (60, 40))
    assert brushing.painting.mask[40].sum() == pytest.approx(48, abs=2)  # 40 % of 120 px
    qtbot.mouseDClick(row.slider, LEFT, pos=QPoint(5, 5))
    assert brushing.brush.size == 6.0


def test_ctrl_z_means_strokes_of_the_brush_while_it_is_in_the_hand(brushing, sketch, qtbot):
    paint(brushing, (30, 40), (90, 40))
    paint(brushing, (60, 20))
    assert brushing.verbs.undo.text() == "&Undo paint the mask"
    QTest.keyClick(brushing, Qt.Key.Key_Z, CTRL)
    assert brushing.painting.mask[40, 60]
    assert not brushing.painting.mask[20, 60]
    QTest.keyClick(brushing, Qt.Key.Key_Z, CTRL)
    assert not brushing.painting.mask.any()
    QTest.keyClick(brushing, Qt.Key.Key_Z, CTRL | SHIFT)
    assert brushing.painting.mask[40, 60]
    assert not brushing.session.file.modified  # the drawing is as it was
    qtbot.mouseClick(brushing.ask_panel.source.subject.button("auto"), LEFT)
    assert not brushing.verbs.undo.isEnabled()
    sketch.go_on()
    qtbot.mouseClick(brushing.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: brushing.session.sheet.drawing is not None and not brushing.session.run.active)
    assert brushing.verbs.undo.text().startswith("&Undo draw")


def test_escape_takes_back_what_is_being_painted(brushing):
    canvas = brushing.canvas
    canvas.setFocus()
    first, last = (canvas.view.to_canvas(QPointF(x, 40)).toPoint() for x in (30, 90))
    QTest.mousePress(canvas, LEFT, NONE, first)
    QTest.mouseMove(canvas, last)
    assert brushing.painting.mask.any()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, last)
    assert not brushing.painting.mask.any()
    assert not brushing.painting.undo_stack.canUndo()


def test_clear_and_invert_are_steps_too(brushing, qtbot):
    brush = brushing.ask_panel.source.brush
    paint(brushing, (60, 40))
    painted = brushing.painting.mask.copy()
    qtbot.mouseClick(brush.invert, LEFT)
    assert np.array_equal(brushing.painting.mask, ~painted)
    qtbot.mouseClick(brush.clear, LEFT)
    assert not brushing.painting.mask.any()
    assert not brush.save.isEnabled()
    assert brushing.verbs.undo.text() == "&Undo clear the mask"
    QTest.keyClick(brushing, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(brushing, Qt.Key.Key_Z, CTRL)
    assert np.array_equal(brushing.painting.mask, painted)


def test_a_mask_is_saved_and_loaded(brushing, tmp_path, qtbot):
    brush = brushing.ask_panel.source.brush
    paint(brushing, (30, 40), (90, 40))
    painted = brushing.painting.mask.copy()
    qtbot.mouseClick(brush.save, LEFT)
    name_the_file(qtbot, tmp_path / "mask.png")
    qtbot.waitUntil((tmp_path / "mask.png").is_file)
    assert np.array_equal(np.asarray(Image.open(tmp_path / "mask.png")) > 128, painted)
    qtbot.mouseClick(brush.clear, LEFT)
    qtbot.mouseClick(brush.load, LEFT)
    name_the_file(qtbot, tmp_path / "mask.png")
    qtbot.waitUntil(lambda: np.array_equal(brushing.painting.mask, painted))


def test_what_is_no_mask_is_said_and_the_mask_stays(brushing, tmp_path, qtbot):
    Image.fromarray(np.full((80, 40), 255, np.uint8)).save(tmp_path / "narrow.png")
    paint(brushing, (30, 40))
    painted = brushing.painting.mask.copy()
    qtbot.mouseClick(brushing.ask_panel.source.brush.load, LEFT)
    with qtbot.waitSignal(brushing.session.notified):
        name_the_file(qtbot, tmp_path / "narrow.png")
    assert "proportions" in brushing.message_line.message.text
    assert np.array_equal(brushing.painting.mask, painted)


def test_the_brush_begins_with_the_subject_that_a_run_found(with_photo, sketch, qtbot):
    source = with_photo.ask_panel.source
    draw_to_the_end(with_photo, sketch, qtbot)
    qtbot.mouseClick(source.subject.button("brush"), LEFT)
    mask = with_photo.painting.mask
    assert mask[40, 60]  # the sketch says that its subject is a disc
    assert not mask[4, 4]
    qtbot.mouseClick(source.brush.clear, LEFT)
    assert not with_photo.painting.mask.any()
    qtbot.mouseClick(source.brush.automatic, LEFT)
    assert np.array_equal(with_photo.painting.mask, mask)


def test_another_photo_begins_without_a_mask(brushing, open_in_window, photo_file):
    paint(brushing, (30, 40))
    open_in_window(photo_file)
    assert brushing.painting.mask is None
    assert brushing.ask_panel.choices.mask == "auto"
    assert not brushing.masking.up
    assert not isinstance(brushing.canvas.input.tool, MaskBrush)


def test_the_brush_can_be_taken_up_again_where_another_tool_was(brushing, sketch, qtbot):
    paint(brushing, (30, 40), (90, 40))
    draw_to_the_end(brushing, sketch, qtbot)
    assert not brushing.masking.up
    qtbot.mouseClick(brushing.ask_panel.source.brush.mode.button("add"), LEFT)
    assert brushing.masking.up
    assert brushing.painting.mask[40, 60]


def draw_to_the_end(window, sketch, qtbot) -> None:
    sketch.looks = True
    sketch.go_on()
    qtbot.mouseClick(window.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: window.session.sheet.drawing is not None and not window.session.run.active)


def test_without_a_photo_there_is_nothing_to_lay_over(window):
    verbs = window.verbs
    assert [action.isEnabled() for action in (verbs.mask, verbs.attention, verbs.starts)] == [False] * 3


def test_the_subject_is_found_before_a_run_when_the_brush_is_chosen(brushing, sketch, qtbot):
    panel = brushing.ask_panel
    assert panel.source.brush.finding.isVisible()
    assert panel.button.toolTip() == "The subject is being found"
    assert not panel.button.isEnabled()
    assert not panel.source.brush.automatic.isEnabled()
    sketch.go_on(1)
    qtbot.waitUntil(lambda: brushing.painting.mask.any())
    assert brushing.painting.mask[40, 60]  # the sketch says that its subject is a disc
    assert not brushing.painting.mask[4, 4]
    qtbot.waitUntil(lambda: not brushing.subject.looking)
    assert not panel.source.brush.finding.isVisible()
    assert panel.source.brush.automatic.isEnabled()
    assert panel.button.isEnabled()
    assert not brushing.painting.undo_stack.canUndo()
    assert not brushing.session.run.active
    assert [action.isEnabled() for action in (brushing.verbs.mask, brushing.verbs.attention)] == [True] * 2
    assert not brushing.verbs.starts.isEnabled()  # nothing has begun


def test_what_is_painted_meanwhile_stays_and_the_wand_brings_what_was_found(brushing, sketch, qtbot):
    paint(brushing, (8, 8))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: brushing.ask_panel.source.brush.automatic.isEnabled())
    assert brushing.painting.mask[8, 8]
    assert not brushing.painting.mask[40, 60]
    qtbot.mouseClick(brushing.ask_panel.source.brush.automatic, LEFT)
    assert brushing.painting.mask[40, 60]
    assert not brushing.painting.mask[8, 8]
    QTest.keyClick(brushing, Qt.Key.Key_Z, CTRL)
    assert brushing.painting.mask[8, 8]


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_T])
def test_an_overlay_can_be_asked_for_before_a_run(with_photo, sketch, qtbot, key):
    before = with_photo.canvas.grab().toImage()
    QTest.keyClick(with_photo, key)
    qtbot.waitUntil(lambda: with_photo.status.work.text() == "Finding the subject")
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.canvas.grab().toImage() != before)
    qtbot.waitUntil(lambda: with_photo.status.work.text() == "")
    QTest.keyClick(with_photo, key)
    QTest.keyClick(with_photo, key)
    assert len(sketch.looks_asked) == 1  # it is known now


def test_a_run_that_begins_puts_an_end_to_the_look(brushing, sketch, qtbot):
    qtbot.mouseClick(brushing.ask_panel.source.subject.button("none"), LEFT)
    assert brushing.subject.looking
    qtbot.mouseClick(brushing.ask_panel.button, LEFT)
    assert not brushing.subject.looking
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    sketch.go_on()
    qtbot.waitUntil(lambda: not brushing.session.run.active)
    assert brushing.subject.automatic is None
    qtbot.mouseClick(brushing.ask_panel.source.subject.button("brush"), LEFT)
    qtbot.waitUntil(lambda: brushing.painting.mask is not None and brushing.painting.mask[40, 60])


def test_another_photo_puts_an_end_to_the_look_at_the_first(brushing, sketch, open_in_window, photo_file, qtbot):
    open_in_window(photo_file)
    assert not brushing.subject.looking
    sketch.go_on()
    qtbot.waitUntil(sketch.ended.is_set)
    qtbot.wait(20)
    assert brushing.subject.looked is None


def test_a_look_that_fails_says_so_and_can_be_asked_for_again(with_photo, sketch, qtbot):
    sketch._fails = RuntimeError("out of order")
    with qtbot.waitSignal(with_photo.session.notified):
        qtbot.mouseClick(with_photo.ask_panel.source.subject.button("brush"), LEFT)
    assert "out of order" in with_photo.message_line.message.text
    wand = with_photo.ask_panel.source.brush.automatic
    qtbot.waitUntil(wand.isEnabled)
    assert not with_photo.painting.mask.any()
    sketch._fails = None
    sketch.go_on()
    qtbot.mouseClick(wand, LEFT)
    qtbot.waitUntil(lambda: with_photo.painting.mask.any())


def test_the_mask_is_a_veil_over_what_is_left_out(with_photo, sketch, qtbot):
    draw_to_the_end(with_photo, sketch, qtbot)
    with_photo.view_bar.photo.setValue(100)
    outside, inside = color_at(with_photo, 4, 4), color_at(with_photo, 60, 46)
    QTest.keyClick(with_photo, Qt.Key.Key_M)
    assert with_photo.verbs.mask.isChecked()
    assert color_at(with_photo, 4, 4).lightness() < outside.lightness() - 60
    assert color_at(with_photo, 60, 46) == inside
    QTest.keyClick(with_photo, Qt.Key.Key_M)
    assert color_at(with_photo, 4, 4) == outside


def test_attention_is_a_ramp_of_the_accent_colour(with_photo, sketch, qtbot):
    draw_to_the_end(with_photo, sketch, qtbot)
    with_photo.view_bar.photo.setValue(0)
    before = color_at(with_photo, 60, 46)
    QTest.keyClick(with_photo, Qt.Key.Key_T)
    less, more = color_at(with_photo, 20, 46), color_at(with_photo, 60, 46)
    assert before.saturation() < less.saturation() < more.saturation()


def test_starts_are_rings(with_photo, sketch, qtbot):
    draw_to_the_end(with_photo, sketch, qtbot)
    with_photo.view_bar.photo.setValue(0)
    with_photo.session.sheet.undo_stack.undo()  # no ink upon them
    before = with_photo.canvas.grab().toImage()
    with_photo.verbs.starts.trigger()
    after = with_photo.canvas.grab().toImage()
    ring = with_photo.canvas.view.to_canvas(QPointF(10, 20)).toPoint() + QPoint(4, 0)
    assert before.pixelColor(ring) != after.pixelColor(ring)
    assert after.pixelColor(ring).saturation() > 60


def test_the_switches_stand_in_the_view_bar_and_fit_a_small_window(with_photo, sketch, qtbot):
    draw_to_the_end(with_photo, sketch, qtbot)
    with_photo.resize(1024, 640)
    buttons = [b for b in with_photo.view_bar.findChildren(QToolButton) if b.isCheckable()]
    assert len(buttons) >= 3
    for button in buttons:
        assert button.toolTip()
        assert button.accessibleName()
        assert with_photo.view_bar.rect().contains(button.geometry())
    qtbot.mouseClick(buttons[0], LEFT)
    assert with_photo.verbs.mask.isChecked()


def test_the_contours_that_a_run_sees_are_shown_until_its_first_strokes(with_photo, sketch, qtbot):
    with_photo.view_bar.photo.setValue(100)
    plain = color_at(with_photo, 60, 40)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    contours = (np.abs(np.arange(80)[:, None] - 40) < 2).repeat(120, 1).astype(np.float32)  # one, across the middle
    seen = SubjectFound("", None, np.zeros((80, 120), np.float32), np.zeros((0, 2)), contours)
    with_photo.session.run.event_received.emit(seen)
    assert with_photo.subject.looked is seen
    crossing, beside = color_at(with_photo, 60, 40), color_at(with_photo, 60, 30)
    assert crossing.lightness() < beside.lightness() - 60  # a contour on the veil
    assert beside.lightness() > plain.lightness() + 30
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    assert not with_photo.overlays._awaited
