"""The command palette, the page of shortcuts, the diagnostics and the page about the program."""

from __future__ import annotations

import logging
from email.message import Message
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from taureau import __version__
from taureau.ui.help.commands import commands, matching
from taureau.ui.widgets.icons import mark


def names(window) -> list[str]:
    tree = window.pages.palette.list
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]


@pytest.fixture
def palette(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.palette.isVisible()
    yield window.pages.palette
    window.pages.palette.close()


def test_what_cannot_be_done_now_is_not_offered(window, palette):
    assert "Open…" in names(window)
    assert "Save" not in names(window)


def test_typing_finds_and_enter_does(with_photo, qtbot):
    window = with_photo
    window.verbs.palette.trigger()
    palette = window.pages.palette
    qtbot.keyClicks(palette.field, "100")
    assert names(window) == ["100 %"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.canvas.view.scale == 1.0


def test_arrows_browse_and_escape_leaves_everything(window, palette, qtbot):
    second = names(window)[1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentItem().text(0) == second
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_no_such_command(window, palette, qtbot):
    qtbot.keyClicks(palette.field, "make coffee")
    assert not palette.list.isVisible()
    assert any("No command" in word.text() for word in palette.findChildren(QLabel) if word.isVisible())
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_was_done_last_comes_first(with_photo, qtbot):
    window = with_photo
    for _ in range(2):
        window.verbs.palette.trigger()
        qtbot.keyClicks(window.pages.palette.field, "zoom out")
        qtbot.keyClick(window.pages.palette.field, Qt.Key.Key_Return)
    window.verbs.palette.trigger()
    assert names(window)[0] == "Zoom out"
    assert names(window).count("Zoom out") == 1
    window.pages.palette.close()


def test_names_that_begin_with_the_words_come_before_those_that_hold_them(window):
    found = matching(commands(window.menuBar()), "save")
    assert [one.name for one in found[:2]] == ["Save", "Save as…"]
    assert all("save" in f"{one.menu} {one.name}".lower() for one in found)


def test_no_two_commands_share_a_key(window):
    """Keys that change hands, as Esc does, are given to one at a time."""
    keys = [
        keys.toString(QKeySequence.SequenceFormat.PortableText)
        for one in commands(window.menuBar())
        for keys in one.action.shortcuts()
        if not keys.isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_the_page_of_shortcuts_says_what_the_menus_say(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.pages.shortcuts
    assert page.isVisible()
    shown = {word.text() for word in page.findChildren(QLabel)}
    for one in commands(window.menuBar()):
        if one.keys:
            assert one.name in shown
            assert one.all_keys in shown
    page.close()


def test_the_report_is_read_before_it_is_copied(window, qtbot):
    logging.getLogger("taureau.anything").warning("the pen is dry")
    window.verbs.diagnostics.trigger()
    page = window.pages.diagnostics
    text = page.text.toPlainText()
    for fact in (f"Taureau {__version__}", "memory:", "PySide6-Essentials", "the pen is dry", "none yet"):
        assert fact in text
    assert str(Path.home()) not in text
    QGuiApplication.clipboard().setText("something else")
    assert QGuiApplication.clipboard().text() == "something else"
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    page.close()


def test_about_says_version_and_licence(window):
    window.verbs.about.trigger()
    said = " ".join(word.text() for word in window.pages.about.findChildren(QLabel))
    assert __version__ in said
    assert "Apache" in said
    window.pages.about.close()


def test_the_bull_is_the_windows_icon(qapp):
    image = mark().pixmap(64, 64).toImage()
    dark = sum(image.pixelColor(x, y).lightness() < 80 for x in range(64) for y in range(64))
    assert 64 < dark < 64 * 64 / 4


def test_every_control_has_a_name_to_be_spoken(rows):
    """A screen reader says the accessible name, else the text; nothing that takes the focus may lack both.

    All pages and dialogs are opened first, for some say their names only then.
    """
    pages = [rows.pages.export, rows.pages.models, rows.pages.shortcuts, rows.pages.diagnostics, rows.pages.about]
    verbs = rows.verbs
    for verb in (verbs.export, verbs.models, verbs.shortcuts, verbs.diagnostics, verbs.about):
        verb.trigger()
    assert all(page.isVisible() for page in pages)
    nameless = []
    for widget in rows.findChildren(QWidget):
        if isinstance(widget, QLabel) or widget.isHidden() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        text = widget.text() if hasattr(widget, "text") and callable(widget.text) else ""
        if not (widget.accessibleName() or text or widget.windowTitle()):
            nameless.append((type(widget).__name__, widget.objectName(), type(widget.parent()).__name__))
    for page in pages:
        page.close()
    assert not nameless, nameless


def test_the_palette_is_as_high_as_what_it_found(with_photo, qtbot):
    with_photo.verbs.palette.trigger()
    palette = with_photo.pages.palette
    whole = palette.height()
    qtbot.keyClicks(palette.field, "100")
    assert len(names(with_photo)) == 1
    assert palette.height() < whole / 2
    for _ in "100":
        qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    assert palette.height() == whole
    palette.close()


@pytest.fixture
def named_releases(monkeypatch):
    named = Message()
    named["Project-URL"] = "Releases, https://example.org/taureau/releases"
    monkeypatch.setattr("taureau.session.diagnostics.metadata", lambda _: named)


def test_the_page_of_newer_versions_is_opened_only_when_asked(named_releases, window, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(
        "taureau.ui.shell.controller.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    assert window.verbs.newer.isVisible()
    assert opened == []
    window.verbs.newer.trigger()
    assert opened == ["https://example.org/taureau/releases"]


def test_without_such_a_page_it_is_not_offered(window):
    assert not window.verbs.newer.isVisible()
