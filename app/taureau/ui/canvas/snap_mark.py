"""The mark that shows what a gesture has snapped to: a line across the sheet, or a ring at a point, with a word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.geometry.snapping import Snap
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.widgets.theme import GRID, Theme

_RING = 5.0  # px, radius
_CROSS = 3.0  # px, half the length of its arms


def paint_snap(painter: QPainter, snap: Snap, view: ViewTransform, area: QRectF, theme: Theme) -> None:
    """Paint the mark, in canvas px; `area`: the canvas."""
    color = QColor(theme.mark)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in snap.lines:
        if line.kind == "grid":
            continue  # the grid is seen
        painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
        if line.axis == "x":
            x = view.to_canvas(QPointF(line.position, 0)).x()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        else:
            y = view.to_canvas(QPointF(0, line.position)).y()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    if snap.at is not None:
        at = view.to_canvas(QPointF(*snap.at))
        painter.setPen(QPen(color, 1.5))
        if snap.point is not None:
            painter.drawEllipse(at, _RING, _RING)
        else:
            painter.drawLine(at - QPointF(_CROSS, _CROSS), at + QPointF(_CROSS, _CROSS))
            painter.drawLine(at - QPointF(_CROSS, -_CROSS), at + QPointF(_CROSS, -_CROSS))
        _paint_word(painter, at, snap, theme)
    painter.restore()


def _paint_word(painter: QPainter, at: QPointF, snap: Snap, theme: Theme) -> None:
    words = [snap.kind] if snap.kind else list(dict.fromkeys(line.kind for line in snap.lines))
    text = ", ".join(word for word in words if word)
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    size = painter.fontMetrics().size(0, text)
    box = QRectF(at.x() + GRID, at.y() - size.height() - GRID, size.width() + GRID, size.height() + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(box, GRID / 2, GRID / 2)
    painter.setPen(QColor(theme.mark))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
