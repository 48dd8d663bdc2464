"""Painting of handles and thin outlines, in canvas px."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.ui.widgets.theme import Theme

SIDE = 8.0  # px of a handle


def paint_handle(
    painter: QPainter, at: QPointF, theme: Theme, *, round_: bool = False, selected: bool = False, side: float = SIDE
) -> None:
    """Paint a small square or disc that can be dragged; filled when it is selected."""
    painter.setPen(QPen(QColor(theme.paper if selected else theme.mark), 1.25))
    painter.setBrush(QColor(theme.mark if selected else theme.paper))
    area = QRectF(0, 0, side, side)
    area.moveCenter(pixel_centre(at))
    (painter.drawEllipse if round_ else painter.drawRect)(area)


def pixel_centre(point: QPointF) -> QPointF:
    """Return the centre of the pixel at a point; lines of 1 px between such points are sharp."""
    return QPointF(math.floor(point.x()) + 0.5, math.floor(point.y()) + 0.5)


def sharp(rect: QRectF) -> QRectF:
    """Return the rectangle with its corners on pixel centres."""
    return QRectF(pixel_centre(rect.topLeft()), pixel_centre(rect.bottomRight()))
