"""What tools paint above the ink: rectangles, handles and nodes, in px of the canvas."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.theme import Theme
from app.ui.view import View


def paint_marquee(painter: QPainter, view: View, one: QPointF, other: QPointF, theme: Theme) -> None:
    """The rectangle between two points of the sheet, on whole pixels."""
    a, b = view.to_window(one), view.to_window(other)
    area = QRectF(_pixel(a.x()), _pixel(a.y()), _pixel(b.x()) - _pixel(a.x()), _pixel(b.y()) - _pixel(a.y()))
    inside = QColor(theme.mark)
    inside.setAlphaF(0.08)
    painter.fillRect(area.normalized(), inside)
    painter.setPen(QPen(QColor(theme.mark), 1))
    painter.drawRect(area.normalized())


def _pixel(value: float) -> float:
    """The middle of the pixel, where a line of 1 px is sharp."""
    return math.floor(value) + 0.5
