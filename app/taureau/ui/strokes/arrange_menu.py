"""The order in which strokes are drawn: what is drawn later lies above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from taureau.session import Editing, Session
from taureau.ui.widgets.icons import dress


class ArrangeMenu(QMenu):
    """Its keys are those of Inkscape; they mean this only while the sheet has the focus, for lists and sliders have
    a use of their own for them."""

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
            dress(action, icon)
            window.addAction(action)
            canvas.addAction(action)
            self.order.append(action)
        self.addSeparator()
        self.duplicate = self.addAction("&Duplicate")
        self.duplicate.setShortcut("Ctrl+D")
        self.duplicate.setToolTip("A second of each selected stroke beside it (Ctrl+D)")
        self.duplicate.triggered.connect(editing.duplicate)
        dress(self.duplicate, "copy-plus")
        session.selection.changed.connect(self.show_verbs)
        session.run.changed.connect(self.show_verbs)
        self.show_verbs()

    def show_verbs(self) -> None:
        free = self._session.sheet.editable is not None and bool(self._session.selection.strokes)
        for action in (*self.order, self.duplicate):
            action.setEnabled(free)
