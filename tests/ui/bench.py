"""Canvas, tools and session without the main window, for tests of what they do together."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow
from taureau.document import Drawing
from taureau.session import Editing, Pen, Preferences, Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools.toolbox import Toolbox


class Bench(QMainWindow):
    """Shows the session's drawing over a grey photo, with the tools and a few commands of the Edit menu."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        session.setParent(self)
        self.session = session
        self.editing, self.pen = Editing(session), Pen(session)
        self.canvas = Canvas()
        self.canvas.draw_in = False
        self.setCentralWidget(self.canvas)
        tools, edit = self.menuBar().addMenu("Tools"), self.menuBar().addMenu("Edit")
        self.toolbox = Toolbox(self, tools, self.canvas, session, self.editing, self.pen, Preferences())
        self.addToolBar("Tools").addWidget(self.toolbox.bar)
        undo = session.sheet.undo_stack.createUndoAction(self, "&Undo")
        redo = session.sheet.undo_stack.createRedoAction(self, "&Redo")
        for action, keys in ((undo, "Ctrl+Z"), (redo, "Ctrl+Shift+Z")):
            action.setShortcut(QKeySequence(keys))
            edit.addAction(action)
        for text, keys, command in (
            ("Select all", "Ctrl+A", session.selection.select_all),
            ("Select nothing", "Esc", session.selection.clear),
            ("Delete", "Delete", self.editing.delete),
        ):
            action = edit.addAction(text)
            action.setShortcuts([QKeySequence(keys), *([QKeySequence("Backspace")] if keys == "Delete" else [])])
            action.triggered.connect(lambda _=False, command=command: command())
        self.verbs = SimpleNamespace(undo=undo, redo=redo)
        session.sheet.changed.connect(self._show_drawing)
        session.selection.changed.connect(lambda: self.canvas.set_marked(session.selection.marked))

    def open(self, drawing: Drawing) -> None:
        photo = QImage(round(drawing.width), round(drawing.height), QImage.Format.Format_RGB32)
        photo.fill(Qt.GlobalColor.lightGray)
        self.canvas.set_photo(photo)
        self.canvas.set_photo_opacity(0.25)
        self.session.sheet.set_drawing(drawing)

    def _show_drawing(self) -> None:
        drawing = self.session.sheet.shown
        if drawing is not None:
            self.canvas.viewport.set_sheet(QSizeF(drawing.width, drawing.height))
        self.canvas.set_drawing(drawing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.canvas.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.canvas.keyReleaseEvent(event)
