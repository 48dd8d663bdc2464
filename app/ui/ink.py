"""The strokes as the canvas paints them: paths made once, each new one drawn in along its length."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from app.document import Drawing, Stroke
from app.geometry import Curve
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

    @classmethod
    def of(cls, place: int, stroke: Stroke) -> Line:
        return cls(place, painter_path(stroke.curve), stroke_pen(stroke), stroke.opacity)

    def paint(self, painter: QPainter, part: float = 1.0) -> None:
        """In document coordinates, as much of its length as `part` says."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(self.opacity)
        painter.setPen(self.pen)
        painter.drawPath(self.path if part >= 1 else self.path.trimmed(0.0, part))

    def along(self, curve: Curve) -> Line:
        """The same line along another curve."""
        return Line(self.place, painter_path(curve), self.pen, self.opacity)

    def under(self, transform: QTransform, thicker: float) -> Line:
        """The line under a map of the sheet, its width so many times as large."""
        pen = QPen(self.pen)
        pen.setWidthF(self.pen.widthF() * thicker)
        return Line(self.place, transform.map(self.path), pen, self.opacity)


class Ink:
    """Holds a drawing's painter paths; curves shared with the drawing before are not made anew."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._paths: dict[int, tuple[Curve, QPainterPath]] = {}  # by the identity of the curve, kept alive here
        self.settled: list[Line] = []  # of the visible strokes
        self.lines: list[Line] = []  # what is shown of them: some may have others in their place
        self._sets_out: dict[int, float] = {}  # when the visible stroke at a place begins to be drawn in

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool) -> None:
        """Show this drawing; with `draw_in`, strokes beyond the number shown before appear along their length."""
        layers = drawing.layers if drawing else ()
        strokes = list(enumerate(stroke for layer in layers for stroke in layer.strokes))
        seen = [layer.visible for layer in layers for _ in layer.strokes]
        known_paths = self._paths
        self._paths = {
            id(stroke.curve): known_paths.get(id(stroke.curve)) or (stroke.curve, painter_path(stroke.curve))
            for _, stroke in strokes
        }
        self.settled = self.lines = [
            Line(place, self._paths[id(stroke.curve)][1], stroke_pen(stroke), stroke.opacity)
            for place, stroke in strokes
            if seen[place]
        ]
        begins = list(self._sets_out.values())[: len(self.settled)]
        fresh = len(self.settled) - len(begins)
        now = self._clock()
        begins += [now + _STAGGER * i / fresh for i in range(fresh)] if draw_in else [now - 60.0] * fresh
        self._sets_out = {line.place: begin for line, begin in zip(self.settled, begins, strict=True)}

    def set_instead(self, instead: Mapping[int, Sequence[Line]]) -> None:
        """Show other lines, or none, in place of the strokes at these places, until another drawing is set."""
        self.lines = [one for line in self.settled for one in instead.get(line.place, (line,))]

    @property
    def moving(self) -> bool:
        """True while a stroke is still being drawn in."""
        return bool(self._sets_out) and self._clock() < max(self._sets_out.values()) + DRAW_IN

    def paint(self, painter: QPainter, fainter: Collection[int] = (), tint: QColor | None = None) -> None:
        """Paint the strokes in document coordinates; those at the places `fainter` as if they were going."""
        now = self._clock()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.lines:
            part = (now - self._sets_out[line.place]) / DRAW_IN
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
