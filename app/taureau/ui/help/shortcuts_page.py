"""The page of shortcuts, generated from the menus so that it agrees with them."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from taureau.ui.help.commands import commands
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.theme import GRID

_BY_HAND = (
    ("Zoom at the cursor", "Wheel"),
    ("Move the sheet", "Space, or middle button, and drag"),
    ("Leave it as before the press", "Esc"),
    ("Scale in proportion, turn in steps", "Ctrl, while dragging"),
    ("Do not snap", "Alt, while dragging"),
    ("Zoom, or move the sheet, by touch", "Two fingers, or one"),
    ("Go into a group, take one line of it", "Double-click, Ctrl+click"),
    ("Drag what is selected into another program", "Ctrl+Alt, while dragging"),
    ("What can be done here", "Right click, or the menu key"),
    ("Move what is selected, 1 or 10 px", "Arrow keys, with Shift"),
    ("Make nodes smooth, or corners", "Shift+S, Shift+C"),
    ("Cut a line at nodes, join two ends", "Shift+B, Shift+J"),
    ("Back to a control's default", "Ctrl+Backspace, or double-click its name"),
    ("From control to control", "Tab, Shift+Tab"),
    ("Hide or show the panels", "Tab, once the sheet was clicked"),
)
_COLUMNS = 2


class ShortcutsPage(QDialog):
    """A window beside the main one; it may stay open while one draws."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle("Shortcuts")
        self._window = window
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Shortcuts by menu")
        close = push_button("Close", tooltip="Close this page (Esc)")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        open_as_large_as(self, 96 * GRID, 80 * GRID)

    def show_page(self) -> None:
        """Update the list and show the page."""
        with_keys = [one for one in commands(self._window.menuBar()) if one.keys]
        groups = [
            (menu, [(one.name, one.all_keys) for one in group])
            for menu, group in groupby(with_keys, lambda one: one.menu)
        ]
        columns: list[list[tuple[str, list[tuple[str, str]]]]] = [[] for _ in range(_COLUMNS)]
        for group in [*groups, ("By hand", list(_BY_HAND))]:
            min(columns, key=lambda column: sum(len(rows) + 2 for _, rows in column)).append(group)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        across.setSpacing(5 * GRID)
        for column in columns:
            down = QVBoxLayout()
            down.setSpacing(3 * GRID)
            for menu, rows in column:
                down.addLayout(_table(menu, rows))
            down.addStretch(1)
            across.addLayout(down, 1)
        self._scroll.setWidget(inside)
        self.show()
        self.raise_()
        self.activateWindow()


def _table(menu: str, rows: list[tuple[str, str]]) -> QGridLayout:
    table = QGridLayout()
    table.setVerticalSpacing(GRID // 2)
    table.setHorizontalSpacing(2 * GRID)
    table.setColumnStretch(0, 1)
    table.addWidget(label(menu.upper(), "heading"), 0, 0, 1, 2)
    for row, (name, keys) in enumerate(rows, 1):
        table.addWidget(label(name), row, 0)
        what = label(keys, "muted")
        what.setWordWrap(True)
        what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.addWidget(what, row, 1)
    return table
