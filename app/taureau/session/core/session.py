"""One drawing session: its parts, made and wired together."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from taureau.session.drawing.selection import Selection
from taureau.session.drawing.sheet import Sheet
from taureau.session.files.drawing_file import DrawingFile
from taureau.session.run.draw_command import DrawVerb
from taureau.session.run.engine_loader import release_models
from taureau.session.run.run import Run
from taureau.session.run.runner import Runner
from taureau.session.run.source import Source


class Session(QObject):
    """Everything the window shows of one drawing, without a widget; each part has its own signals."""

    notified = Signal(object)  # Message for the user, of any part

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.sheet = Sheet(self)
        self.selection = Selection(self.sheet, self)
        self.source = Source(self)
        self.run = Run(runner, self.sheet, self.selection, self.source, self)
        self.draw = DrawVerb(self.sheet, self.source, self.run, self)
        self.file = DrawingFile(self.sheet, self.selection, self.source, self.run, self)
        self.run.notified.connect(self.notified)
        self.file.notified.connect(self.notified)

    @property
    def undo_stack(self) -> QUndoStack:
        """The stack that undo applies to now: of the drawing, or of the preview while a run is on."""
        return self.run.undo_stack if self.run.active else self.sheet.undo_stack

    def close(self) -> bool:
        """Stop all work; False when the drawing thread did not end in time."""
        self.file.close()
        closed = self.run.close()
        release_models()
        return closed
