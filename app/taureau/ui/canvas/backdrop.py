"""What lies under the strokes: the desk, the paper on it, and the photo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from taureau.ui.canvas.paper import paint_paper
from taureau.ui.widgets.theme import LIGHT, Theme


class Backdrop:
    """Paints itself; knows nothing of the window it is painted in."""

    def __init__(self) -> None:
        self.theme: Theme = LIGHT
        self.opacity = 1.0  # of the photo, 0 … 1
        self._photos: list[QImage] = []  # the photo, its half, its quarter …

    def set_photo(self, image: QImage | None) -> None:
        self._photos = _halvings(image) if image else []

    def paint(self, painter: QPainter, window: QRectF, sheet: QRectF, ratio: float) -> None:
        """`window` and `sheet` in px, at `ratio` device pixels per px."""
        painter.fillRect(window, QColor(self.theme.desk))
        if sheet.isEmpty():
            return
        paint_paper(painter, sheet, self.theme)
        painter.setClipRect(window)
        painter.setOpacity(self.opacity)
        self.paint_photo(painter, sheet, ratio)
        painter.setOpacity(1.0)

    def paint_photo(self, painter: QPainter, sheet: QRectF, ratio: float) -> None:
        """The photo alone."""
        if self._photos and painter.opacity() > 0:
            wanted = sheet.width() * ratio
            image = next((half for half in reversed(self._photos) if half.width() >= wanted), self._photos[0])
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, image)


def _halvings(image: QImage) -> list[QImage]:
    """The image and its halves, so that it is never shrunk by more than half while painting, which would shimmer."""
    halves = [image.convertToFormat(QImage.Format.Format_RGB32)]
    while halves[-1].width() > 256 and halves[-1].height() > 2:
        last = halves[-1]
        halves.append(
            last.scaled(
                last.width() // 2,
                last.height() // 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return halves
