"""Cursors made from icons, dark with a light rim, so that they are seen on ink and on paper."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QCursor, QPainter, QPixmap

from taureau.ui.widgets.icons import pixmap

_SIDE = 24  # px
_RIM = 1  # px, on every side


@cache
def icon_cursor(name: str, scale: float, hot: tuple[int, int] = (_SIDE // 2, _SIDE // 2)) -> QCursor:
    """The icon at `scale` device pixels per px; `hot`: its point, px from its top left."""
    dark, light = (pixmap(name, color, _SIDE, scale) for color in ("#141414", "#ffffff"))
    side = round(_SIDE * scale)
    whole = QPixmap(side, side)
    whole.fill("transparent")
    whole.setDevicePixelRatio(scale)
    painter = QPainter(whole)
    for x in (-_RIM, 0, _RIM):
        for y in (-_RIM, 0, _RIM):
            painter.drawPixmap(x, y, light)
    painter.drawPixmap(0, 0, dark)
    painter.end()
    return QCursor(whole, *hot)
