"""Cursors made from icons, dark with a light rim, so that they are visible on ink and on paper."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QCursor, QPainter, QPixmap

from taureau.ui.widgets.icons import pixmap

_SIDE = 24  # px
_RIM = 1  # px, on every side


@cache
def icon_cursor(name: str, scale: float, hot_spot: tuple[int, int] = (_SIDE // 2, _SIDE // 2)) -> QCursor:
    """Return the icon as a cursor at `scale` device pixels per px; `hot_spot`: px from its top left."""
    dark, light = (pixmap(name, color, _SIDE, scale) for color in ("#141414", "#ffffff"))
    side = round(_SIDE * scale)
    image = QPixmap(side, side)
    image.fill("transparent")
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    for x in (-_RIM, 0, _RIM):
        for y in (-_RIM, 0, _RIM):
            painter.drawPixmap(x, y, light)
    painter.drawPixmap(0, 0, dark)
    painter.end()
    return QCursor(image, *hot_spot)
