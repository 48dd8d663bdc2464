"""Strokes as Qt paints them: a painter path for the curve and a pen for width, colour and caps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from taureau.document import Stroke
from taureau.geometry import Curve, Point


class PainterPen:
    """A geometry pen that collects what curves draw in the painter path `path`."""

    def __init__(self) -> None:
        self.path = QPainterPath()

    def move_to(self, point: Point, /) -> None:
        self.path.moveTo(*point)

    def curve_to(self, control_1: Point, control_2: Point, end: Point, /) -> None:
        self.path.cubicTo(*control_1, *control_2, *end)


def painter_path(curve: Curve) -> QPainterPath:
    """Return the curve as a path in document px."""
    pen = PainterPen()
    curve.draw(pen)
    return pen.path


def stroke_pen(stroke: Stroke) -> QPen:
    """Return a round pen with the stroke's width (document px) and colour."""
    pen = QPen(QColor(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
