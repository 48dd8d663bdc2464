"""The backdrop of the strokes: the desk, the paper on it, and the photo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from taureau.document import CHALK, is_dark
from taureau.ui.widgets.theme import LIGHT, Theme

_SHADOW = 12  # px that the shadow extends beyond the paper
_MARKS_ON_DARK = ("#f0a086", "#d8d5cb")  # theme.mark and theme.quiet on dark paper


class Backdrop:
    """Desk, paper and photo, painted without regard to the widget."""

    def __init__(self) -> None:
        self.theme: Theme = LIGHT
        self.photo_opacity = 1.0  # 0 … 1
        self.least_opacity = 0.0  # 0 … 1, of the photo, whatever `photo_opacity` is
        self._mipmaps: list[QImage] = []  # the photo, then each half the size of the one before

    def set_photo(self, image: QImage | None) -> None:
        self._mipmaps = _mipmaps(image) if image else []

    def paint(self, painter: QPainter, area: QRectF, sheet: QRectF, ratio: float) -> None:
        """Paint `area`; `sheet`: the paper's rectangle; both in canvas px, at `ratio` device pixels per px."""
        painter.fillRect(area, QColor(self.theme.desk))
        if sheet.isEmpty():
            return
        paint_paper(painter, sheet, self.theme)
        painter.setClipRect(area)
        painter.setOpacity(max(self.photo_opacity, self.least_opacity))
        self.paint_photo(painter, sheet, ratio)
        painter.setOpacity(1.0)

    def paint_photo(self, painter: QPainter, sheet: QRectF, ratio: float) -> None:
        """Paint the photo alone over the sheet."""
        if self._mipmaps and painter.opacity() > 0:
            wanted = sheet.width() * ratio
            image = next((half for half in reversed(self._mipmaps) if half.width() >= wanted), self._mipmaps[0])
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, image)


def theme_on_paper(theme: Theme, paper: str | None) -> Theme:
    """Return the theme with marks that are visible on paper of this colour ("#rrggbb"; None: the default paper)."""
    if paper is None:
        return theme
    mark, quiet = _MARKS_ON_DARK if is_dark(paper) else (theme.mark, theme.quiet)
    return replace(theme, paper=paper, pen=CHALK if is_dark(paper) else theme.pen, mark=mark, quiet=quiet)


def paint_paper(painter: QPainter, sheet: QRectF, theme: Theme) -> None:
    """Paint a sheet of paper with a soft shadow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 9 if theme.dark else 2))
    for spread in range(_SHADOW, 0, -1):
        painter.drawRoundedRect(sheet.adjusted(-spread, 2 - spread, spread, 2 + spread), spread, spread)
    painter.restore()
    painter.fillRect(sheet, QColor(theme.paper))


def _mipmaps(image: QImage) -> list[QImage]:
    """Return the image and its halvings, so that painting never shrinks by more than half, which would alias."""
    mipmaps = [image.convertToFormat(QImage.Format.Format_RGB32)]
    while mipmaps[-1].width() > 256 and mipmaps[-1].height() > 2:
        last = mipmaps[-1]
        mipmaps.append(
            last.scaled(
                last.width() // 2,
                last.height() // 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return mipmaps
