"""The strokes of a drawing as painter paths, built once; new strokes are animated along their length."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform

from taureau.document import Drawing, Stroke
from taureau.export.film import fades
from taureau.geometry import Affine, Curve
from taureau.ui.canvas.stroke_painting import painter_path, shape_path, stroke_pen

DRAW_IN = 0.25  # s that the animation of a new stroke takes
_FADED = 0.5  # share of its opacity that a stroke proposed for removal keeps
_STAGGER = 0.3  # s over which the animations of several new strokes start


@dataclass(frozen=True, eq=False)
class Line:
    """One stroke, ready to be painted in document coordinates."""

    index: int  # in drawing order, hidden strokes included
    stroke: Stroke
    path: QPainterPath  # its middle line
    pen: QPen
    opacity: float

    @classmethod
    def of(cls, index: int, stroke: Stroke) -> Line:
        return cls(index, stroke, painter_path(stroke.curve), stroke_pen(stroke), stroke.opacity)

    @cached_property
    def shape(self) -> QPainterPath | None:
        """The outline of a stroke with a profile."""
        return shape_path(self.stroke)

    def paint(self, painter: QPainter, *, part: float = 1.0, tint: QColor | None = None) -> None:
        """Paint the line, or its first `part`, 0 … 1, of its length; in another colour where there is a `tint`."""
        ink = self.pen.brush() if tint is None else QBrush(tint)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = self.path if part >= 1 else self.path.trimmed(0.0, part)
        if self.shape is None:
            pen = QPen(self.pen)
            pen.setBrush(ink)
            painter.setBrush(ink.color() if self.stroke.filled else Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(path)
        elif part >= 1:
            painter.fillPath(self.shape, ink)
        else:
            painter.save()
            painter.setClipPath(QPainterPathStroker(self.pen).createStroke(path), Qt.ClipOperation.IntersectClip)
            painter.fillPath(self.shape, ink)
            painter.restore()

    @cached_property
    def bounds(self) -> QRectF:
        """A rectangle that contains the painted line, document px."""
        margin = self.pen.widthF() / 2 + 1
        return self.path.controlPointRect().adjusted(-margin, -margin, margin, margin)

    @cached_property
    def fades(self) -> bool:
        """Whether the stroke appears as a whole when the drawing is replayed."""
        return fades(self.stroke)

    def updated(self, index: int, stroke: Stroke, before: Stroke) -> Line:
        """Return the line of a stroke along the same curve; itself when the style is that of `before`."""
        style, old = ((one.width, one.color, one.opacity, one.filled, one.profile, one.pen) for one in (stroke, before))
        if index == self.index and style == old:
            return self
        return Line(index, stroke, self.path, stroke_pen(stroke), stroke.opacity)

    def along(self, curve: Curve) -> Line:
        """Return the line with another curve."""
        return Line(self.index, replace(self.stroke, curve=curve), painter_path(curve), self.pen, self.opacity)

    def transformed(self, transform: QTransform, width_factor: float) -> Line:
        """Return the line under a map of the sheet, with its width multiplied."""
        numbers = transform.m11(), transform.m12(), transform.m21(), transform.m22(), transform.dx(), transform.dy()
        curve = Affine(*numbers).curve(self.stroke.curve)
        stroke = replace(self.stroke, curve=curve, width=self.stroke.width * width_factor)
        return replace(Line.of(self.index, stroke), opacity=self.opacity)


class Ink:
    """The lines of a drawing; curves shared with the previous drawing keep their paths."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._cache: dict[int, tuple[Stroke, Line]] = {}  # by id of the curve, which the stroke keeps alive
        self.visible: list[Line] = []  # lines of the visible strokes
        self.lines: list[Line] = []  # the same with previews in their place
        self._replaced: frozenset[int] = frozenset()  # indices of the strokes with previews
        self._shares: Mapping[str, float] | None = None  # of each stroke that is shown, while the drawing is replayed
        self._uniform = True  # all opaque and of one colour, so that their order is not seen
        self._start_times: dict[int, float] = {}  # of the animation, by index of the visible stroke

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool) -> None:
        """Show a drawing; with `draw_in`, strokes beyond the number shown before are animated."""
        layers = drawing.layers if drawing else ()
        strokes = list(enumerate(stroke for layer in layers for stroke in layer.strokes))
        is_visible = [layer.visible for layer in layers for _ in layer.strokes]
        before, self._cache, self.visible = self._cache, {}, []
        for index, stroke in strokes:
            known = before.get(id(stroke.curve))
            line = known[1].updated(index, stroke, known[0]) if known else Line.of(index, stroke)
            self._cache[id(stroke.curve)] = stroke, line
            if is_visible[index]:
                self.visible.append(line)
        self.lines = self.visible
        self._replaced, self._shares = frozenset(), None
        styles = {(line.pen.color().rgba(), line.opacity) for line in self.visible}
        self._uniform = len(styles) <= 1 and all(opacity == 1 for _, opacity in styles)
        starts = list(self._start_times.values())[: len(self.visible)]
        new = len(self.visible) - len(starts)
        now = self._clock()
        starts += [now + _STAGGER * i / new for i in range(new)] if draw_in else [now - 60.0] * new
        self._start_times = {line.index: start for line, start in zip(self.visible, starts, strict=True)}

    def replace(self, lines: Mapping[int, Sequence[Line]]) -> None:
        """Show other lines, or none, in place of the strokes with these indices, until the next drawing is set."""
        self.lines = [one for line in self.visible for one in lines.get(line.index, (line,))]
        self._replaced = frozenset(lines)

    def replay(self, shares: Mapping[str, float] | None) -> None:
        """Show a share, 0 … 1, of each visible stroke, by its id; None shows all of them again."""
        self._shares = shares
        self.lines = self.visible
        if shares is not None:
            self.lines = [line for line in self.visible if shares.get(line.stroke.id, 1.0) > 0]

    def split(self) -> tuple[list[Line], list[Line]]:
        """Return the static lines, and those that change from frame to frame and are painted above them.

        Where colours or opacities differ, all lines above the first changing one count as changing, to keep the order.
        """
        now = self._clock()
        if self._shares is not None:
            changing = {line.index for line in self.lines if self._shares.get(line.stroke.id, 1.0) < 1}
        else:
            changing = {index for index, start in self._start_times.items() if now < start + DRAW_IN} | self._replaced
        if not changing:
            return self.lines, []
        if not self._uniform:
            first = min(changing)
            return [line for line in self.lines if line.index < first], [
                line for line in self.lines if line.index >= first
            ]
        static = [line for line in self.lines if line.index not in changing]
        return static, [line for line in self.lines if line.index in changing]

    @property
    def animating(self) -> bool:
        """True while the animation of a new stroke runs."""
        return bool(self._start_times) and self._clock() < max(self._start_times.values()) + DRAW_IN

    def paint(
        self,
        painter: QPainter,
        faded: Collection[int] = (),
        tint: QColor | None = None,
        *,
        lines: Sequence[Line] | None = None,
        within: QRectF | None = None,
    ) -> None:
        """Paint the strokes in document coordinates; those with the indices `faded` are tinted and half transparent.

        Given `lines`, only these; given `within` (document px), only those that intersect it.
        """
        now = self._clock()
        for line in self.lines if lines is None else lines:
            if within is not None and not within.intersects(line.bounds):
                continue
            part = (now - self._start_times[line.index]) / DRAW_IN
            opacity = line.opacity
            if self._shares is not None:
                part = self._shares.get(line.stroke.id, 1.0)
                if line.fades:
                    opacity, part = opacity * part, 1.0
            if part <= 0:
                continue
            leaves = line.index in faded
            painter.setOpacity(_FADED * opacity if leaves else opacity)
            line.paint(painter, part=part, tint=tint if leaves else None)
        painter.setOpacity(1.0)
