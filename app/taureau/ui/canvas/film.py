"""A film: what was painted of the sheet, kept as long as it stays the same, so that only what changes is painted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.view_transform import View

Develop = Callable[[QPainter, QRectF, View], None]  # paints what lies in a rectangle of the canvas, in its px
_FEW = 32  # lines; where more of them change, all is painted anew


class Film:
    """Exact, save in a hurry; where the sheet is moved by whole pixels, only what comes into sight is painted."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None
        self._view = View()

    def clear(self) -> None:
        """What it shows is no longer so."""
        self._pixmap = None

    def show(
        self, painter: QPainter, size: QSize, ratio: float, view: View, develop: Develop, *, hurried: bool = False
    ) -> None:
        """Paint it into a canvas of this size, at `ratio` device pixels per px.

        Hurried, it is stretched to another zoom instead of being painted anew.
        """
        device = QSize(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        pixmap = self._pixmap
        if pixmap is None or pixmap.size() != device or pixmap.devicePixelRatio() != ratio:
            pixmap = self._pixmap = QPixmap(device)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            self._view = view
            self._develop(pixmap, QRect(0, 0, device.width(), device.height()), develop, clean=True)
        elif view != self._view:
            shift = _whole_pixels(self._view, view, ratio)
            if shift is not None:
                self._view = view
                self._scroll(pixmap, *shift, develop)
            elif hurried:
                painter.drawPixmap(_stretched(self._view, view, QSizeF(device) / ratio), pixmap, QRectF(pixmap.rect()))
                return
            else:
                self._view = view
                self._develop(pixmap, pixmap.rect(), develop)
        painter.drawPixmap(0, 0, pixmap)

    def repaint(self, areas: Iterable[QRectF], develop: Develop) -> None:
        """Paint these rectangles of the sheet anew, given in its px."""
        pixmap = self._pixmap
        if pixmap is None:
            return
        ratio = pixmap.devicePixelRatio()
        whole = QRect()
        for area in areas:
            corner, other = (self._view.to_window(point) * ratio for point in (area.topLeft(), area.bottomRight()))
            whole = whole.united(QRectF(corner, other).toAlignedRect().adjusted(-1, -1, 1, 1))
        self._develop(pixmap, whole.intersected(pixmap.rect()), develop)

    def _scroll(self, pixmap: QPixmap, x: int, y: int, develop: Develop) -> None:
        width, height = pixmap.width(), pixmap.height()
        if abs(x) >= width or abs(y) >= height:
            self._develop(pixmap, pixmap.rect(), develop)
            return
        pixmap.scroll(x, y, pixmap.rect())
        self._develop(pixmap, QRect(0 if x > 0 else width + x, 0, abs(x), height), develop)
        self._develop(pixmap, QRect(0, 0 if y > 0 else height + y, width, abs(y)), develop)

    def _develop(self, pixmap: QPixmap, device: QRect, develop: Develop, *, clean: bool = False) -> None:
        """Paint a rectangle of device pixels."""
        if device.isEmpty():
            return
        ratio = pixmap.devicePixelRatio()
        area = QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio, device.height() / ratio)
        painter = QPainter(pixmap)
        painter.setClipRect(area)
        if not clean:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillRect(area, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        develop(painter, area, self._view)
        painter.end()


class InkFilm(Film):
    """A film of lines, which paints anew only where lines are others than before."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line], develop: Develop) -> None:
        """From now on it shows these."""
        before, self.lines = self.lines, list(lines)
        if before == self.lines:
            return
        old, new = set(before), set(self.lines)
        changed = old ^ new
        if len(changed) > _FEW or [one for one in before if one in new] != [one for one in self.lines if one in old]:
            self.clear()
        else:
            self.repaint((line.reach for line in changed), develop)


def _whole_pixels(old: View, new: View, ratio: float) -> tuple[int, int] | None:
    """By how many device pixels the sheet has moved; None when not by whole ones, or when it is zoomed."""
    x, y = (new.x - old.x) * ratio, (new.y - old.y) * ratio
    whole = abs(x - round(x)) < 1e-6 and abs(y - round(y)) < 1e-6
    return (round(x), round(y)) if whole and new.scale == old.scale else None


def _stretched(old: View, new: View, size: QSizeF) -> QRectF:
    """Where what filled the canvas lies in the new view."""
    return QRectF(
        new.to_window(old.to_sheet(QPointF(0, 0))), new.to_window(old.to_sheet(QPointF(size.width(), size.height())))
    )
