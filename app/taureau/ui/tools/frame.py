"""The frame around what is selected, with the handles that scale and turn it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from taureau.geometry import Box
from taureau.ui.canvas.view_transform import View

AIR = 8.0  # window px between ink and frame
GRIP = 7.0  # window px, side of a handle
_REACH = 8.0  # window px around a handle within which it is hit
_TURN = 22.0  # window px around a corner, outside the frame, within which it is turned
_STALK = 24.0  # window px from the frame's top to the knob
_ROOM = 4 * GRIP  # window px that a side needs to have a handle in its middle
_FLAT = 1e-6  # px of the sheet; a box no higher than this cannot be stretched upwards


@dataclass(frozen=True)
class Handle:
    """Where on the frame it sits: 0, ½ or 1 across and down; or the knob that turns."""

    across: float
    down: float
    turns: bool = False

    @property
    def corner(self) -> bool:
        return self.across != 0.5 and self.down != 0.5


KNOB = Handle(0.5, 0.0, turns=True)
_SIDES = tuple(Handle(across, down) for across in (0, 0.5, 1) for down in (0, 0.5, 1) if (across, down) != (0.5, 0.5))


@dataclass(frozen=True)
class Frame:
    """`box` is around the curves, `ink` around their ink too; both px of the sheet."""

    box: Box
    ink: Box

    def rect(self, view: View) -> QRectF:
        """The frame in px of the canvas."""
        corner, other = QPointF(self.ink.left, self.ink.top), QPointF(self.ink.right, self.ink.bottom)
        return QRectF(view.to_window(corner), view.to_window(other)).adjusted(-AIR, -AIR, AIR, AIR)

    def handles(self, view: View) -> dict[Handle, QPointF]:
        """The handles there are room for, in px of the canvas."""
        rect = self.rect(view)
        wide, high = self.box.width > _FLAT, self.box.height > _FLAT
        places: dict[Handle, QPointF] = {}
        for handle in _SIDES:
            has_room = (
                (wide and high)
                if handle.corner
                else (wide and rect.height() >= _ROOM)
                if handle.down == 0.5
                else (high and rect.width() >= _ROOM)
            )
            if has_room:
                places[handle] = _on(rect, handle)
        places[KNOB] = _on(rect, KNOB) - QPointF(0, _STALK)
        return places

    def handle_at(self, view: View, point: QPointF) -> Handle | None:
        """The handle at a point of the canvas."""
        found: tuple[float, Handle] | None = None
        for handle, at in self.handles(view).items():
            gap = max(abs(point.x() - at.x()), abs(point.y() - at.y()))
            if gap <= _REACH and (found is None or gap < found[0]):
                found = gap, handle
        return found[1] if found else None

    def is_outside_corner(self, view: View, point: QPointF) -> bool:
        """Whether a point of the canvas is where the frame is turned by its corners."""
        rect = self.rect(view)
        corners = (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight())
        near = any(QPointF.dotProduct(point - corner, point - corner) <= _TURN * _TURN for corner in corners)
        return near and not rect.contains(point)

    def contains(self, view: View, point: QPointF) -> bool:
        return self.rect(view).contains(point)


def _on(rect: QRectF, handle: Handle) -> QPointF:
    return QPointF(rect.left() + handle.across * rect.width(), rect.top() + handle.down * rect.height())
