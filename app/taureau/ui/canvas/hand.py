"""The hand tool and the gesture that pans the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.viewport import Viewport
from taureau.wording import tr_noop


class HandTool(Tool):
    name = tr_noop("Hand")
    hint = tr_noop("Drag to move the sheet.")
    more = tr_noop("The wheel zooms at the cursor.")

    def __init__(self, viewport: Viewport) -> None:
        self._viewport = viewport

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor

    def press(self, at: Pointer) -> Gesture:
        return Pan(self._viewport, at)


class Pan(Gesture):
    """Moves the sheet with the mouse; cancelling restores the view."""

    drag_cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, viewport: Viewport, at: Pointer) -> None:
        self._viewport = viewport
        self._before, self._fitted = viewport.view, viewport.fitted
        self._last = at.on_canvas.toPoint()

    def move(self, at: Pointer) -> None:
        here = at.on_canvas.toPoint()
        if here != self._last:
            self._viewport.pan(QPointF(here - self._last))
            self._last = here

    def cancel(self) -> None:
        self._viewport.set_view(self._before, fitted=self._fitted)
