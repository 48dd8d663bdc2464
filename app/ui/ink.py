"""The strokes as the canvas paints them: paths made once, each new one drawn in along its length."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.document import Drawing, Stroke
from app.ui.painter_pen import painter_path

DRAW_IN = 0.25  # s, for one new stroke
_FAINT = 0.5  # of its opacity, that a stroke keeps which would go
_STAGGER = 0.3  # s, over which the first strokes of several new ones set out one after the other


@dataclass(frozen=True, eq=False)
class Line:
    place: int  # in drawing order, hidden strokes counted
    path: QPainterPath
    pen: QPen
    opacity: float


class Ink:
    """Holds a drawing's painter paths; strokes shared with the drawing before are not made anew."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._paths: dict[int, tuple[Stroke, QPainterPath]] = {}  # by the identity of the stroke, kept alive here
        self.lines: list[Line] = []  # of the visible strokes
        self._sets_out: list[float] = []  # when each visible stroke begins to be drawn in

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool) -> None:
        """Show this drawing; with `draw_in`, strokes beyond the number shown before appear along their length."""
        layers = drawing.layers if drawing else ()
        strokes = list(enumerate(stroke for layer in layers for stroke in layer.strokes))
        seen = [layer.visible for layer in layers for _ in layer.strokes]
        known_paths = self._paths
        self._paths = {
            id(stroke): known_paths.get(id(stroke)) or (stroke, painter_path(stroke.curve)) for _, stroke in strokes
        }
        self.lines = [
            Line(place, self._paths[id(stroke)][1], stroke_pen(stroke), stroke.opacity)
            for place, stroke in strokes
            if seen[place]
        ]
        known = min(len(self._sets_out), len(self.lines))
        fresh = len(self.lines) - known
        now = self._clock()
        begins = [now + _STAGGER * i / fresh for i in range(fresh)] if draw_in else [now - 60.0] * fresh
        self._sets_out = self._sets_out[:known] + begins

    @property
    def moving(self) -> bool:
        """True while a stroke is still being drawn in."""
        return bool(self._sets_out) and self._clock() < max(self._sets_out) + DRAW_IN

    def paint(self, painter: QPainter, fainter: Collection[int] = (), tint: QColor | None = None) -> None:
        """Paint the strokes in document coordinates; those at the places `fainter` as if they were going."""
        now = self._clock()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, begin in zip(self.lines, self._sets_out, strict=True):
            part = (now - begin) / DRAW_IN
            if part <= 0:
                continue
            going = line.place in fainter
            painter.setOpacity(_FAINT * line.opacity if going else line.opacity)
            pen = QPen(line.pen)
            if going and tint is not None:
                pen.setColor(tint)
            painter.setPen(pen)
            painter.drawPath(line.path if part >= 1 else line.path.trimmed(0.0, part))
        painter.setOpacity(1.0)


def stroke_pen(stroke: Stroke) -> QPen:
    pen = QPen(QColor(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
