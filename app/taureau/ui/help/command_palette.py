"""The command palette: type a few letters of what to do, and do it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from taureau.session.language import tr
from taureau.ui.help.commands import Command, commands, matching
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID

_SIZE = (76 * GRID, 52 * GRID)  # px, at most
_BROWSING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """A popup over the window, open until a command is chosen, Esc is pressed or one clicks elsewhere."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Commands"))
        self._window = window
        self._latest: list[str] = []  # names of what was done from here, the latest first
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What to do: a few letters are enough"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Commands found"))
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for narrow in (1, 2):
            self.list.header().setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(lambda _: self._do())
        self._nothing = label(tr("No command has this name."), "muted", centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        self._found: list[Command] = []

    def show_page(self) -> None:
        """Open with the enabled commands, the recently used ones first."""
        width = min(_SIZE[0], self._window.width() - 4 * GRID)
        self.resize(width, self.height())
        self.field.clear()
        self._find("")
        head = self._window.mapToGlobal(self._window.rect().topLeft())
        self.move(head.x() + (self._window.width() - width) // 2, head.y() + 6 * GRID)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While typing, let the arrow keys browse the list and Enter run the current command."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
            if event.key() in _BROWSING:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        able = [one for one in commands(self._window.menuBar()) if one.action.isEnabled()]
        found = matching(able, text)
        if not text.strip():
            found.sort(key=lambda one: self._latest.index(one.name) if one.name in self._latest else len(self._latest))
        self._found = found
        self.list.clear()
        items = []
        for one in found:
            name = f"✓ {one.name}" if one.action.isCheckable() and one.action.isChecked() else one.name
            item = QTreeWidgetItem([name, one.menu, one.keys])
            item.setToolTip(0, one.action.toolTip())
            item.setForeground(1, self.palette().placeholderText())
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            items.append(item)
        self.list.addTopLevelItems(items)
        if items:
            self.list.setCurrentItem(items[0])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the commands found, if there is room."""
        row = self.list.sizeHintForRow(0) if self._found else self._nothing.sizeHint().height() + 2 * GRID
        rows = row * max(1, len(self._found)) + 2 * self.list.frameWidth()
        spare = self.field.sizeHint().height() + 3 * GRID
        self.resize(self.width(), min(spare + rows, _SIZE[1], self._window.height() - 8 * GRID))

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        chosen = self._found[self.list.indexOfTopLevelItem(item)]
        self._latest = [chosen.name, *(name for name in self._latest if name != chosen.name)][:5]
        self.close()
        chosen.action.trigger()
