"""The snapping of one gesture: it shifts what is dragged and shows what that snapped to; Alt suspends it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from taureau.geometry import Point
from taureau.geometry.snapping import Axes, Snap
from taureau.session import Snapping
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.snap_mark import paint_snap
from taureau.ui.canvas.tool import Pointer
from taureau.ui.canvas.view_transform import ViewTransform


class GestureSnap:
    """Made at the press."""

    def __init__(self, canvas: Canvas, snapping: Snapping, moving: Collection[int] = ()) -> None:
        """`moving`: indices of the strokes that are dragged, which are no targets."""
        self._canvas, self._snapping, self._moving = canvas, snapping, moving
        self.snap = Snap()  # the latest

    def shifted(self, points: Sequence[Point], by: QPointF, at: Pointer, axes: Axes = "both") -> QPointF:
        """Return the drag `by` (document px) of these points, extended to what one of them snaps to."""
        if at.alt:
            self.snap = Snap()
            return by
        dragged = [(x + by.x(), y + by.y()) for x, y in points]
        self.snap = self._snapping.snap(dragged, self._canvas.view.scale, moving=self._moving, axes=axes)
        return by + QPointF(*self.snap.shift)

    def point(self, at: Pointer, axes: Axes = "both") -> QPointF:
        """Return the position of the mouse, document px, or what it snaps to."""
        return self.shifted([(0.0, 0.0)], at.on_sheet, at, axes)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Show what was snapped to."""
        paint_snap(painter, self.snap, view, QRectF(self._canvas.rect()), self._canvas.theme)
