"""The hand: it moves the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from app.ui.tools.tool import Gesture, Pointer, Tool

if TYPE_CHECKING:
    from app.ui.handling import Handling


class Hand(Tool):
    name = "Hand"
    hint = "Drag to move the sheet; the wheel zooms at the cursor."

    def __init__(self, canvas: Handling) -> None:
        self._canvas = canvas

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor

    def press(self, at: Pointer) -> Gesture:
        return Pan(self._canvas, at)


class Pan(Gesture):
    """The sheet follows the mouse; cancelled, it lies where it lay."""

    def __init__(self, canvas: Handling, at: Pointer) -> None:
        self._canvas = canvas
        self._before, self._fitted = canvas.view, canvas.fitted
        self._grip = at.window.toPoint()
        self._pressed: Pointer | None = at  # as long as it may become a click
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: Pointer) -> None:
        here = at.window.toPoint()
        if self._pressed is not None:  # a click's small tremble must not move the sheet
            if not at.far_from(self._pressed):
                return
            self._pressed = None
        if here != self._grip:
            self._canvas.set_view(self._canvas.view.moved(QPointF(here - self._grip)))
            self._grip = here

    def release(self, at: Pointer) -> None:
        if self._pressed is not None:
            self._canvas.clicked.emit(at.sheet, at.reach, at.shift)

    def cancel(self) -> None:
        self._canvas.set_view(self._before, fitted=self._fitted)
