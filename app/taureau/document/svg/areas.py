"""The filled areas of an SVG as single closed curves, whose inside is where their winding number is not 0."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

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


def area_within(area: Curve, corners: Points) -> Curve | None:
    """Return the part of an area within a convex window [K, 2]; None where there is none.

    An area that leaves the window becomes a polygon (Sutherland and Hodgman, 1974).
    """
    points = area.points
    around = corners if _turns(corners) > 0 else corners[::-1]
    sides = list(zip(around, np.roll(around, -1, axis=0), strict=True))
    if all((_beside(points, *side) >= 0).all() for side in sides):
        return area
    polygon = area.sample(_PER_SEGMENT)[:-1]
    for side in sides:
        depth = _beside(polygon, *side)
        following, next_depth = np.roll(polygon, -1, axis=0), np.roll(depth, -1)
        inside, crosses = depth >= 0, (depth >= 0) != (next_depth >= 0)
        share = depth / np.where(crosses, depth - next_depth, 1.0)
        met = polygon + share[:, None] * (following - polygon)
        polygon = np.stack([polygon, met], axis=1)[np.stack([inside, crosses], axis=1)]
        if len(polygon) < 3:
            return None
    chain = np.concatenate([polygon, polygon[:1]])
    return Curve.from_segments(np.concatenate([Curve.line(*leg).segments for leg in pairwise(chain)]))


def _beside(points: Points, start: Points, end: Points) -> NDArray[np.float64]:
    """Return how far points [N, 2] lie to the inner side of a side of a window, times its length."""
    (x, y), (u, v) = start, end - start
    depth: NDArray[np.float64] = u * (points[:, 1] - y) - v * (points[:, 0] - x)
    return depth


def _turns(polygon: Points) -> float:
    """Return twice the signed area of a polygon [N, 2]."""
    following = np.roll(polygon, -1, axis=0)
    return float((polygon[:, 0] * following[:, 1] - polygon[:, 1] * following[:, 0]).sum())


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
        near = (starts >= polygon.min(axis=0)).all(axis=1) & (starts <= polygon.max(axis=0)).all(axis=1)
        near[number] = False
        others = np.flatnonzero(near)
        depths[others] += _contains(polygon, starts[others])
    turned = []
    for ring, polygon, depth in zip(rings, polygons, depths.tolist(), strict=True):
        runs_left = _turns(polygon) > 0
        turned.append(ring.reversed() if runs_left == bool(depth % 2) else ring)
    return turned


def _contains(polygon: Points, points: Points) -> NDArray[np.bool_]:
    """Return whether each of points [N, 2] lies in a polygon [K, 2], by the even-odd rule."""
    start, end = polygon, np.roll(polygon, -1, axis=0)
    crosses = (start[:, 1] <= points[:, 1, None]) != (end[:, 1] <= points[:, 1, None])
    height = np.where(end[:, 1] == start[:, 1], 1.0, end[:, 1] - start[:, 1])
    x = start[:, 0] + (points[:, 1, None] - start[:, 1]) / height * (end[:, 0] - start[:, 0])
    return (crosses & (x > points[:, 0, None])).sum(axis=1) % 2 == 1
