"""The strokes as the canvas paints them: paths made once, each new one drawn in along its length."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from taureau.document import Drawing, Stroke
from taureau.geometry import Curve
from taureau.ui.canvas.painter_pen import painter_path

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

    @cached_property
    def reach(self) -> QRectF:
        """A rectangle of the sheet that its ink lies in, px."""
        margin = self.pen.widthF() / 2 + 1
        return self.path.controlPointRect().adjusted(-margin, -margin, margin, margin)

    def worn(self, place: int, stroke: Stroke, before: Stroke) -> Line:
        """The line of a stroke along the same curve; itself where nothing else is different from `before`."""
        looks = [(one.width, one.color, one.opacity) for one in (stroke, before)]
        if place == self.place and looks[0] == looks[1]:
            return self
        return Line(place, self.path, stroke_pen(stroke), stroke.opacity)

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
        self._known: dict[int, tuple[Stroke, Line]] = {}  # by the identity of the curve, kept alive here
        self.settled: list[Line] = []  # of the visible strokes
        self.lines: list[Line] = []  # what is shown of them: some may have others in their place
        self._lifted: frozenset[int] = frozenset()  # the places of those
        self._plain = True  # all are opaque and of one colour, so that their order does not show
        self._sets_out: dict[int, float] = {}  # when the visible stroke at a place begins to be drawn in

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool) -> None:
        """Show this drawing; with `draw_in`, strokes beyond the number shown before appear along their length."""
        layers = drawing.layers if drawing else ()
        strokes = list(enumerate(stroke for layer in layers for stroke in layer.strokes))
        seen = [layer.visible for layer in layers for _ in layer.strokes]
        before, self._known, self.settled = self._known, {}, []
        for place, stroke in strokes:
            known = before.get(id(stroke.curve))
            line = known[1].worn(place, stroke, known[0]) if known else Line.of(place, stroke)
            self._known[id(stroke.curve)] = stroke, line
            if seen[place]:
                self.settled.append(line)
        self.lines = self.settled
        self._lifted = frozenset()
        looks = {(line.pen.color().rgba(), line.opacity) for line in self.settled}
        self._plain = len(looks) <= 1 and all(opacity == 1 for _, opacity in looks)
        begins = list(self._sets_out.values())[: len(self.settled)]
        fresh = len(self.settled) - len(begins)
        now = self._clock()
        begins += [now + _STAGGER * i / fresh for i in range(fresh)] if draw_in else [now - 60.0] * fresh
        self._sets_out = {line.place: begin for line, begin in zip(self.settled, begins, strict=True)}

    def set_instead(self, instead: Mapping[int, Sequence[Line]]) -> None:
        """Show other lines, or none, in place of the strokes at these places, until another drawing is set."""
        self.lines = [one for line in self.settled for one in instead.get(line.place, (line,))]
        self._lifted = frozenset(instead)

    def parted(self) -> tuple[list[Line], list[Line]]:
        """The lines that stay as they are, and those that change from frame to frame, which are to be painted above.

        Where lines differ in colour, those above a changing one would shine through it: then all are to be painted.
        """
        now = self._clock()
        loose = {place for place, begin in self._sets_out.items() if now < begin + DRAW_IN} | self._lifted
        if not loose:
            return self.lines, []
        if not self._plain:
            first = min(loose)
            return [line for line in self.lines if line.place < first], [
                line for line in self.lines if line.place >= first
            ]
        still = [line for line in self.lines if line.place not in loose]
        return still, [line for line in self.lines if line.place in loose]

    @property
    def moving(self) -> bool:
        """True while a stroke is still being drawn in."""
        return bool(self._sets_out) and self._clock() < max(self._sets_out.values()) + DRAW_IN

    def paint(
        self,
        painter: QPainter,
        fainter: Collection[int] = (),
        tint: QColor | None = None,
        *,
        lines: Sequence[Line] | None = None,
        within: QRectF | None = None,
    ) -> None:
        """Paint the strokes in document coordinates; those at the places `fainter` as if they were going.

        Of them, where asked, only these `lines`, and only those that reach into a rectangle.
        """
        now = self._clock()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.lines if lines is None else lines:
            if within is not None and not within.intersects(line.reach):
                continue
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
