"""Handling a sheet: presses become gestures of the tool that is taken up; Space and the middle button move it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from taureau.ui.canvas.hand import Pan
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.viewport import Looking

REACH = 6.0  # px around the cursor within which something counts as hit
_NUDGE = 48.0  # px that an arrow key moves the sheet
_STEPS = {
    Qt.Key.Key_Left: QPointF(_NUDGE, 0),
    Qt.Key.Key_Right: QPointF(-_NUDGE, 0),
    Qt.Key.Key_Up: QPointF(0, _NUDGE),
    Qt.Key.Key_Down: QPointF(0, -_NUDGE),
}


class Handling(Looking):
    """Holds the tool, and the one gesture that is under way."""

    tool_changed = Signal()
    pressed = Signal()  # the tool, on the sheet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tool = Tool()
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton  # that began the gesture
        self._mouse: QPointF | None = None  # where it is, while it is above the canvas
        self._space = False

    @property
    def tool(self) -> Tool:
        return self._tool

    @property
    def gesture(self) -> Gesture | None:
        """What is being done by hand now."""
        return self._gesture

    def set_tool(self, tool: Tool) -> None:
        """Take up a tool; a gesture of the one before is cancelled."""
        if tool is not self._tool:
            self.cancel()
            self._tool.leave()
            self._tool = tool
            self._show_cursor()
            self.update()
            self.tool_changed.emit()

    def cancel(self) -> None:
        """Give up the gesture that is under way; everything is as before its press."""
        if self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.cancel()
            self._show_cursor()
            self.update()

    # The mouse.

    def pointer(self, window: QPointF, modifiers: Qt.KeyboardModifier) -> Pointer:
        return Pointer(window, self._view.to_sheet(window), REACH / self._view.scale, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pans = event.button() is Qt.MouseButton.MiddleButton or self._space
        if self._gesture is not None or (not pans and event.button() is not Qt.MouseButton.LeftButton):
            return
        at = self.pointer(event.position(), event.modifiers())
        self._button = event.button()
        if not pans:
            self.pressed.emit()
        self._gesture = Pan(self, at) if pans else self._tool.press(at)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._space and self._gesture is None:
            self._tool.double_click(self.pointer(event.position(), event.modifiers()))
            self.update()
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        at = self.pointer(event.position(), event.modifiers())
        if self._gesture is not None:
            self._gesture.move(at)
            self.update()
        elif not self._space:
            self._tool.hover(at)
            self._show_cursor(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None and event.button() is self._button:
            gesture, self._gesture = self._gesture, None
            at = self.pointer(event.position(), event.modifiers())
            gesture.release(at)
            self._show_cursor(at)
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._mouse = event.position()
        self._show_cursor()

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._tool.hover(None)

    # The keys.

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """While something is done by hand no key may change what it is done to."""
        return self._gesture is not None or event.key() == Qt.Key.Key_Space or self._tool.wants(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self.cancel()
        elif event.key() == Qt.Key.Key_Space:
            self._hold_space(True)
        elif self._gesture is not None:
            self._feel(event, pressed=True)
        elif self._tool.key(event):
            self.update()
        elif (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.set_view(self._view.moved(step))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        elif self._gesture is not None:
            self._feel(event, pressed=False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_space(False)

    def _feel(self, event: QKeyEvent, *, pressed: bool) -> None:
        """Shift, Ctrl or Alt go down or up in the middle of a gesture."""
        held = {
            Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
            Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
            Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
        }.get(Qt.Key(event.key()))
        if held is not None and self._gesture is not None and self._mouse is not None:
            modifiers = event.modifiers() | held if pressed else event.modifiers() & ~held
            self._gesture.move(self.pointer(self._mouse, modifiers))
            self.update()

    def _hold_space(self, held: bool) -> None:
        if held != self._space:
            self._space = held
            self._show_cursor()

    def _show_cursor(self, at: Pointer | None = None) -> None:
        if self._gesture is not None:
            return
        if at is None and self._mouse is not None:
            at = self.pointer(self._mouse, Qt.KeyboardModifier.NoModifier)
        cursor = Qt.CursorShape.OpenHandCursor if self._space else self._tool.cursor(at)
        if self.cursor() != QCursor(cursor):
            self.setCursor(cursor)
