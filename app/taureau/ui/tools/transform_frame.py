"""The frame around the selected strokes, with the handles that scale and rotate them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.geometry import Box
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.handles import paint_handle, pixel_centre, sharp
from taureau.ui.widgets.theme import Theme

_PADDING = 8.0  # canvas px between ink and frame
_HIT_RADIUS = 8.0  # canvas px around a handle
_ROTATE_RADIUS = 22.0  # canvas px around a corner, outside the frame, where a press rotates
_STALK = 24.0  # canvas px from the frame's top to the handle that rotates
_EDGE = 8.0  # canvas px between that handle and the canvas's edge, at least
_ROOM = 28.0  # canvas px that a side needs for a handle in its middle
_FLAT = 1e-6  # document px, below which a box cannot be stretched


@dataclass(frozen=True)
class FrameHandle:
    """The position of a handle on the frame: 0, ½ or 1 across and down."""

    across: float
    down: float
    rotates: bool = False

    @property
    def corner(self) -> bool:
        return self.across != 0.5 and self.down != 0.5


ROTATE = FrameHandle(0.5, 0.0, rotates=True)
_SCALE = tuple(
    FrameHandle(across, down) for across in (0, 0.5, 1) for down in (0, 0.5, 1) if (across, down) != (0.5, 0.5)
)


@dataclass(frozen=True)
class TransformFrame:
    """`box` bounds the curves, `ink` includes their widths; both in document px."""

    box: Box
    ink: Box

    def rect(self, view: ViewTransform) -> QRectF:
        """Return the frame in canvas px."""
        corner, other = QPointF(self.ink.left, self.ink.top), QPointF(self.ink.right, self.ink.bottom)
        rect = QRectF(view.to_canvas(corner), view.to_canvas(other))
        return rect.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING)

    def handles(self, view: ViewTransform, canvas: QSizeF) -> dict[FrameHandle, QPointF]:
        """Return the handles that there is room for, in px of a canvas of this size."""
        rect = self.rect(view)
        wide, high = self.box.width > _FLAT, self.box.height > _FLAT
        handles: dict[FrameHandle, QPointF] = {}
        for handle in _SCALE:
            has_room = (
                (wide and high)
                if handle.corner
                else (wide and rect.height() >= _ROOM)
                if handle.down == 0.5
                else (high and rect.width() >= _ROOM)
            )
            if has_room:
                handles[handle] = _position(rect, handle)
        handles[ROTATE] = _rotate_handle(rect, canvas)
        return handles

    def handle_at(self, view: ViewTransform, canvas: QSizeF, point: QPointF) -> FrameHandle | None:
        """Return the handle at a point of the canvas."""
        found: tuple[float, FrameHandle] | None = None
        for handle, at in self.handles(view, canvas).items():
            gap = max(abs(point.x() - at.x()), abs(point.y() - at.y()))
            if gap <= _HIT_RADIUS and (found is None or gap < found[0]):
                found = gap, handle
        return found[1] if found else None

    def is_outside_corner(self, view: ViewTransform, point: QPointF) -> bool:
        """Return whether a press at a point of the canvas, near a corner, rotates."""
        rect = self.rect(view)
        corners = (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight())
        near = any(QPointF.dotProduct(point - corner, point - corner) <= _ROTATE_RADIUS**2 for corner in corners)
        return near and not rect.contains(point)

    def contains(self, view: ViewTransform, point: QPointF) -> bool:
        return self.rect(view).contains(point)

    def paint(self, painter: QPainter, view: ViewTransform, canvas: QSizeF, theme: Theme) -> None:
        """Paint the frame with square handles that scale, and a round one on a stalk that rotates."""
        handles, rect = self.handles(view, canvas), sharp(self.rect(view))
        rotate = handles.pop(ROTATE)
        painter.setPen(QPen(QColor(theme.mark), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        end = pixel_centre(rotate)
        painter.drawLine(QPointF(end.x(), rect.bottom() if end.y() > rect.bottom() else rect.top()), end)
        for point in handles.values():
            paint_handle(painter, point, theme)
        paint_handle(painter, rotate, theme, round_=True)


def _rotate_handle(rect: QRectF, canvas: QSizeF) -> QPointF:
    """Return a point above the frame, else below it, else within it: wherever the canvas shows it."""
    seen = rect.intersected(QRectF(QPointF(0, 0), canvas))
    across = (
        rect.center().x() if seen.isEmpty() or seen.left() < rect.center().x() < seen.right() else seen.center().x()
    )
    above, below = rect.top() - _STALK, rect.bottom() + _STALK
    if above >= _EDGE or seen.isEmpty():
        return QPointF(across, above)
    return QPointF(across, below if below <= canvas.height() - _EDGE else max(rect.top(), 0.0) + _STALK)


def _position(rect: QRectF, handle: FrameHandle) -> QPointF:
    return QPointF(rect.left() + handle.across * rect.width(), rect.top() + handle.down * rect.height())
