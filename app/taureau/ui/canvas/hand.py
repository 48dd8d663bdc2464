"""The hand: it moves the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from taureau.ui.canvas.tool import Gesture, Pointer, Tool

if TYPE_CHECKING:
    from taureau.ui.canvas.viewport import Looking


class Hand(Tool):
    name = "Hand"
    hint = "Drag to move the sheet."
    more = "The wheel zooms at the cursor."

    def __init__(self, canvas: Looking) -> None:
        self._canvas = canvas

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor

    def press(self, at: Pointer) -> Gesture:
        return Pan(self._canvas, at)


class Pan(Gesture):
    """The sheet follows the mouse; cancelled, it lies where it lay."""

    def __init__(self, canvas: Looking, at: Pointer) -> None:
        self._canvas = canvas
        self._before, self._fitted = canvas.view, canvas.fitted
        self._grip = at.window.toPoint()
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: Pointer) -> None:
        here = at.window.toPoint()
        if here != self._grip:
            self._canvas.set_view(self._canvas.view.moved(QPointF(here - self._grip)))
            self._grip = here

    def cancel(self) -> None:
        self._canvas.set_view(self._before, fitted=self._fitted)
