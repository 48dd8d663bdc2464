"""The parts of a curve outside a region, and what remains of it after a round eraser."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from taureau.geometry.bounds import bounds
from taureau.geometry.curve import Curve, Points
from taureau.geometry.distance import distances

Span = tuple[float, float]  # the parameters of a part of a curve
_STEP = 0.25  # of the radius, between two looks along the curve; at most _WIDEST
_WIDEST = 0.5  # px; where the eraser only brushes a curve for less than a step, nothing is taken
_HALVINGS = 40  # of a step, which bring an end to where the region's edge met the curve


def remains(curve: Curve, path: ArrayLike, radius: float, *, crumb: float = 1.0) -> tuple[Curve, ...]:
    """`parts_outside` of what lies within `radius` px of the polyline `path` [K, 2]."""
    return tuple(between(curve, *span) for span in remaining_spans(curve, path, radius, crumb=crumb))


def remaining_spans(curve: Curve, path: ArrayLike, radius: float, *, crumb: float = 1.0) -> tuple[Span, ...]:
    """`spans_outside` of what lies within `radius` px of the polyline `path` [K, 2]."""
    line = np.asarray(path, dtype=np.float64).reshape(-1, 2)
    near = _near(curve, line, radius)
    if near is None:
        return (whole_span(curve),)
    return spans_outside(curve, lambda points: distances(points, near) > radius, radius * _STEP, crumb=crumb)


def parts_outside(
    curve: Curve,
    outside: Callable[[Points], NDArray[np.bool_]],  # [T, 2] -> [T]
    step: float,  # px between two looks along the curve; at most _WIDEST
    *,
    crumb: float = 1.0,
) -> tuple[Curve, ...]:
    """The parts of the curve whose points lie outside a region, in the curve's direction.

    They are parts of the curve to the last bit: cut by de Casteljau's construction, not fitted. What is left of a cut
    curve and shorter than `crumb` px is dropped. The curve itself comes back where nothing was cut from it. Of a closed
    curve the parts before and after its start are one.
    """
    return tuple(between(curve, *span) for span in spans_outside(curve, outside, step, crumb=crumb))


def spans_outside(
    curve: Curve, outside: Callable[[Points], NDArray[np.bool_]], step: float, *, crumb: float = 1.0
) -> tuple[Span, ...]:
    """The parameters from which and to which each of `parts_outside` runs."""
    t = _looks(curve, step)
    out = outside(curve.at(t))
    if out.all():
        return (whole_span(curve),)
    stops = [0.0, *_edges(curve, outside, t, out), float(curve.segment_count)]
    # Outside and inside take turns along the curve.
    kept = [(a, b) for number, (a, b) in enumerate(pairwise(stops)) if (number % 2 == 0) == out[0] and a < b]
    if len(kept) > 1 and out[0] and out[-1] and (curve.start == curve.end).all():
        kept = [*kept[1:-1], (kept[-1][0], curve.segment_count + kept[0][1])]
    return tuple(span for span in kept if between(curve, *span).length() >= crumb)


def whole_span(curve: Curve) -> Span:
    """The span of the whole curve."""
    return 0.0, float(curve.segment_count)


def between(curve: Curve, first: float, last: float) -> Curve:
    """The part of the curve from one parameter to another, 0 ≤ `first` < `last` ≤ S; itself for the whole.

    Of a closed curve `last` may be up to S more, for a part that runs on past its start.
    """
    if last > curve.segment_count:
        before, after = between(curve, first, curve.segment_count), between(curve, 0.0, last - curve.segment_count)
        return Curve(np.concatenate([before.points, after.points[1:]]))
    if last < curve.segment_count:
        cut = int(np.ceil(last)) - 1  # the segment that is cut
        curve = curve.split(last)[0]
        if first > cut:  # in the same segment, which is now shorter
            first = cut + (first - cut) / (last - cut)
    return curve.split(first)[1] if first > 0 else curve


def _near(curve: Curve, line: Points, radius: float) -> Points | None:
    """The part of the polyline within reach of the curve; None if there is none."""
    if not len(line):
        return None
    box = bounds(curve).grown(radius)
    ends = np.stack([line[:-1], line[1:]]) if len(line) > 1 else np.stack([line, line])  # [2, K, 2]
    low, high = ends.min(axis=0), ends.max(axis=0)
    close = (low <= (box.right, box.bottom)).all(axis=1) & (high >= (box.left, box.top)).all(axis=1)
    legs = np.flatnonzero(close)
    return line[legs[0] : legs[-1] + 2] if len(legs) else None


def _looks(curve: Curve, step: float) -> NDArray[np.float64]:
    """Parameters along the curve, less than a step apart on the sheet."""
    lengths = np.hypot(*np.diff(curve.segments, axis=1).transpose(2, 0, 1)).max(axis=1) * 3  # no faster than this
    step = max(min(step, _WIDEST), 1e-3)
    counts = np.clip(np.ceil(lengths / step), 8, 20_000).astype(int).tolist()
    parts = [np.arange(count) / count + index for index, count in enumerate(counts)]
    return np.concatenate([*parts, [float(curve.segment_count)]])


def _edges(
    curve: Curve, outside: Callable[[Points], NDArray[np.bool_]], t: NDArray[np.float64], out: NDArray[np.bool_]
) -> list[float]:
    """The parameters where the curve crosses the region's edge, found together by bisection."""
    changes = np.flatnonzero(out[:-1] != out[1:])
    low, high, low_outside = t[changes], t[changes + 1], out[changes]
    for _ in range(_HALVINGS if len(changes) else 0):
        middle = (low + high) / 2
        as_low = outside(curve.at(middle)) == low_outside
        low, high = np.where(as_low, middle, low), np.where(as_low, high, middle)
    # The end that lies outside, so that what remains does not touch the region.
    edges: list[float] = np.where(low_outside, low, high).tolist()
    return edges
