"""The File menu through the window: new, recent, revert, the kept photo, and files that others write."""

from __future__ import annotations

import json
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from taureau.document import load_svg, save_svg
from taureau.session import Message

from tests.session.sketches import drawing
from tests.ui.timeline.test_run import CTRL, answer_the_question, name_the_file


@pytest.fixture
def saved(with_photo, sketch, qtbot, tmp_path):
    """A drawing of 16 strokes in `a.svg`."""
    sketch.go_on()
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: with_photo.session.file.modified)
    QTest.keyClick(with_photo, Qt.Key.Key_S, CTRL)
    name_the_file(qtbot, tmp_path / "a.svg")
    qtbot.waitUntil(lambda: not with_photo.session.file.modified)
    activate(with_photo, qtbot)
    return with_photo


def activate(window, qtbot) -> None:
    """Offscreen there is no window manager to do it when a dialog closes."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def recent(window) -> list[str]:
    """The names in the menu as it opens."""
    window.files.recent_menu.aboutToShow.emit()
    actions = [action for action in window.files.recent_menu.actions() if "\t" in action.text()]
    return [action.text().split("\t")[0].split("  ")[1] for action in actions]


def choose_recent(window, name: str) -> None:
    menu = window.files.recent_menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    action = next(action for action in menu.actions() if name in action.text())
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_what_was_opened_and_saved_is_in_the_menu_latest_first(saved, photo_file):
    assert recent(saved) == ["a.svg", "disc.png"]
    assert "disc.png" in saved.files.recent_menu.actions()[1].toolTip()


def test_a_recent_file_is_opened(saved, photo_file, qtbot):
    with qtbot.waitSignal(saved.session.source.photo_changed):
        choose_recent(saved, "disc.png")
    assert saved.session.sheet.drawing is None
    assert recent(saved) == ["disc.png", "a.svg"]


def test_a_recent_file_that_went_away_is_dropped_with_a_word(saved, photo_file):
    photo_file.unlink()
    choose_recent(saved, "disc.png")
    assert saved.message_line.message.text == "disc.png is no longer there."
    assert recent(saved) == ["a.svg"]
    assert saved.session.sheet.drawing is not None


def test_the_menu_is_cleared(saved):
    choose_recent(saved, "Clear")
    assert recent(saved) == []
    assert not saved.files.recent_menu.menuAction().isEnabled()


def test_another_window_shares_the_list_and_ten_are_kept(saved, state, qtbot, tmp_path):
    file = state / "recent.json"
    qtbot.waitUntil(lambda: file.exists() and len(json.loads(file.read_text())) == 2)
    qtbot.waitUntil(lambda: saved.files.recent_menu._recents._unwritten == 0)  # it is told a turn later
    file.write_text(json.dumps([str(tmp_path / f"{number} & one.svg") for number in range(12)]))
    assert recent(saved) == [f"{number} && one.svg" for number in range(10)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_place_of_the_list_does_not_block_the_start(window, state):
    state.mkdir(exist_ok=True)
    os.mkfifo(state / "recent.json")
    window.files.recent_menu._recents.look()
    assert recent(window) == []
    assert [file.is_fifo() for file in state.glob("recent.json.broken-*")] == [True]


@pytest.mark.parametrize("content", [b"\xff\x00\x01", b"{}", b"[1, 2]", b'["a", ""]', b"[" * 9999, b""])
def test_a_damaged_list_is_set_aside_and_said(window, state, qtbot, content):
    state.mkdir(exist_ok=True)
    (state / "recent.json").write_bytes(content)
    recents = window.files.recent_menu._recents
    recents.look()
    window.files.begin()
    qtbot.waitUntil(window.message_line.isVisible)
    assert window.message_line.message.text == "The list of recent files was damaged."
    assert [file.read_bytes() for file in state.glob("recent.json.broken-*")] == [content]
    assert recent(window) == []


def test_new_asks_and_begins_with_an_empty_window(with_photo, sketch, qtbot):
    sketch.go_on()
    QTest.keyClick(with_photo, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: with_photo.session.file.modified)
    QTest.keyClick(with_photo, Qt.Key.Key_N, CTRL)
    answer_the_question(qtbot, "Cancel")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert with_photo.session.sheet.drawing is not None
    activate(with_photo, qtbot)
    QTest.keyClick(with_photo, Qt.Key.Key_N, CTRL)
    answer_the_question(qtbot, "Don’t save")
    qtbot.waitUntil(with_photo.welcome.isVisible)
    with_photo.refresh.flush()
    assert with_photo.windowTitle() == "Taureau"
    assert not with_photo.verbs.new.isEnabled()


def test_revert_by_the_menu(saved, qtbot):
    QTest.keyClick(saved, Qt.Key.Key_A, CTRL)
    QTest.keyClick(saved, Qt.Key.Key_Delete)
    assert saved.session.sheet.drawing.stroke_count == 0
    saved.verbs.revert.trigger()
    qtbot.waitUntil(lambda: saved.session.sheet.drawing.stroke_count == 16)
    saved.refresh.flush()
    assert not saved.isWindowModified()
    QTest.keyClick(saved, Qt.Key.Key_Z, CTRL)
    assert saved.session.sheet.drawing.stroke_count == 0
    saved.refresh.flush()
    assert saved.isWindowModified()


@pytest.mark.parametrize("word", ["Save under another name…", "Replace it", "Open what is there", "Cancel"])
def test_saving_over_what_another_program_wrote_is_asked(saved, qtbot, tmp_path, word):
    path = tmp_path / "a.svg"
    save_svg(drawing(3), path)
    QTest.keyClick(saved, Qt.Key.Key_A, CTRL)
    QTest.keyClick(saved, Qt.Key.Key_Delete)
    QTest.keyClick(saved, Qt.Key.Key_S, CTRL)
    answer_the_question(qtbot, word)
    if word == "Save under another name…":
        name_the_file(qtbot, tmp_path / "b.svg")
        qtbot.waitUntil(lambda: saved.session.file.path == tmp_path / "b.svg")
        assert load_svg(tmp_path / "b.svg").stroke_count == 0
    elif word == "Replace it":
        qtbot.waitUntil(lambda: not saved.session.file.modified)
        assert load_svg(path).stroke_count == 0
        return
    elif word == "Open what is there":
        qtbot.waitUntil(lambda: saved.session.sheet.drawing.stroke_count == 3)
        assert not saved.session.file.modified
    else:
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert saved.session.file.modified
    assert load_svg(path).stroke_count == 3


def test_the_choice_to_leave_the_photo_out_is_kept(saved, settings, qtbot):
    assert saved.session.file.embeds_photo
    saved.verbs.keep_photo.trigger()
    assert not saved.session.file.embeds_photo
    assert settings.value("files/keep_photo") == "false"
    QTest.keyClick(saved, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: b"<image" not in saved.session.file.path.read_bytes())


def test_closing_after_an_overtaken_save_does_not_close(saved, qtbot, tmp_path):
    save_svg(drawing(3), tmp_path / "a.svg")
    QTest.keyClick(saved, Qt.Key.Key_A, CTRL)
    QTest.keyClick(saved, Qt.Key.Key_Delete)
    saved.close()
    answer_the_question(qtbot, "Save")
    qtbot.waitUntil(
        lambda: (
            isinstance(box := QApplication.activeModalWidget(), QMessageBox)
            and any(button.text() == "Replace it" for button in box.findChildren(QPushButton))
        )
    )
    answer_the_question(qtbot, "Cancel")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert saved.isVisible()
    assert load_svg(tmp_path / "a.svg").stroke_count == 3


def test_saving_is_told_and_an_export_is_told_of_no_longer(saved, qtbot, tmp_path):
    assert saved.message_line.message.text == "Saved a.svg."
    assert str(tmp_path) in saved.message_line.message.advice
    saved.session.notified.emit(Message("Exported a.pdf.", kind="notice"))
    saved.editing.set_paper("#23282b", "black")
    QTest.keyClick(saved, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not saved.session.file.modified)
    assert saved.message_line.message.text == "Saved a.svg."
