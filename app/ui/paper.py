"""A sheet of paper lying on the desk."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.ui.theme import Theme

_SOFTNESS = 12  # px that the shadow reaches beyond the sheet


def paint_paper(painter: QPainter, sheet: QRectF, theme: Theme) -> None:
    """The sheet with a soft shadow below it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 9 if theme.dark else 2))
    for spread in range(_SOFTNESS, 0, -1):
        painter.drawRoundedRect(sheet.adjusted(-spread, 2 - spread, spread, 2 + spread), spread, spread)
    painter.restore()
    painter.fillRect(sheet, QColor(theme.paper))
