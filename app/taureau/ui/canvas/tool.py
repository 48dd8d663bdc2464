"""The interface of a tool: it answers a press with a gesture, which is committed on release or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from taureau.ui.canvas.view_transform import ViewTransform

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
LARGE_NUDGE = 10  # document px that Shift and an arrow key move


@dataclass(frozen=True)
class Pointer:
    """The position of the mouse with the keyboard modifiers."""

    on_canvas: QPointF  # px of the canvas
    on_sheet: QPointF  # px of the document
    hit_radius: float  # px of the document
    modifiers: Qt.KeyboardModifier
    pressure: float | None = None  # 0 … 1, of a tablet's pen
    time: int = 0  # ms

    @property
    def shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def ctrl(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def alt(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)

    def is_drag_from(self, start: Pointer) -> bool:
        """Return True when the distance from `start` makes a press a drag rather than a click."""
        distance = (self.on_canvas - start.on_canvas).toPoint()
        return distance.manhattanLength() >= QApplication.startDragDistance()


class Gesture:
    """One press-move-release; it previews its effect and changes nothing before the release."""

    drag_cursor: ClassVar[Qt.CursorShape | None] = None  # shown during the gesture instead of the tool's

    def move(self, at: Pointer) -> None:
        """Follow the mouse or a change of the modifiers."""

    def release(self, at: Pointer) -> None:
        """Commit the effect as one undoable step."""

    def cancel(self) -> None:
        """Restore everything as before the press."""

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Paint the preview above the strokes, in canvas px."""


class Tool:
    """What the mouse and the keys mean on the canvas while the tool is active."""

    name = ""
    hint = ""  # one short sentence, which fits the smallest window
    more = ""  # further sentences for the tooltip

    def cursor(self, at: Pointer | None) -> QCursor | Qt.CursorShape:
        """Return the cursor at a position; `None` while the mouse is outside the canvas."""
        return Qt.CursorShape.ArrowCursor

    def press(self, at: Pointer) -> Gesture | None:
        """Begin a gesture with the left button."""
        return None

    def double_click(self, at: Pointer) -> None:
        """Handle the second press of a double click, which begins no gesture."""

    def hover(self, at: Pointer | None) -> None:
        """Handle a mouse move without a button, or the mouse leaving the canvas (`None`)."""

    def overrides(self, event: QKeyEvent) -> bool:
        """Return True for a key that this tool takes before the menu shortcuts do."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Handle a key press; return False when the tool has no use for it."""
        return False

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Paint handles and outlines above the strokes, in canvas px."""

    def deactivate(self) -> None:
        """Handle that another tool becomes active."""
