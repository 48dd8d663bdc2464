"""Mouse and keyboard input of the canvas: presses become gestures of the active tool."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QSinglePointEvent, QTabletEvent
from PySide6.QtWidgets import QWidget

from taureau.ui.canvas.hand import Pan
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.viewport import Viewport

HIT_RADIUS = 6.0  # px around the cursor
_STEP = 48.0  # px that an arrow key pans
_PAN_STEPS = {
    Qt.Key.Key_Left: QPointF(_STEP, 0),
    Qt.Key.Key_Right: QPointF(-_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, _STEP),
    Qt.Key.Key_Down: QPointF(0, -_STEP),
}
_MODIFIER_KEYS = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


class CanvasInput(QObject):
    """Holds the active tool and at most one gesture; Space and the middle button pan with any tool.

    The methods named for events return whether they used the event.
    """

    tool_changed = Signal()
    pointed = Signal(object)  # QPointF of the mouse in canvas px; None when it leaves the canvas
    pressed = Signal()  # a press for the active tool, before its gesture begins

    def __init__(self, canvas: QWidget, viewport: Viewport) -> None:
        super().__init__(canvas)
        self._canvas, self._viewport = canvas, viewport
        self._tool = Tool()
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton  # that began the gesture
        self._mouse: QPointF | None = None  # its position in canvas px while it is over the canvas
        self._space = False

    @property
    def tool(self) -> Tool:
        return self._tool

    @property
    def gesture(self) -> Gesture | None:
        """The gesture in progress."""
        return self._gesture

    def set_tool(self, tool: Tool) -> None:
        """Make a tool active; a gesture of the previous tool is cancelled."""
        if tool is not self._tool:
            self.cancel()
            self._tool.deactivate()
            self._tool = tool
            self._update_cursor()
            self._canvas.update()
            self.tool_changed.emit()

    def pointer(self, at: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Pointer:
        """Return the mouse at a point of the canvas."""
        view = self._viewport.view
        return Pointer(at, view.to_sheet(at), HIT_RADIUS / view.scale, modifiers)

    def cancel(self) -> None:
        """Cancel the gesture in progress."""
        if self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.cancel()
            self._update_cursor()
            self._canvas.update()

    def begin(self, gesture: Gesture) -> None:
        """Begin a gesture of the left button that was pressed elsewhere."""
        self.cancel()
        self._gesture, self._button = gesture, Qt.MouseButton.LeftButton

    # Mouse, and a tablet's pen.

    def mouse_press(self, event: QSinglePointEvent) -> None:
        pans = event.button() is Qt.MouseButton.MiddleButton or self._space
        if self._gesture is not None or (not pans and event.button() is not Qt.MouseButton.LeftButton):
            return
        at = self._pointer_of(event)
        self._button = event.button()
        if not pans:
            self.pressed.emit()
        self._gesture = Pan(self._viewport, at) if pans else self._tool.press(at)
        if self._gesture is not None and self._gesture.drag_cursor is not None:
            self._canvas.setCursor(self._gesture.drag_cursor)
        self._canvas.update()

    def mouse_double_click(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._space and self._gesture is None:
            self._tool.double_click(self._pointer_of(event))
            self._canvas.update()
        else:
            self.mouse_press(event)

    def mouse_move(self, event: QSinglePointEvent) -> None:
        self._mouse = event.position()
        self.pointed.emit(self._mouse)
        at = self._pointer_of(event)
        if self._gesture is not None:
            self._gesture.move(at)
            self._canvas.update()
        elif not self._space:
            self._tool.hover(at)
            self._update_cursor(at)

    def mouse_release(self, event: QSinglePointEvent) -> None:
        if self._gesture is not None and event.button() is self._button:
            gesture, self._gesture = self._gesture, None
            at = self._pointer_of(event)
            gesture.release(at)
            self._update_cursor(at)
            self._canvas.update()

    def mouse_enter(self, at: QPointF) -> None:
        self._mouse = at
        self._update_cursor()

    def mouse_leave(self) -> None:
        self._mouse = None
        self.pointed.emit(None)
        self._tool.hover(None)

    # Keyboard.

    def overrides_shortcut(self, event: QKeyEvent) -> bool:
        """Return True for a key that must not trigger a shortcut: any key while a gesture is in progress."""
        return self._gesture is not None or event.key() == Qt.Key.Key_Space or self._tool.overrides(event)

    def key_press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self.cancel()
        elif event.key() == Qt.Key.Key_Space:
            self._set_space(True)
        elif self._gesture is not None:
            self._update_modifiers(event, pressed=True)
        elif self._tool.key(event):
            self._canvas.update()
        elif (step := _PAN_STEPS.get(Qt.Key(event.key()))) is not None:
            self._viewport.pan(step)
        else:
            return False
        return True

    def key_release(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._set_space(False)
        elif self._gesture is not None:
            self._update_modifiers(event, pressed=False)
        else:
            return False
        return True

    def focus_out(self) -> None:
        self._set_space(False)

    def _update_modifiers(self, event: QKeyEvent, *, pressed: bool) -> None:
        """Pass Shift, Ctrl or Alt pressed or released during a gesture on to it."""
        modifier = _MODIFIER_KEYS.get(Qt.Key(event.key()))
        if modifier is not None and self._gesture is not None and self._mouse is not None:
            modifiers = event.modifiers() | modifier if pressed else event.modifiers() & ~modifier
            self._gesture.move(self.pointer(self._mouse, modifiers))
            self._canvas.update()

    def _set_space(self, held: bool) -> None:
        if held != self._space:
            self._space = held
            self._update_cursor()

    def _update_cursor(self, at: Pointer | None = None) -> None:
        if self._gesture is not None:
            return
        if at is None and self._mouse is not None:
            at = self.pointer(self._mouse, Qt.KeyboardModifier.NoModifier)
        cursor = Qt.CursorShape.OpenHandCursor if self._space else self._tool.cursor(at)
        if self._canvas.cursor() != QCursor(cursor):
            self._canvas.setCursor(cursor)

    def _pointer_of(self, event: QSinglePointEvent) -> Pointer:
        pressure = event.pressure() if isinstance(event, QTabletEvent) else None
        return replace(self.pointer(event.position(), event.modifiers()), pressure=pressure, time=event.timestamp())
