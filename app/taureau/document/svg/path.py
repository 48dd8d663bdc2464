"""SVG path data of every kind as cubic Béziers."""

from __future__ import annotations

import math
import re
from typing import NamedTuple, TypeVar

import numpy as np

from taureau.document.errors import DocumentError
from taureau.document.svg.terms import MAX_SEGMENTS
from taureau.geometry import Affine, Curve, Point, Points, RecordingPen
from taureau.wording import said

_Number = TypeVar("_Number", float, bool)
_BARE_POINT = re.compile(r"(\d)\.(?!\d)")  # "1." is a number in SVG but not to svgelements


class SvgPoint(NamedTuple):
    x: float
    y: float


class SvgPath:
    """Receives SVG path commands and records cubics; its methods are those that the grammar of svgelements calls.

    Coordinates come in absolute, but for `horizontal` and `vertical`. Commands raise ValueError where a
    number is missing, and DocumentError beyond the limit of segments.
    """

    def __init__(self) -> None:
        self.current_point: SvgPoint | None = None  # the grammar reads it, too
        self._pen = RecordingPen()
        self._first = SvgPoint(0.0, 0.0)  # of the subpath
        self._pen_is_down = False
        self._just_moved = False
        self._handle: SvgPoint | None = None  # what a smooth command reflects
        self._handle_kind = ""

    def parse(self, data: str) -> None:
        """Read a `d` attribute up to its first error, as SVG requires."""
        from svgelements import SVGLexicalParser

        # Only the grammar is svgelements': its own Path takes quadratic time in the number of closed
        # subpaths.
        try:
            SVGLexicalParser().parse(self, _BARE_POINT.sub(r"\1", data))
        except (ValueError, ArithmeticError):
            return

    def curves(self) -> tuple[Curve, ...]:
        """Return one curve for each subpath that has a segment; raises ValueError when a number is not finite."""
        return self._pen.curves()

    def start(self) -> None:
        """The grammar's first call."""

    def end(self) -> None:
        """The grammar's last call."""

    def move(self, end: object, relative: bool = False) -> None:
        self.current_point = self._first = self._point(end)
        self._pen_is_down = False
        self._just_moved = True
        self._handle = None

    def line(self, end: object, relative: bool = False) -> None:
        start, stop = self._here(), self._point(end)
        x, y = (stop.x - start.x) / 3, (stop.y - start.y) / 3
        self._segment(SvgPoint(start.x + x, start.y + y), SvgPoint(stop.x - x, stop.y - y), stop)

    def horizontal(self, x: float | None, relative: bool = False) -> None:
        here, x = self._here(), _given(x)
        self.line((x + here.x if relative else x, here.y))

    def vertical(self, y: float | None, relative: bool = False) -> None:
        here, y = self._here(), _given(y)
        self.line((here.x, y + here.y if relative else y))

    def cubic(self, first: object, second: object, end: object, relative: bool = False) -> None:
        handle = self._point(second)
        self._segment(self._point(first), handle, self._point(end), handle, "cubic")

    def smooth_cubic(self, second: object, end: object, relative: bool = False) -> None:
        self.cubic(self._reflected("cubic"), second, end)

    def quad(self, control: object, end: object, relative: bool = False) -> None:
        start, handle, stop = self._here(), self._point(control), self._point(end)
        first, second = (
            SvgPoint(point.x + (handle.x - point.x) * 2 / 3, point.y + (handle.y - point.y) * 2 / 3)
            for point in (start, stop)
        )
        self._segment(first, second, stop, handle, "quad")

    def smooth_quad(self, end: object, relative: bool = False) -> None:
        self.quad(self._reflected("quad"), end)

    def arc(
        self,
        rx: float | None,
        ry: float | None,
        degrees: float | None,
        large: bool | None,
        sweep: bool | None,
        end: object,
        relative: bool = False,
    ) -> None:
        rx, ry, degrees = abs(_given(rx)), abs(_given(ry)), _given(degrees)
        start, stop = self._here(), self._point(end)
        if start == stop:
            return
        if rx == 0 or ry == 0:
            self.line(stop)
            return
        segments = arc_segments(start, rx, ry, degrees, _given(large), _given(sweep), stop)
        for _, first, second, last in segments.tolist():
            self._segment(SvgPoint(*first), SvgPoint(*second), SvgPoint(*last))

    def closed(self, relative: bool = False) -> None:
        if self._just_moved or self._here() != self._first:  # "M x,y z" is a dot
            self.line(self._first)
        self._pen_is_down = False
        self._handle = None

    def _segment(
        self, first: SvgPoint, second: SvgPoint, end: SvgPoint, handle: SvgPoint | None = None, kind: str = ""
    ) -> None:
        here = self._here()
        if len(self._pen.calls) >= 2 * MAX_SEGMENTS:
            raise too_many_segments()
        if not self._pen_is_down:
            self._pen.move_to(here)
        self._pen.curve_to(first, second, end)
        self.current_point = end
        self._pen_is_down, self._just_moved = True, False
        self._handle, self._handle_kind = handle, kind

    def _here(self) -> SvgPoint:
        if self.current_point is None:
            raise ValueError("a path begins with a move")
        return self.current_point

    def _reflected(self, kind: str) -> SvgPoint:
        here = self._here()
        if self._handle is None or self._handle_kind != kind:
            return here
        return SvgPoint(2 * here.x - self._handle.x, 2 * here.y - self._handle.y)

    def _point(self, point: object) -> SvgPoint:
        """Return a point given by the grammar: a pair, or the letter z for the start of the subpath."""
        if isinstance(point, SvgPoint):
            return point
        if isinstance(point, str):
            return self._first
        if not isinstance(point, tuple):
            raise ValueError("a coordinate is missing")
        x, y = point
        return SvgPoint(float(x), float(y))


def _given(value: _Number | None) -> _Number:
    if value is None:
        raise ValueError("a number is missing")
    return value


def too_many_segments() -> DocumentError:
    return DocumentError(
        said(
            "The SVG has more than {MAX_SEGMENTS:,} curve segments; simplify it and open it again.",
            MAX_SEGMENTS=MAX_SEGMENTS,
        )
    )


def arc_segments(start: Point, rx: float, ry: float, degrees: float, large: bool, sweep: bool, end: Point) -> Points:
    """Return the arc of SVG's `A` command as S ≤ 4 cubics, [S, 4, 2]; rx, ry > 0 and start ≠ end.

    SVG 1.1, appendix F.6: where the ellipse is turned and squeezed to the unit circle, the centre lies on the
    bisector of the chord. Radii too short to reach grow evenly. Raises ValueError or ArithmeticError when the
    numbers are so far apart that there is no answer.
    """
    to_circle = Affine.scale(1 / rx, 1 / ry) @ Affine.rotate(-degrees)
    ends = to_circle.points(np.array([start, end]))
    half_chord = float(np.hypot(*(ends[1] - ends[0]))) / 2
    growth = max(half_chord, 1.0)
    (x0, y0), (x1, y1) = (ends / growth).tolist()
    half_chord /= growth
    distance = math.sqrt(1 - half_chord**2) / (2 * half_chord)  # of the centre from the chord, in chords
    side = distance if large != sweep else -distance
    cx, cy = (x0 + x1) / 2 - side * (y1 - y0), (y0 + y1) / 2 + side * (x1 - x0)
    begin = math.atan2(y0 - cy, x0 - cx)
    turn = (math.atan2(y1 - cy, x1 - cx) - begin) % math.tau - (0 if sweep else math.tau)

    count = max(math.ceil(abs(turn) / (math.pi / 2) - 1e-9), 1)
    handle = 4 / 3 * math.tan(turn / count / 4)
    angles = begin + turn / count * np.arange(count + 1)
    on = np.stack([np.cos(angles), np.sin(angles)], axis=1)  # [count + 1, 2]
    along = np.stack([-on[:, 1], on[:, 0]], axis=1) * handle
    circle = np.stack([on[:-1], (on + along)[:-1], (on - along)[1:], on[1:]], axis=1) + np.array([cx, cy])
    segments = to_circle.inverse().points(circle * growth)
    segments[0, 0], segments[-1, -1] = start, end  # rather than where the trigonometry comes out
    return segments
