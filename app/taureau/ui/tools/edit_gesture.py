"""A gesture that changes strokes: previewed on the canvas, committed as one undoable step."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from taureau.session import Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.tool import Gesture


class EditGesture(Gesture):
    """Edits the drawing that it began with; once the session shows another drawing, it has no effect."""

    def __init__(self, canvas: Canvas, session: Session, indices: Collection[int]) -> None:
        session.run.pause()
        self.canvas, self.session = canvas, session
        self.drawing = session.sheet.editable
        self.indices = frozenset(indices)
        self._lines = canvas.lines(self.indices)

    @property
    def valid(self) -> bool:
        """False once the drawing has changed since the press."""
        return self.drawing is not None and self.session.sheet.editable is self.drawing

    @property
    def lines(self) -> list[Line]:
        """The lines of the edited strokes as they were at the press."""
        return self._lines

    def preview(self, lines: Mapping[int, Sequence[Line]]) -> None:
        """Show these lines in place of the strokes with the same indices."""
        if self.valid:
            self.canvas.preview(lines)

    def cancel(self) -> None:
        if self.valid:
            self.canvas.preview({})
