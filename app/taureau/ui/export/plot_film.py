"""The pen as it moves over the page: what is drawn so far, kept as a picture, and the pen itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import chain

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from taureau.export import Plan
from taureau.export.machines import Motion, Stretch, on_page
from taureau.session import Plotting

TRAVEL = "#b9b4a7"  # the way of the lifted pen
_BUDGET = 0.010  # s of painting in a frame; what is left is painted in the next ones
_MOST_LEGS = 400  # painted at once
_MOST_IN_A_FRAME = 20_000  # legs
_HEAD = 5.0  # px, the radius of the pen's mark


class PlotFilm:
    """Paints a plot at any moment: forwards only what is new, backwards and at another size all anew, in parts."""

    def __init__(self, plan: Plan, plotting: Plotting, clock: Callable[[], float] = time.perf_counter) -> None:
        drawing = plan.composition.drawing
        self._clock = clock
        self._width, self._height = drawing.width, drawing.height
        self._motion: Motion = plotting.motion
        self._machine = plotting.machine
        self._points = on_page(self._motion.points, self._machine, self._height)  # [L + 1, 2], px
        self._strokes = list(chain.from_iterable(path.layer.strokes for path in plan.pen_paths))
        self._picture = QPixmap()
        self._painted = 0  # legs in the picture

    def pen_at(self, seconds: float) -> int:
        """Return the number of the pen that draws at a moment, from 0."""
        return int(self._motion.pens[self._motion.at(seconds).leg])

    def paint(self, painter: QPainter, page: QRectF, seconds: float, accent: QColor) -> bool:
        """Paint what is drawn at a moment into the page's rectangle; return False while some is yet to be painted."""
        place = self._motion.at(seconds)
        scale = page.width() / self._width
        ratio = painter.device().devicePixelRatio()
        size = (page.size() * ratio).toSize()
        if self._picture.size() != size or self._picture.devicePixelRatio() != ratio or place.leg < self._painted:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._painted = 0
        whole = self._catch_up(place.leg, scale)
        painter.drawPixmap(page.topLeft(), self._picture)
        if whole:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(page.topLeft())
            x, y = on_page(np.array([place.point]), self._machine, self._height)[0].tolist()
            self._paint_pen(painter, place.leg, QPointF(x, y), scale, accent)
            painter.restore()
        return whole

    def _catch_up(self, leg: int, scale: float) -> bool:
        """Paint the legs before this one into the picture, as far as a frame's time allows."""
        ends = self._clock() + _BUDGET
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        for stretch in self._motion.stretches(self._painted, min(leg, self._painted + _MOST_IN_A_FRAME), _MOST_LEGS):
            self._paint_stretch(painter, stretch, scale)
            self._painted = stretch.last
            if self._clock() >= ends:
                break
        painter.end()
        return self._painted == leg

    def _paint_stretch(self, painter: QPainter, stretch: Stretch, scale: float) -> None:
        painter.setPen(self._pen(stretch.line, stretch.down, scale))
        points = self._points[stretch.first : stretch.last + 1].tolist()
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def _paint_pen(self, painter: QPainter, leg: int, at: QPointF, scale: float, accent: QColor) -> None:
        """Paint the leg that is under way, and a mark where the pen is: full on the paper, a ring above it."""
        line, down = int(self._motion.lines[leg]), bool(self._motion.down[leg])
        painter.save()
        painter.scale(scale, scale)
        painter.setPen(self._pen(line, down, scale))
        painter.drawPolyline(QPolygonF([QPointF(*self._points[leg].tolist()), at]))
        painter.restore()
        painter.setPen(QPen(accent, 2.0))
        painter.setBrush(accent if down else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at * scale, _HEAD, _HEAD)

    def _pen(self, line: int, down: bool, scale: float) -> QPen:
        if not down:
            return QPen(QColor(TRAVEL), 1.0 / scale)
        stroke = self._strokes[line]
        return QPen(
            QColor(stroke.color),
            max(stroke.width, 1.0 / scale),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
