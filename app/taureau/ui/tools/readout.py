"""Figures beside the mouse during a gesture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools.handles import sharp
from taureau.ui.widgets.theme import GRID

_OFFSET = QPointF(2 * GRID, 2 * GRID)  # px from the mouse


def paint_readout(painter: QPainter, mouse: QPointF, text: str, canvas: Canvas) -> None:
    """Paint text beside the mouse, inside the canvas."""
    size = canvas.fontMetrics().size(0, text)
    pill = QRectF(0, 0, size.width() + 2 * GRID, size.height() + GRID // 2)
    pill.moveTopLeft(mouse + _OFFSET)
    pill.moveRight(min(pill.right(), canvas.width() - GRID))
    pill.moveBottom(min(pill.bottom(), canvas.height() - GRID))
    painter.setPen(QPen(QColor(canvas.theme.edge), 1))
    painter.setBrush(QColor(canvas.theme.panel))
    painter.drawRoundedRect(sharp(pill), GRID / 2, GRID / 2)
    painter.setPen(QColor(canvas.theme.text))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
