"""Photos and drawings come in: dropped, pasted, clicked, opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from taureau.document import save_svg
from taureau.resources import resource
from taureau.ui.shell.incoming import Incoming

from tests.session.sketches import drawing

MIDDLE = QPointF(600, 400)


def drop(window, data: QMimeData) -> bool:
    """Hold the data over the window and let go, as the platform would tell it; True when it was taken."""
    handle = window.windowHandle()
    actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(MIDDLE.toPoint(), actions, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(MIDDLE, actions, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, event)
    return event.isAccepted()


def file_data(path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def red_image() -> QImage:
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#c03020"))
    return image


def test_the_empty_window_invites(window):
    assert window.welcome.isVisible()
    assert not window.canvas.isVisible()
    assert window.windowTitle() == "Taureau"
    assert not window.ask_panel.button.isEnabled()


def test_a_dropped_photo_is_shown(window, photo_file, qtbot):
    with qtbot.waitSignal(window.session.source.photo_changed):
        assert drop(window, file_data(photo_file))
    assert window.canvas.isVisible()
    window.refresh.flush()
    assert "disc.svg" in window.windowTitle()
    picture = window.canvas.grab().toImage()
    middle = window.canvas.view.to_canvas(QPointF(60, 40)).toPoint()
    corner = window.canvas.view.to_canvas(QPointF(4, 4)).toPoint()
    ratio = picture.devicePixelRatio()
    assert picture.pixelColor(middle * ratio).lightness() < 80 < 180 < picture.pixelColor(corner * ratio).lightness()


def test_a_dropped_drawing_is_opened(window, tmp_path, qtbot):
    save_svg(drawing(5), tmp_path / "waves.svg")
    with qtbot.waitSignal(window.session.sheet.changed):
        assert drop(window, file_data(tmp_path / "waves.svg"))
    assert window.canvas.isVisible()
    assert window.time_line.stage.text() == "5 strokes"
    assert not window.ask_panel.button.isEnabled()  # there is no photo to draw


def test_a_dropped_picture_is_taken(window, qtbot):
    data = QMimeData()
    data.setImageData(red_image())
    with qtbot.waitSignal(window.session.source.photo_changed):
        assert drop(window, data)
    assert window.session.source.photo.pixels[30, 40].tolist() == [192, 48, 32]


def test_dropped_text_is_refused(window):
    data = QMimeData()
    data.setText("words")
    assert not drop(window, data)


def test_held_over_the_window_and_taken_away_it_leaves_no_mark(window, photo_file):
    before = window.welcome.grab().toImage()
    handle = window.windowHandle()
    data = file_data(photo_file)
    enter = QDragEnterEvent(
        MIDDLE.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(handle, enter)
    assert window.welcome.grab().toImage() != before
    QApplication.sendEvent(handle, QDragLeaveEvent())
    assert window.welcome.grab().toImage() == before


def test_a_pasted_picture_is_taken(window, qtbot):
    QGuiApplication.clipboard().setImage(red_image())
    with qtbot.waitSignal(window.session.source.photo_changed):
        QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (window.session.source.photo.width, window.session.source.photo.height) == (90, 60)


def test_pasting_nothing_is_said(window, qtbot):
    QGuiApplication.clipboard().setText("words")
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.message_line.isVisible()
    assert "neither strokes nor a picture" in window.message_line.message.text


def test_a_sample_is_opened_by_a_click(window, qtbot):
    button = window.welcome.shelf.samples[0]
    with qtbot.waitSignal(window.session.source.photo_changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.source.photo is not None


def test_a_sample_is_drawn_by_one_click(window, sketch, qtbot):
    with qtbot.waitSignal(window.session.sheet.changed):
        qtbot.mouseClick(window.welcome.try_button, Qt.MouseButton.LeftButton)
        sketch.go_on()
    qtbot.waitUntil(lambda: not window.session.run.active)
    assert window.session.source.photo is not None
    assert window.session.sheet.drawing is not None
    assert not window.ask_panel.choices.words


def test_a_bad_file_is_said_in_the_window_and_can_be_closed(window, tmp_path, qtbot):
    path = tmp_path / "notes.jpg"
    path.write_text("no photo")
    with qtbot.waitSignal(window.session.notified):
        drop(window, file_data(path))
    assert window.message_line.isVisible()
    assert "notes.jpg" in window.message_line.message.text
    assert window.welcome.isVisible()
    close = window.message_line.findChild(type(window.welcome.shelf.samples[0]))
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.message_line.isVisible()


def test_a_file_is_opened_through_the_dialog(window, photo_file, qtbot):
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    field.clear()
    QTest.keyClicks(field, str(photo_file))
    with qtbot.waitSignal(window.session.source.photo_changed):
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("word", "opened"), [("Don’t save", True), ("Cancel", False)])
def test_another_photo_asks_about_unsaved_work(with_photo, sketch, photo_file, qtbot, word, opened):
    sketch.go_on()
    QTest.keyClick(with_photo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: with_photo.session.file.modified)
    drop(with_photo, file_data(photo_file))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    button = next(button for button in box.findChildren(QPushButton) if button.text() == word)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    if opened:
        qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is None)
    else:
        assert with_photo.session.sheet.drawing is not None


def test_an_error_goes_when_another_document_comes(window, open_in_window, photo_file, tmp_path, qtbot):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    window.files.take(Incoming(path=broken))
    qtbot.waitUntil(window.message_line.isVisible)
    open_in_window(photo_file)
    assert not window.message_line.isVisible()


@pytest.mark.parametrize("how", ["dropped", "recent"])
def test_a_file_that_cannot_be_read_is_refused_without_a_question(with_photo, sketch, tmp_path, qtbot, how):
    window, path = with_photo, tmp_path / "notes.jpg"
    path.write_text("no photo")
    sketch.go_on()
    qtbot.mouseClick(window.ask_panel.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.file.unsaved and not window.session.run.active)
    with qtbot.waitSignal(window.session.notified):
        drop(window, file_data(path)) if how == "dropped" else window.files.open_recent(path)
    qtbot.wait(20)
    assert QApplication.activeModalWidget() is None
    assert window.message_line.message.kind == "error"
    assert window.session.sheet.drawing is not None


def test_the_start_page_shows_drawings_the_latest_first_and_none_twice(window, tmp_path, qtbot):
    shelf = window.welcome.shelf
    qtbot.waitUntil(lambda: all(not tile.icon().isNull() for tile in shelf.samples))
    assert (len(shelf.drawings), len(shelf.samples)) == (0, 8)
    recents = window.files.persistence.recents
    for name in ("first", "second"):
        save_svg(drawing(3), tmp_path / f"{name}.svg")
        recents.add(tmp_path / f"{name}.svg")
    recents.add(tmp_path / "gone.svg")
    recents.add(tmp_path / "photo.jpg")
    recents.add(resource("samples/cat.svg"))  # which is there as a sample
    recents.add(tmp_path / "first.svg")
    names = [tile.accessibleName() for tile in shelf.drawings]
    assert names == [f"Recent drawing: {name}" for name in ("first", "gone", "second")]
    qtbot.waitUntil(lambda: not shelf.drawings[1].isVisible())
    qtbot.waitUntil(lambda: not shelf.drawings[2].icon().isNull())
    tiles = [tile.accessibleName() for tile in (*shelf.drawings, *shelf.samples)]
    assert len(tiles) == len(set(tiles)) == 8
    with qtbot.waitSignal(window.session.sheet.changed):
        qtbot.mouseClick(shelf.drawings[2], Qt.MouseButton.LeftButton)
    assert window.session.file.path == tmp_path / "second.svg"


def test_the_start_page_gives_its_example_once(window):
    shown = [field.placeholderText() for field in window.findChildren(QLineEdit) if field.isVisible()]
    assert sum("a sad camel" in text for text in shown) == 1
