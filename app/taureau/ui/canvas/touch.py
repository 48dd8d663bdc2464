"""Touch on the canvas: two fingers pan and zoom, one finger pans, or draws where that is chosen."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent

from taureau.ui.canvas.input import CanvasInput
from taureau.ui.canvas.viewport import Viewport

_BEGIN, _END, _CANCEL = QEvent.Type.TouchBegin, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel
TOUCHES = (_BEGIN, QEvent.Type.TouchUpdate, _END, _CANCEL)


class Touch:
    """Turns touches of a screen into moves of the view; those of a touchpad are left to the system."""

    def __init__(self, viewport: Viewport, mouse: CanvasInput, draws: Callable[[], bool]) -> None:
        """`draws`: whether one finger does what the mouse does."""
        self._viewport, self._mouse, self._draws = viewport, mouse, draws
        self._fingers: dict[int, QPointF] = {}  # where they were, by their ids
        self._drawing = False

    def handle(self, event: QTouchEvent) -> bool:
        """Return whether the event was used."""
        if event.device().type() is QInputDevice.DeviceType.TouchPad:
            return False
        points = [one for one in event.points() if one.state() is not QEventPoint.State.Released]
        now = {one.id(): one.position() for one in points}
        if event.type() is _BEGIN and len(now) == 1 and self._draws():
            self._drawing = True
            self._forward(QEvent.Type.MouseButtonPress, event, points[0])
        elif self._drawing and len(now) == 1 and event.type() is not _CANCEL:
            self._forward(QEvent.Type.MouseMove, event, points[0])
        elif self._drawing and event.type() is _END:
            self._drawing = False
            self._forward(QEvent.Type.MouseButtonRelease, event, event.points()[0])
        else:
            if self._drawing:  # a second finger came: the view is meant
                self._drawing = False
                self._mouse.cancel()
            self._move_view(now)
        self._fingers = {} if event.type() in (_END, _CANCEL) else now
        return True

    def _move_view(self, now: dict[int, QPointF]) -> None:
        """Move the view so that what is under the fingers stays under them."""
        same = [finger for finger in now if finger in self._fingers][:2]
        if not same or len(now) != len(self._fingers):
            return
        before, after = ([fingers[finger] for finger in same] for fingers in (self._fingers, now))
        self._viewport.pan(_middle(after) - _middle(before))
        if len(same) == 2:
            apart, was = (math.hypot(*(pair[1] - pair[0]).toTuple()) for pair in (after, before))
            if was > 0 and apart > 0:
                self._viewport.zoom(apart / was, _middle(after))

    def _forward(self, kind: QEvent.Type, event: QTouchEvent, finger: QEventPoint) -> None:
        """Let a finger do what the left button does."""
        left = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
        mouse = QMouseEvent(kind, finger.position(), finger.globalPosition(), button, held, event.modifiers())
        handle = {
            QEvent.Type.MouseButtonPress: self._mouse.mouse_press,
            QEvent.Type.MouseMove: self._mouse.mouse_move,
        }.get(kind, self._mouse.mouse_release)
        handle(mouse)


def _middle(points: list[QPointF]) -> QPointF:
    return QPointF(sum(point.x() for point in points), sum(point.y() for point in points)) / len(points)
