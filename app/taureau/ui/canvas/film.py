"""A film: a pixmap of something painted on the canvas, kept between repaints and updated only where it changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.view_transform import ViewTransform

Render = Callable[[QPainter, QRectF, ViewTransform], None]  # paints a rectangle of the canvas, in canvas px
_FEW = 32  # changed lines; beyond that the whole film is rendered again


@dataclass(frozen=True)
class Surface:
    """What a repaint of the canvas paints on."""

    size: QSize  # of the canvas, px
    ratio: float  # device pixels per px
    sheet: QSizeF  # document px
    view: ViewTransform
    zooming: bool = False  # films may be stretched instead of rendered again

    @property
    def sheet_rect(self) -> QRectF:
        """The rectangle of the sheet in canvas px; empty without a sheet."""
        return QRectF() if self.sheet.isEmpty() else self.view.sheet_rect(self.sheet)


class Film:
    """Pixel-exact except while zooming; a pan by whole device pixels scrolls and renders the uncovered edges only."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None
        self._view = ViewTransform()

    def clear(self) -> None:
        """Render everything again at the next `show`."""
        self._pixmap = None

    def show(self, painter: QPainter, on: Surface, render: Render) -> None:
        """Draw the film onto the canvas, rendering what is missing."""
        device = QSize(math.ceil(on.size.width() * on.ratio), math.ceil(on.size.height() * on.ratio))
        pixmap = self._pixmap
        if pixmap is None or pixmap.size() != device or pixmap.devicePixelRatio() != on.ratio:
            pixmap = self._pixmap = QPixmap(device)
            pixmap.setDevicePixelRatio(on.ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            self._view = on.view
            self._render(pixmap, QRect(0, 0, device.width(), device.height()), render, blank=True)
        elif on.view != self._view:
            shift = _whole_pixels(self._view, on.view, on.ratio)
            if shift is not None:
                self._view = on.view
                self._scroll(pixmap, *shift, render)
            elif on.zooming:
                target = _stretched(self._view, on.view, QSizeF(device) / on.ratio)
                painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
                return
            else:
                self._view = on.view
                self._render(pixmap, pixmap.rect(), render)
        painter.drawPixmap(0, 0, pixmap)

    def repaint(self, areas: Iterable[QRectF], render: Render) -> None:
        """Render the bounding rectangle of these areas (document px) again."""
        pixmap = self._pixmap
        if pixmap is None:
            return
        ratio = pixmap.devicePixelRatio()
        whole = QRect()
        for area in areas:
            corner, other = (self._view.to_canvas(point) * ratio for point in (area.topLeft(), area.bottomRight()))
            whole = whole.united(QRectF(corner, other).toAlignedRect().adjusted(-1, -1, 1, 1))
        self._render(pixmap, whole.intersected(pixmap.rect()), render)

    def _scroll(self, pixmap: QPixmap, x: int, y: int, render: Render) -> None:
        width, height = pixmap.width(), pixmap.height()
        if abs(x) >= width or abs(y) >= height:
            self._render(pixmap, pixmap.rect(), render)
            return
        pixmap.scroll(x, y, pixmap.rect())
        self._render(pixmap, QRect(0 if x > 0 else width + x, 0, abs(x), height), render)
        self._render(pixmap, QRect(0, 0 if y > 0 else height + y, width, abs(y)), render)

    def _render(self, pixmap: QPixmap, device: QRect, render: Render, *, blank: bool = False) -> None:
        """Render a rectangle of device pixels; `blank`: it need not be erased first."""
        if device.isEmpty():
            return
        ratio = pixmap.devicePixelRatio()
        area = QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio, device.height() / ratio)
        painter = QPainter(pixmap)
        painter.setClipRect(area)
        if not blank:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillRect(area, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        render(painter, area, self._view)
        painter.end()


class InkFilm(Film):
    """A film of lines that renders only around the lines that changed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line], render: Render) -> None:
        before, self.lines = self.lines, list(lines)
        if before == self.lines:
            return
        old, new = set(before), set(self.lines)
        changed = old ^ new
        if len(changed) > _FEW or [one for one in before if one in new] != [one for one in self.lines if one in old]:
            self.clear()
        else:
            self.repaint((line.bounds for line in changed), render)


def _whole_pixels(old: ViewTransform, new: ViewTransform, ratio: float) -> tuple[int, int] | None:
    """Return the pan in device pixels; None when it is fractional or the scale differs."""
    x, y = (new.x - old.x) * ratio, (new.y - old.y) * ratio
    whole = abs(x - round(x)) < 1e-6 and abs(y - round(y)) < 1e-6
    return (round(x), round(y)) if whole and new.scale == old.scale else None


def _stretched(old: ViewTransform, new: ViewTransform, size: QSizeF) -> QRectF:
    """Return where the new view shows what filled the canvas of this size in the old one."""
    return QRectF(
        new.to_canvas(old.to_sheet(QPointF(0, 0))), new.to_canvas(old.to_sheet(QPointF(size.width(), size.height())))
    )
