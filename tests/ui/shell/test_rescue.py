"""The offer of what a crash has left, through the window; and what is said of files of our own that are damaged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from taureau.photo import photo_from_array
from taureau.session import Message, Runner, Session, open_settings
from taureau.session.recovery.snapshot import Snapshot, new_slot
from taureau.ui.shell.main_window import MainWindow

from tests.session.sketches import SteppedSketch, drawing, photo_pixels
from tests.ui.timeline.test_run import CTRL, LEFT, answer_the_question


def leave_behind(state, name: str, strokes: int, *, running: bool = False) -> None:
    """What a session leaves that was killed."""
    slot = new_slot(state / "recovery")
    there = drawing(strokes)
    photo = photo_from_array(photo_pixels(), name="disc.png")
    slot.keep(Snapshot(there, there if running else None, photo, name, None, None, None, None))
    slot.unlock()


def button(window, word: str, place: int = 0) -> QPushButton:
    return [one for one in window.files.rescue_card.findChildren(QPushButton) if one.text() == word][place]


@pytest.fixture
def offering(window, state, qtbot):
    """A window that offers two drawings, the one of a run among them."""
    leave_behind(state, "one.svg", 5)
    leave_behind(state, "two.svg", 7, running=True)
    window.files.begin()
    qtbot.waitUntil(window.files.rescue_card.isVisible)
    return window


def test_nothing_is_offered_where_nothing_was_lost(window, state, qtbot):
    window.files.begin()
    qtbot.wait(100)
    assert not window.files.rescue_card.isVisible()


def test_a_lost_drawing_is_restored_by_a_click(offering, qtbot):
    assert offering.welcome.isVisible()  # nothing modal: the window can be used
    assert QApplication.activeModalWidget() is None
    qtbot.mouseClick(button(offering, "Restore"), LEFT)
    qtbot.waitUntil(lambda: offering.session.sheet.drawing is not None)
    assert offering.session.sheet.drawing.stroke_count == 7  # the latest stands first
    assert offering.session.source.photo.name == "disc.png"
    assert offering.isWindowModified()
    assert offering.ask_panel.button.isEnabled()
    assert len(offering.files.persistence.recovery.offers) == 1


def test_restoring_asks_about_what_is_unsaved(offering, qtbot):
    qtbot.mouseClick(button(offering, "Restore"), LEFT)
    qtbot.waitUntil(lambda: offering.session.sheet.drawing is not None)
    qtbot.mouseClick(button(offering, "Restore"), LEFT)
    answer_the_question(qtbot, "Cancel")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert offering.session.sheet.drawing.stroke_count == 7
    assert len(offering.files.persistence.recovery.offers) == 1


def test_a_discarded_offer_is_brought_back_by_the_message(offering, qtbot):
    qtbot.mouseClick(button(offering, "Discard"), LEFT)
    assert offering.message_line.message.text == "The drawing was discarded."
    assert offering.message_line.message.advice == "two.svg"
    assert len(offering.files.persistence.recovery.offers) == 1
    qtbot.mouseClick(offering.message_line.verb, LEFT)
    assert not offering.message_line.isVisible()
    assert len(offering.files.persistence.recovery.offers) == 2


def test_closed_the_card_is_shown_again_at_the_next_start(offering, state, qtbot):
    qtbot.mouseClick(offering.files.rescue_card.findChild(QToolButton), LEFT)
    assert not offering.files.rescue_card.isVisible()
    offering.files.begin()
    qtbot.waitUntil(offering.files.rescue_card.isVisible)
    assert len(offering.files.persistence.recovery.offers) == 2


def test_the_card_is_worked_by_keys(offering, qtbot):
    button(offering, "Restore").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button(offering, "Restore"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(offering, "Discard")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert len(offering.files.persistence.recovery.offers) == 1


def test_a_clean_close_leaves_nothing(loop, appearance, settings, sketch, photo_file, state, qtbot):
    sketch.go_on()
    window = MainWindow(Session(Runner(sketch)), appearance, settings)
    window.show()
    with qtbot.waitSignal(window.session.source.photo_changed):
        window.files.open_recent(photo_file)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: list(state.glob("recovery/*/about.json")) != [])
    window.close()
    answer_the_question(qtbot, "Don’t save")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert list(state.glob("recovery/*")) == []
    window.deleteLater()


# Settings.


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00garbage",
        b"no sections\n",
        b"[window]\nsees true\n",
        b"[a]\nb=\x00\n",
        "[ü]\nü=1".encode("latin-1"),
    ],
)
def test_damaged_settings_are_set_aside_and_said(tmp_path, content):
    file = tmp_path / "window.ini"
    file.write_bytes(content)
    settings, message = open_settings(file)
    assert message.text == "The window’s settings were damaged."
    assert [aside.read_bytes() for aside in tmp_path.glob("window.ini.broken-*")] == [content]
    settings.setValue("window/motion", "false")
    settings.sync()
    again, message = open_settings(file)
    assert (again.value("window/motion"), message) == ("false", None)


def test_a_second_damaged_file_on_one_day_gets_a_name_of_its_own(tmp_path):
    file = tmp_path / "window.ini"
    for _ in range(3):
        file.write_bytes(b"\xff")
        open_settings(file)
    assert len(list(tmp_path.glob("window.ini.broken-*"))) == 3


def test_a_folder_where_the_settings_should_be_is_set_aside(tmp_path):
    (tmp_path / "window.ini").mkdir()
    _, message = open_settings(tmp_path / "window.ini")
    assert message is not None


def test_settings_as_the_window_leaves_them_are_whole(window, settings):
    settings.setValue("window/geometry", window.saveGeometry())
    settings.setValue("sees/labels", "a, b=c; „d“\n[e]")
    settings.sync()
    _, message = open_settings(type(settings.fileName() and __import__("pathlib").Path())(settings.fileName()))
    assert message is None


def test_settings_of_wrong_types_are_passed_over(loop, appearance, tmp_path, qtbot, state):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for key in ("geometry", "zones", "appearance", "motion", "sees"):
        settings.setValue(f"window/{key}", QByteArray(b"nonsense"))
    settings.setValue("files/keep_photo", QByteArray(b"nonsense"))
    settings.sync()
    window = MainWindow(Session(Runner(SteppedSketch())), appearance, open_settings(tmp_path / "window.ini")[0])
    window.show()
    qtbot.waitExposed(window)
    assert window.close()
    window.deleteLater()
    appearance.set_mode("light")


def test_what_is_damaged_at_the_start_is_said_in_one_line(window, state, qtbot):
    leave_behind(state, "one.svg", 5)
    next(state.glob("recovery/*/about.json")).write_bytes(b"?")
    window.files.begin([Message("The window’s settings were damaged.", "They were set aside.", kind="notice")])
    qtbot.waitUntil(window.message_line.isVisible)
    message = window.message_line.message
    assert message.text == "Files of Taureau’s own were damaged."
    assert "settings were damaged" in message.advice
    assert "recovery copy" in message.advice
