"""Strokes as Qt paints them: paths for the curve and its outline, a pen and a brush with the texture of the ink."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from taureau.document import Drawing, Stroke
from taureau.document.grain import GRAINS, SIDE, tile_png, tile_size
from taureau.geometry import Curve, Point
from taureau.geometry.outline import outline


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
    """Return a round pen with the width (document px) where the stroke is widest, and its ink."""
    pen = QPen(ink_brush(stroke), stroke.widest)
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
        painter.setOpacity(opacity * stroke.opacity)
        paint_stroke(painter, replace(stroke, width=max(stroke.width, 1.0 / scale)))
    painter.restore()


def ink_brush(stroke: Stroke) -> QBrush:
    """Return the stroke's colour, in the texture of its pen if that has one."""
    if stroke.pen is None or stroke.pen not in GRAINS:
        return QBrush(QColor(stroke.color))
    brush = QBrush(_tile(stroke.pen, stroke.color))
    scale = tile_size(stroke.pen, stroke.width) / SIDE
    brush.setTransform(QTransform.fromScale(scale, scale))
    return brush


def shape_path(stroke: Stroke) -> QPainterPath | None:
    """Return the outline of a stroke with a profile, in document px; None without one."""
    if stroke.profile is None:
        return None
    path = painter_path(outline(stroke.curve, stroke.width, stroke.profile))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    """Paint a stroke in document coordinates, its opacity apart."""
    shape = shape_path(stroke)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if shape is not None:
        painter.fillPath(shape, ink_brush(stroke))
        return
    painter.setBrush(QColor(stroke.color) if stroke.filled else Qt.BrushStyle.NoBrush)
    painter.setPen(stroke_pen(stroke))
    painter.drawPath(painter_path(stroke.curve))


@lru_cache(maxsize=64)
def _tile(pen: str, color: str) -> QImage:
    image = QImage.fromData(tile_png(pen, color))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
