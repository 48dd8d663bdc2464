"""A run through the window: draw, watch, pause, keep, discard, undo, save."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from taureau.document import load_svg
from taureau.engine import StrokeAdded
from taureau.session import Choices, Phase

from tests.session.sketches import drawing

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dark_pixels(window) -> int:
    """How much ink the canvas shows."""
    image = window.canvas.grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 40 for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


def answer_the_question(qtbot, word: str) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    buttons = QApplication.activeModalWidget().findChildren(QPushButton)
    qtbot.mouseClick(next(button for button in buttons if button.text() == word), LEFT)


def name_the_file(qtbot, path) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    field.clear()
    QTest.keyClicks(field, str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_strokes_appear_while_it_draws(with_photo, sketch, qtbot):
    with_photo.view_bar.photo.setValue(0)
    before = dark_pixels(with_photo)
    qtbot.mouseClick(with_photo.ask_panel.draw.amount.button("number"), LEFT)
    button = with_photo.ask_panel.button
    assert button.text() == "Draw 16 strokes"
    qtbot.mouseClick(button, LEFT)
    assert not button.isEnabled()
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    qtbot.waitUntil(lambda: dark_pixels(with_photo) > before + 20)  # they are drawn in along their length
    assert "step 1 of 4" in with_photo.time_line.detail.text()
    assert with_photo.time_line.stage.text() == "Refining"
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert with_photo.time_line.stage.text() == "16 strokes"
    assert button.isEnabled()
    assert with_photo.isWindowModified()


def test_the_loss_is_seen_in_a_run_that_moves_all_strokes_and_after_it(with_photo, sketch, qtbot):
    line = with_photo.time_line
    qtbot.mouseClick(with_photo.ask_panel.draw.amount.button("number"), LEFT)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 1)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 2)
    assert not line.curve.isVisible()
    with_photo.status.details.click()
    assert (line.curve.isVisible(), line.scrubber.isVisible()) == (True, False)
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert (line.curve.isVisible(), line.scrubber.isVisible()) == (True, True)
    assert line.curve.points().size() == len(with_photo.session.run.state.losses) > 1
    QTest.keyClick(with_photo, Qt.Key.Key_Z, CTRL)
    assert not line.curve.isVisible()  # it was of the drawing that is undone


def test_the_gains_are_seen_in_a_run_that_grows_and_after_it(with_photo, sketch, qtbot):
    line = with_photo.time_line
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 1)
    assert (line.curve.isVisible(), line.scrubber.isVisible()) == (False, True)
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert (line.curve.isVisible(), line.scrubber.isVisible()) == (False, True)


def test_the_title_says_how_far_the_run_is(with_photo, sketch, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    assert with_photo.windowTitle() == "disc.svg[*] — Taureau"
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.windowTitle() == "25 % — disc.svg[*] — Taureau")
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    with_photo.refresh.flush()
    assert with_photo.windowTitle() == "disc.svg[*] — Taureau"


def test_the_title_counts_strokes_while_nobody_knows_how_many_there_will_be(with_photo, sketch):
    run = with_photo.session.run.state
    with_photo.session.sheet.preview = drawing(7)
    run.begin(64)
    run.take(StrokeAdded("run-1", 7, next(drawing(1).strokes), gain=0.5, enough=0.01))
    with_photo.session.run.changed.emit()
    with_photo.refresh.flush()
    assert with_photo.windowTitle() == "7 strokes — disc.svg[*] — Taureau"
    run.end()
    with_photo.session.sheet.preview = None
    with_photo.session.run.changed.emit()
    with_photo.refresh.flush()
    assert with_photo.windowTitle() == "disc.svg[*] — Taureau"


def test_the_photo_steps_back_for_the_first_strokes(with_photo, sketch, qtbot):
    assert with_photo.view_bar.photo.value() == 100
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.view_bar.photo.value() == 25)
    with_photo.view_bar.photo.setValue(60)
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert with_photo.view_bar.photo.value() == 60  # what the user chose stays


def test_the_status_bar_says_where_it_runs(with_photo, sketch, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    assert not with_photo.status.environment.isVisible()
    with_photo.status.details.click()
    qtbot.waitUntil(lambda: with_photo.status.environment.text().startswith("CPU  ·  1 thread  ·  fake"))
    assert with_photo.status.environment.isVisible()


def test_pause_and_resume(with_photo, sketch, qtbot):
    line = with_photo.time_line
    assert not line.pause.isVisible()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: line.pause.isVisible() and line.keep.isVisible() and line.discard.isVisible())
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 1)
    qtbot.mouseClick(line.pause, LEFT)
    assert line.pause.text() == "Resume"
    assert line.stage.text() == "Paused"
    sketch.go_on()
    qtbot.wait(60)
    assert with_photo.session.run.state.step == 1
    qtbot.mouseClick(line.pause, LEFT)
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert with_photo.session.sheet.drawing.stroke_count == 16
    assert not line.pause.isVisible()


def test_escape_pauses_and_a_second_one_does_nothing(with_photo, sketch, qtbot):
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 1)
    for _ in range(3):
        QTest.keyClick(with_photo, Qt.Key.Key_Escape)
        assert with_photo.session.run.state.phase is Phase.PAUSED
    sketch.go_on()
    qtbot.mouseClick(with_photo.time_line.pause, LEFT)
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert with_photo.session.sheet.drawing.stroke_count == 16


def test_keep_by_button_and_from_the_menu(with_photo, sketch, qtbot):
    for stop in (
        lambda: qtbot.mouseClick(with_photo.time_line.keep, LEFT),
        with_photo.verbs.keep.trigger,
    ):
        QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
        sketch.go_on(1)
        qtbot.waitUntil(lambda: with_photo.session.run.state.step == 1)
        stop()
        assert with_photo.session.run.state.phase is Phase.STOPPING
        with_photo.refresh.flush()
        assert with_photo.time_line.stage.text() == "Keeping what is drawn"
        qtbot.waitUntil(lambda: not with_photo.session.run.active)
        assert with_photo.session.run.state.report.stopped
    assert with_photo.session.sheet.undo_stack.count() == 2


def test_discard_goes_back(with_photo, sketch, qtbot):
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    qtbot.mouseClick(with_photo.time_line.discard, LEFT)
    assert with_photo.session.sheet.shown is None
    with_photo.refresh.flush()
    assert not with_photo.isWindowModified()
    assert with_photo.time_line.stage.text() == "Ready to draw"


def test_undo_and_redo_by_key(with_photo, sketch, qtbot):
    sketch.go_on()
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None)
    assert with_photo.verbs.undo.text() == "&Undo draw 16 strokes"
    QTest.keyClick(with_photo, Qt.Key.Key_Z, CTRL)
    assert with_photo.session.sheet.drawing is None
    QTest.keyClick(with_photo, Qt.Key.Key_Z, CTRL | SHIFT)
    assert with_photo.session.sheet.drawing.stroke_count == 16


def test_undo_waits_for_the_end_of_a_run(with_photo, sketch, qtbot):
    """Undone behind the next run's preview, a drawing would be lost when that run is committed upon it."""
    session = with_photo.session
    for _ in range(2):
        qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
        sketch.go_on(1)
        qtbot.waitUntil(lambda: session.sheet.preview is not None)
        QTest.keyClick(with_photo, Qt.Key.Key_Z, CTRL)
        sketch.go_on(3)  # to the last of its four steps
        qtbot.waitUntil(lambda: not session.run.active)
    assert session.sheet.undo_stack.count() == 2
    assert session.sheet.undo_stack.index() == 2
    QTest.keyClick(with_photo, Qt.Key.Key_Z, CTRL)
    assert session.sheet.undo_stack.index() == 1
    assert session.sheet.drawing is not None


def test_saved_by_key_it_reads_back(with_photo, sketch, qtbot, tmp_path):
    sketch.go_on()
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None and not with_photo.session.run.active)
    QTest.keyClick(with_photo, Qt.Key.Key_S, CTRL)
    name_the_file(qtbot, tmp_path / "kept.svg")
    qtbot.waitUntil(lambda: not with_photo.session.file.modified)
    assert load_svg(tmp_path / "kept.svg").stroke_count == 16
    with_photo.refresh.flush()
    assert "kept.svg" in with_photo.windowTitle()
    with_photo.activateWindow()  # offscreen there is no window manager to do it when a dialog closes
    qtbot.waitUntil(with_photo.isActiveWindow)
    QTest.keyClick(with_photo, Qt.Key.Key_E, CTRL)
    page = with_photo.pages.export
    qtbot.waitUntil(lambda: page.isVisible() and page.exporting.plan is not None)
    page.name.selectAll()
    QTest.keyClicks(page.name, "alone")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.isVisible())
    assert load_svg(tmp_path / "alone.svg").stroke_count == 16
    assert with_photo.session.file.path == tmp_path / "kept.svg"


def test_closing_asks_and_stays(with_photo, sketch, qtbot):
    sketch.go_on()
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: with_photo.session.file.modified and not with_photo.session.run.active)
    assert not with_photo.close()
    answer_the_question(qtbot, "Cancel")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert with_photo.isVisible()


def test_closing_asks_and_saves_what_the_run_has_drawn(with_photo, sketch, qtbot, tmp_path):
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    sketch.go_on(2)
    qtbot.waitUntil(lambda: with_photo.session.run.state.step == 2)
    assert not with_photo.close()
    answer_the_question(qtbot, "Save")
    name_the_file(qtbot, tmp_path / "last.svg")
    qtbot.waitUntil(lambda: not with_photo.isVisible())
    assert load_svg(tmp_path / "last.svg").stroke_count == 8


def test_closing_with_nothing_unsaved_does_not_ask(with_photo):
    assert with_photo.close()
    assert not with_photo.isVisible()


def test_a_run_that_cannot_be_edited_says_so(with_photo, sketch, qtbot):
    with_photo.session.run.draw(Choices(preset="clipasso", strokes=4))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    assert with_photo.session.sheet.editable is None
    QTest.mouseClick(with_photo.canvas, LEFT)
    assert "nothing can be edited" in with_photo.message_line.message.text


def test_the_button_says_what_it_does_while_a_run_is_paused(with_photo, sketch, qtbot):
    button = with_photo.ask_panel.button
    QTest.mouseClick(button, LEFT)
    assert (button.text(), button.isEnabled()) == ("Drawing", False)
    sketch.go_on(2)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    with_photo.session.run.pause()
    assert (button.text(), button.isEnabled()) == ("Resume", True)
    QTest.mouseClick(button, LEFT)
    assert (button.text(), button.isEnabled()) == ("Drawing", False)
    assert with_photo.session.run.state.phase is Phase.RUNNING


def test_no_step_is_told_before_the_first(with_photo, sketch, qtbot):
    with_photo.ask_panel.draw.amount.choose("number")
    QTest.mouseClick(with_photo.ask_panel.button, LEFT)
    state = with_photo.session.run.state
    state.step, state.total = 0, 30
    with_photo.time_line.update_run()
    assert "step" not in with_photo.time_line.detail.text()
    state.step = 1
    with_photo.time_line.update_run()
    assert "step 1 of 30" in with_photo.time_line.detail.text()
