"""The filled areas of an SVG as single closed curves, whose inside is where their winding number is not 0."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from taureau.geometry import Curve, Points

_PER_SEGMENT = 8  # steps along a ring, to tell which rings are in which


def area_curve(rings: Sequence[Curve], *, even_odd: bool) -> Curve:
    """Return the subpaths of one fill as one closed curve, with cuts from ring to ring that are run both ways.

    `even_odd`: by that rule, for rings that do not cross each other; else by the nonzero rule.
    """
    closed = [_closed(ring) for ring in rings]
    if even_odd and len(closed) > 1:
        closed = _turned(closed)
    hub = closed[0].start
    segments = [closed[0].segments]
    for ring in closed[1:]:
        segments += [Curve.line(hub, ring.start).segments, ring.segments, Curve.line(ring.start, hub).segments]
    return Curve.from_segments(np.concatenate(segments))


def _closed(ring: Curve) -> Curve:
    if (ring.start == ring.end).all():
        return ring
    return Curve.from_segments(np.concatenate([ring.segments, Curve.line(ring.end, ring.start).segments]))


def _turned(rings: list[Curve]) -> list[Curve]:
    """Return rings that run one way or the other by the number of rings around them."""
    polygons = [ring.sample(_PER_SEGMENT)[:-1] for ring in rings]
    starts = np.array([polygon[0] for polygon in polygons])
    depths = np.zeros(len(rings), dtype=int)
    for number, polygon in enumerate(polygons):
        around = _contains(polygon, starts)
        around[number] = False
        depths += around
    turned = []
    for ring, polygon, depth in zip(rings, polygons, depths.tolist(), strict=True):
        following = np.roll(polygon, -1, axis=0)
        runs_left = (polygon[:, 0] * following[:, 1] - polygon[:, 1] * following[:, 0]).sum() > 0
        turned.append(ring.reversed() if runs_left == bool(depth % 2) else ring)
    return turned


def _contains(polygon: Points, points: Points) -> np.typing.NDArray[np.bool_]:
    """Return whether each of points [N, 2] lies in a polygon [K, 2], by the even-odd rule."""
    start, end = polygon, np.roll(polygon, -1, axis=0)
    crosses = (start[:, 1] <= points[:, 1, None]) != (end[:, 1] <= points[:, 1, None])
    height = np.where(end[:, 1] == start[:, 1], 1.0, end[:, 1] - start[:, 1])
    x = start[:, 0] + (points[:, 1, None] - start[:, 1]) / height * (end[:, 0] - start[:, 0])
    return (crosses & (x > points[:, 0, None])).sum(axis=1) % 2 == 1
