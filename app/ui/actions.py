"""The menus: every verb of the window with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.session import Phase, Session
from app.ui.icons import dress

Keys = QKeySequence | QKeySequence.StandardKey | str


class Actions:
    """Builds the menu bar once and keeps what can be done now enabled."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self._window = window
        self._session = session
        bar = window.menuBar()
        file, edit, draw, view = (bar.addMenu(name) for name in ("&File", "&Edit", "&Draw", "&View"))
        self.open = self._add(file, "&Open…", QKeySequence.StandardKey.Open, "folder-open")
        file.addSeparator()
        self.save = self._add(file, "&Save", QKeySequence.StandardKey.Save, "save")
        self.save_as = self._add(file, "Save &as…", "Ctrl+Shift+S")
        self.export = self._add(file, "&Export SVG…", "Ctrl+E", "file-down")
        self.export.setToolTip("Write the drawing alone, for other programs")
        file.addSeparator()
        self.quit = self._add(file, "&Quit", QKeySequence.StandardKey.Quit)

        self.undo = session.undo_stack.createUndoAction(window, "&Undo")
        self.undo.setShortcut("Ctrl+Z")
        self.redo = session.undo_stack.createRedoAction(window, "&Redo")
        self.redo.setShortcut("Ctrl+Shift+Z")
        for action, icon in ((self.undo, "undo-2"), (self.redo, "redo-2")):
            dress(action, icon)
            edit.addAction(action)
        edit.addSeparator()
        self.paste = self._add(edit, "&Paste picture", QKeySequence.StandardKey.Paste, "clipboard-paste")

        self.draw = self._add(draw, "&Draw", "Ctrl+Return", "spline")
        self.draw.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.pause = self._add(draw, "&Pause", None, "pause")
        self.keep = self._add(draw, "Stop and &keep", "Esc", "check")
        self.discard = self._add(draw, "Stop and d&iscard", None, "trash-2")
        draw.addSeparator()
        self.models = self._add(draw, "&Models…", None, "download")
        self.models.setToolTip("What there is to draw with: fetch, import, verify, remove")

        self.zoom_in = self._add(view, "Zoom &in", "+", "zoom-in")
        self.zoom_in.setShortcuts([QKeySequence("+"), QKeySequence("Ctrl++"), QKeySequence("=")])
        self.zoom_out = self._add(view, "Zoom &out", "-", "zoom-out")
        self.zoom_out.setShortcuts([QKeySequence("-"), QKeySequence("Ctrl+-")])
        self.fit = self._add(view, "&Fit into the window", "0", "scan")
        self.actual_size = self._add(view, "&100 %", "1")
        view.addSeparator()
        self.sees = self._add(view, "What it &sees", None)
        self.sees.setCheckable(True)
        self.sees.setToolTip("The panel that names what is seen in photo and drawing")
        self.motion = self._add(view, "Draw &new strokes in", None)
        self.motion.setCheckable(True)
        self.motion.setToolTip("New strokes appear along their length; switch off for no motion")
        appearance = view.addMenu("&Appearance")
        group = QActionGroup(window)
        self.appearances: dict[str, QAction] = {}
        for mode, name in (("system", "As the &system"), ("light", "&Light"), ("dark", "&Dark")):
            action = self._add(appearance, name, None)
            action.setCheckable(True)
            group.addAction(action)
            self.appearances[mode] = action
        self.update()

    def update(self) -> None:
        """Enable what can be done now."""
        session, phase = self._session, self._session.run.phase
        stoppable = phase in (Phase.RUNNING, Phase.PAUSED)
        something = session.photo is not None or session.shown is not None
        for action in (self.save, self.save_as, self.export):
            action.setEnabled(session.drawing is not None and not session.run.active)
        # A drawing undone behind a preview would be lost when the run is committed upon it.
        self.undo.setEnabled(session.undo_stack.canUndo() and not session.run.active)
        self.redo.setEnabled(session.undo_stack.canRedo() and not session.run.active)
        self.draw.setEnabled(session.photo is not None and not session.run.active)
        self.pause.setEnabled(stoppable)
        self.pause.setText("&Resume" if phase is Phase.PAUSED else "&Pause")
        self.keep.setEnabled(stoppable)
        self.discard.setEnabled(session.run.active)
        for action in (self.zoom_in, self.zoom_out, self.fit, self.actual_size):
            action.setEnabled(something)

    def connect(self, verbs: dict[str, Callable[[], object]]) -> None:
        """Give each named action what it does."""
        for name, verb in verbs.items():
            getattr(self, name).triggered.connect(lambda _=False, verb=verb: verb())

    def _add(self, menu: QMenu, text: str, keys: Keys | None, icon: str = "") -> QAction:
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if icon:
            dress(action, icon)
        menu.addAction(action)
        return action
