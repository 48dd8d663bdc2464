"""What a user does with the export dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit
from pytestqt.qtbot import QtBot
from taureau.ui.shell.main_window import MainWindow
from taureau.ui.widgets.choice_row import ChoiceRow

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def called_up(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window, with the dialog called up by its keys and its plan made."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=60_000)
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    dialog = window.pages.export
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.exporting.plan is not None, timeout=60_000)
    return window


def choose(row: ChoiceRow, value: str) -> None:
    QTest.mouseClick(row.button(value), LEFT)


def type_into(field: QAbstractSpinBox | QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
