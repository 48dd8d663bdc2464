"""What tools paint above the ink: rectangles, frames, nodes and figures, in px of the canvas."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.ui.canvas.view_transform import View
from taureau.ui.widgets.theme import GRID, Theme

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas

GRIP = 8.0  # px, side of a handle
_BESIDE = QPointF(2 * GRID, 2 * GRID)  # from the mouse to the figures


def paint_marquee(painter: QPainter, view: View, one: QPointF, other: QPointF, theme: Theme) -> None:
    """The rectangle between two points of the sheet."""
    area = _sharp(QRectF(view.to_window(one), view.to_window(other)).normalized())
    inside = QColor(theme.mark)
    inside.setAlphaF(0.08)
    painter.fillRect(area, inside)
    painter.setPen(QPen(QColor(theme.mark), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


def paint_frame(painter: QPainter, rect: QRectF, grips: Iterable[QPointF], knob: QPointF, theme: Theme) -> None:
    """A frame with square handles, and a round one on a stalk."""
    pen = QPen(QColor(theme.mark), 1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_sharp(rect))
    top = QPointF(_pixel(knob.x()), _pixel(rect.top()))
    painter.drawLine(top, QPointF(_pixel(knob.x()), _pixel(knob.y())))
    for grip in grips:
        paint_grip(painter, grip, theme)
    paint_grip(painter, knob, theme, round_=True)


def paint_grip(
    painter: QPainter, at: QPointF, theme: Theme, *, round_: bool = False, chosen: bool = False, side: float = GRIP
) -> None:
    """A small square or disc that can be taken hold of; filled where it is chosen."""
    painter.setPen(QPen(QColor(theme.paper if chosen else theme.mark), 1.25))
    painter.setBrush(QColor(theme.mark if chosen else theme.paper))
    area = QRectF(0, 0, side, side)
    area.moveCenter(QPointF(_pixel(at.x()), _pixel(at.y())))
    (painter.drawEllipse if round_ else painter.drawRect)(area)


def paint_words(painter: QPainter, mouse: QPointF, words: str, canvas: Canvas) -> None:
    """Figures beside the mouse, inside the canvas."""
    size = canvas.fontMetrics().size(0, words)
    pill = QRectF(0, 0, size.width() + 2 * GRID, size.height() + GRID // 2)
    pill.moveTopLeft(mouse + _BESIDE)
    pill.moveRight(min(pill.right(), canvas.width() - GRID))
    pill.moveBottom(min(pill.bottom(), canvas.height() - GRID))
    painter.setPen(QPen(QColor(canvas.theme.edge), 1))
    painter.setBrush(QColor(canvas.theme.panel))
    painter.drawRoundedRect(_sharp(pill), GRID / 2, GRID / 2)
    painter.setPen(QColor(canvas.theme.text))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def _sharp(rect: QRectF) -> QRectF:
    """The rectangle on the middles of pixels, where a line of 1 px is sharp."""
    corner = QPointF(_pixel(rect.left()), _pixel(rect.top()))
    return QRectF(corner, QPointF(_pixel(rect.right()), _pixel(rect.bottom())))


def _pixel(value: float) -> float:
    return math.floor(value) + 0.5
