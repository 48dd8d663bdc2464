"""Gestures that change strokes: previewed as lines, committed as one undoable step."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from taureau.session import Session
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.tool import Gesture

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas


class Edit(Gesture):
    """Holds the drawing still that it began with; when another one is laid on the sheet, it does nothing more."""

    def __init__(self, canvas: Canvas, session: Session, places: Collection[int]) -> None:
        session.hold_still()
        self.canvas, self.session = canvas, session
        self.drawing = session.editable
        self.places = frozenset(places)
        self._shown = canvas.lines(self.places)

    @property
    def holds(self) -> bool:
        """False once the drawing has changed under the hand."""
        return self.drawing is not None and self.session.editable is self.drawing

    @property
    def lines(self) -> list[Line]:
        """The lines that are taken hold of, as they were."""
        return self._shown

    def show(self, instead: Mapping[int, Sequence[Line]]) -> None:
        """Preview these lines in place of those at the same places."""
        if self.holds:
            self.canvas.show_instead(instead)

    def cancel(self) -> None:
        if self.holds:
            self.canvas.show_instead({})
