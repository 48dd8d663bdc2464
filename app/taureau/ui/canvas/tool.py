"""What a tool is: it answers a press with a gesture, which is committed on release or cancelled."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from taureau.ui.canvas.view_transform import View

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
FAR = 10  # px that Shift and an arrow key move


@dataclass(frozen=True)
class Pointer:
    """Where the mouse is, and what is held down with it."""

    window: QPointF  # px of the canvas
    sheet: QPointF  # px of the document
    reach: float  # px of the document within which something counts as hit
    modifiers: Qt.KeyboardModifier

    @property
    def shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def ctrl(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def alt(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)

    def far_from(self, other: Pointer) -> bool:
        """True when the way between the two is a drag rather than the tremble of a click."""
        way = (self.window - other.window).toPoint()
        return way.manhattanLength() >= QApplication.startDragDistance()


class Gesture:
    """From a press to its release; it previews what it does, and changes nothing before it is released."""

    def move(self, at: Pointer) -> None:
        """The mouse is somewhere else, or another key is held."""

    def release(self, at: Pointer) -> None:
        """Do it, as one undoable step."""

    def cancel(self) -> None:
        """Leave everything as it was before the press."""

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint the preview above the ink, in px of the canvas."""


class Tool:
    """One of the things in the pencil case; the canvas asks it what the mouse and the keys mean."""

    name = ""
    hint = ""  # on what it does, short enough for the smallest window
    more = ""  # what else there is to know, for the tooltip

    def cursor(self, at: Pointer | None) -> QCursor | Qt.CursorShape:
        """The cursor at a place of the sheet; `None` when the mouse is elsewhere."""
        return Qt.CursorShape.ArrowCursor

    def press(self, at: Pointer) -> Gesture | None:
        """What this press of the left button begins."""
        return None

    def double_click(self, at: Pointer) -> None:
        """The second press of a double click, which begins no gesture."""

    def hover(self, at: Pointer | None) -> None:
        """The mouse moves without a button, or leaves the canvas (`None`)."""

    def wants(self, event: QKeyEvent) -> bool:
        """True for a key that this tool takes before the menus do."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means to this tool; False when it means nothing to it."""
        return False

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint what belongs to the tool above the ink, in px of the canvas."""

    def leave(self) -> None:
        """Another tool is taken up."""
