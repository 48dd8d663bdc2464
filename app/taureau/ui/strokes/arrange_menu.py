"""The Arrange menu: the drawing order of strokes, and Duplicate."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from taureau.session import Editing, Session
from taureau.ui.widgets.icons import set_icon


class ArrangeMenu(QMenu):
    """Uses Inkscape's keys, active only while the sheet has the focus: lists and sliders use the same keys."""

    def __init__(self, session: Session, editing: Editing, window: QWidget, canvas: QWidget) -> None:
        super().__init__("A&rrange", window)
        self._session = session
        self.setToolTipsVisible(True)
        self.order: list[QAction] = []
        for text, key, icon, tooltip, order in (
            ("To the &front", "Home", "arrow-up-to-line", "Draw the selected strokes last", "front"),
            ("&Raise", "PgUp", "arrow-up", "Draw the selected strokes one later", "forward"),
            ("&Lower", "PgDown", "arrow-down", "Draw the selected strokes one earlier", "backward"),
            ("To the &back", "End", "arrow-down-to-line", "Draw the selected strokes first", "back"),
        ):
            action = self.addAction(text)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setToolTip(f"{tooltip} of their layer ({key.replace('Pg', 'Page ')})")
            action.triggered.connect(lambda _=False, order=order: editing.arrange(order))
            set_icon(action, icon)
            window.addAction(action)
            canvas.addAction(action)
            self.order.append(action)
        self.addSeparator()
        self.duplicate = self.addAction("&Duplicate")
        self.duplicate.setShortcut("Ctrl+D")
        self.duplicate.setToolTip("A second of each selected stroke beside it (Ctrl+D)")
        self.duplicate.triggered.connect(editing.duplicate)
        set_icon(self.duplicate, "copy-plus")
        session.selection.changed.connect(self.update_enabled)
        session.run.changed.connect(self.update_enabled)
        self.update_enabled()

    def update_enabled(self) -> None:
        free = self._session.sheet.editable is not None and bool(self._session.selection.strokes)
        for action in (*self.order, self.duplicate):
            action.setEnabled(free)
