"""Strokes as Qt paints them: a painter path for the curve and a pen for width, colour and caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from taureau.document import Drawing, Stroke
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


def paint_within(painter: QPainter, drawing: Drawing, area: QRectF) -> None:
    """Paint the visible layers as large as they fit into the area, no line thinner than a px."""
    scale = min(area.width() / drawing.width, area.height() / drawing.height)
    middle = area.center()
    painter.save()
    painter.translate(middle.x() - scale * drawing.width / 2, middle.y() - scale * drawing.height / 2)
    painter.scale(scale, scale)
    opacity = painter.opacity()
    for stroke in (stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes):
        pen = stroke_pen(stroke)
        pen.setWidthF(max(pen.widthF(), 1.0 / scale))
        painter.setPen(pen)
        painter.setBrush(pen.color() if stroke.filled else Qt.BrushStyle.NoBrush)
        painter.setOpacity(opacity * stroke.opacity)
        painter.drawPath(painter_path(stroke.curve))
    painter.restore()
