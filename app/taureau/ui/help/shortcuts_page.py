"""The page of shortcuts, generated from the menus so that it agrees with them."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from taureau.session.language import tr
from taureau.ui.help.commands import commands
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_BY_HAND = (
    (tr_noop("Zoom at the cursor"), tr_noop("Wheel")),
    (tr_noop("Move the sheet"), tr_noop("Space, or middle button, and drag")),
    (tr_noop("Leave it as before the press"), tr_noop("Esc")),
    (tr_noop("Scale in proportion, turn in steps"), tr_noop("Ctrl, while dragging")),
    (tr_noop("Do not snap"), tr_noop("Alt, while dragging")),
    (tr_noop("Zoom, or move the sheet, by touch"), tr_noop("Two fingers, or one")),
    (tr_noop("Go into a group, take one line of it"), tr_noop("Double-click, Ctrl+click")),
    (tr_noop("Drag what is selected into another program"), tr_noop("Ctrl+Alt, while dragging")),
    (tr_noop("What can be done here"), tr_noop("Right click, or the menu key")),
    (tr_noop("Move what is selected, 1 or 10 px"), tr_noop("Arrow keys, with Shift")),
    (tr_noop("Make nodes smooth, or corners"), tr_noop("Shift+S, Shift+C")),
    (tr_noop("Cut a line at nodes, join two ends"), tr_noop("Shift+B, Shift+J")),
    (tr_noop("Back to a control's default"), tr_noop("Ctrl+Backspace, or double-click its name")),
    (tr_noop("From control to control"), tr_noop("Tab, Shift+Tab")),
    (tr_noop("Hide or show the panels"), tr_noop("Tab, once the sheet was clicked")),
)
_COLUMNS = 2


class ShortcutsPage(QDialog):
    """A window beside the main one; it may stay open while one draws."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Shortcuts"))
        self._window = window
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Shortcuts by menu"))
        close = push_button(tr("Close"), tooltip=tr("Close this page (Esc)"))
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
        for group in [*groups, (tr("By hand"), [(tr(what), tr(how)) for what, how in _BY_HAND])]:
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
