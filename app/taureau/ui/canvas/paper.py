"""A sheet of paper lying on the desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from taureau.document import CHALK, is_dark
from taureau.ui.widgets.theme import Theme

_SOFTNESS = 12  # px that the shadow reaches beyond the sheet
_ON_DARK = ("#f0a086", "#d8d5cb")  # of marks and of small signs, on a paper as dark as a board


def on_paper(theme: Theme, paper: str | None) -> Theme:
    """The theme for a sheet of this colour ("#rrggbb"; None: the usual one): what is painted on it shows on it."""
    if paper is None:
        return theme
    mark, quiet = _ON_DARK if is_dark(paper) else (theme.mark, theme.quiet)
    return replace(theme, paper=paper, pen=CHALK if is_dark(paper) else theme.pen, mark=mark, quiet=quiet)


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
