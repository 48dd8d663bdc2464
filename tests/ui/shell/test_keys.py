"""The window by keyboard: Tab reaches every control, shows where it is, and hides the panels for those who draw."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.sheets import click

_MOST = 300  # steps of a walk


def states(window, sketch, qtbot, which: str) -> None:
    """Bring the window into the state of this name; `window` has a photo unless it is to be empty."""
    if which == "run":
        QTest.mouseClick(window.ask_panel.button, Qt.MouseButton.LeftButton)
        sketch.go_on(2)
        qtbot.waitUntil(lambda: window.session.sheet.preview is not None)
    elif which == "drawing":
        QTest.mouseClick(window.ask_panel.button, Qt.MouseButton.LeftButton)
        sketch.go_on()
        qtbot.waitUntil(lambda: window.session.sheet.drawing is not None and not window.session.run.active)
        window.session.selection.select_all()
    elif which == "unfolded":
        window.ask_panel.draw.fold.click()
        qtbot.wait(1)


def reachable(window) -> set[QWidget]:
    """Every control that can be used now; of a group of which one is taken by arrows, the one that is taken."""
    found = set()
    for widget in window.findChildren(QWidget):
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (
            widget.window() is window
            and widget.isVisible()
            and widget.isEnabled()
            and by_tab
            and not _by_arrows(widget)
        ):
            found.add(widget.focusProxy() or widget)
    return found


def _by_arrows(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()


def walked(window) -> list[QWidget]:
    """What has the focus, step by step, until it comes back to where it was first."""
    window.setFocus()
    path: list[QWidget] = []
    for _ in range(_MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if path and here is path[0]:
            return path
        path.append(here)
    raise AssertionError(f"Tab goes round between {set(path[-20:])}")


@pytest.mark.parametrize("which", ["empty", "photo", "unfolded", "drawing", "run"])
def test_tab_reaches_every_control_and_shows_where_it_is(which, request, sketch, qtbot):
    window = request.getfixturevalue("window" if which == "empty" else "with_photo")
    qtbot.waitUntil(window.isActiveWindow)
    states(window, sketch, qtbot, which)
    path = walked(window)
    left_out = reachable(window) - set(path)
    assert not left_out, [(type(w).__name__, w.accessibleName(), w.objectName()) for w in left_out]
    nameless = [w for w in path if not (w.accessibleName() or _text(w))]
    assert not nameless, nameless
    if which == "run":
        window.session.run.pause()  # a picture that changes by itself would hide a missing ring


def _text(widget: QWidget) -> str:
    return str(widget.text()) if isinstance(widget, QAbstractButton) else ""


@pytest.mark.parametrize("which", ["empty", "unfolded", "drawing"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_has_the_focus_looks_otherwise(which, mode, request, sketch, appearance, qtbot):
    window = request.getfixturevalue("window" if which == "empty" else "with_photo")
    qtbot.waitUntil(window.isActiveWindow)
    states(window, sketch, qtbot, which)
    qtbot.wait(400)  # what is drawn in comes to its end
    appearance.set_mode(mode)
    try:
        unmarked = []
        for widget in walked(window):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            with_focus = widget.grab().toImage()
            widget.clearFocus()
            QApplication.processEvents()
            if widget.grab().toImage() == with_focus:
                unmarked.append((type(widget).__name__, widget.accessibleName() or _text(widget), widget.objectName()))
        assert not unmarked, unmarked
    finally:
        appearance.set_mode("light")


def test_tab_hides_and_shows_the_panels_once_the_sheet_was_clicked(rows, qtbot):
    panels = rows.ask_panel, rows.strokes_panel, rows.time_line
    click(rows, 60, 70)
    assert QApplication.focusWidget() is rows.canvas
    QTest.keyClick(rows.canvas, Qt.Key.Key_Tab)
    assert not any(panel.isVisible() for panel in panels)
    assert rows.verbs.alone.isChecked()
    QTest.keyClick(rows.canvas, Qt.Key.Key_Tab)
    assert all(panel.isVisible() for panel in panels)


def test_tab_goes_on_from_the_sheet_for_those_who_came_by_it(rows, qtbot):
    rows.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows.canvas, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not rows.canvas
    assert rows.ask_panel.isVisible()


def test_the_sheet_alone_by_its_key_and_never_without_a_sheet(rows, qtbot):
    qtbot.waitUntil(rows.isActiveWindow)
    rows.ask_panel.draw.fold.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_F12)
    assert not rows.ask_panel.isVisible()
    assert QApplication.focusWidget() is rows.canvas
    rows.session.sheet.undo_stack.setClean()
    rows.session.file.new()
    assert rows.welcome.isVisible()
    assert rows.ask_panel.isVisible()
    assert not rows.verbs.alone.isEnabled()
