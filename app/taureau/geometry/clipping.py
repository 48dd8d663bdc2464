"""The parts of a curve within a convex polygon."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Curve, Points
from taureau.geometry.erasing import between

_POWERS = np.array([[1, 0, 0, 0], [-3, 3, 0, 0], [3, -6, 3, 0], [-1, 3, -3, 1]])  # from Bernstein's basis, low first
_SHORTEST = 1e-9  # difference of parameters, below which a part is a touch


def clipped(curve: Curve, corners: Points) -> tuple[Curve, ...]:
    """Return the parts of the curve that lie within a convex polygon [K, 2], in order; itself if it lies within.

    They are parts of the curve to the last bit: cut by de Casteljau's construction. None where the polygon is flat.
    """
    inside = _depths(curve.points, corners)
    if (inside >= 0).all():
        return (curve,)
    if (inside < 0).all(0).any():  # the curve lies within the hull of its control points
        return ()
    joints = map(float, range(curve.segment_count + 1))
    stops = sorted([*joints, *_crossings(curve, corners)])
    kept: list[list[float]] = []
    for first, last in pairwise(stops):
        if last - first < _SHORTEST or (_depths(curve.at((first + last) / 2), corners) < 0).any():
            continue
        if kept and kept[-1][1] >= first - _SHORTEST:
            kept[-1][1] = last
        else:
            kept.append([first, last])
    return tuple(between(curve, first, last) for first, last in kept)


def _depths(points: Points, corners: Points) -> NDArray[np.float64]:
    """How far points lie inside each edge of the polygon, times the edge's length, [N, K]; negative outside."""
    edges = np.roll(corners, -1, axis=0) - corners
    away = points[:, None] - corners
    turned = np.sign((corners[:, 0] * np.roll(corners[:, 1], -1) - corners[:, 1] * np.roll(corners[:, 0], -1)).sum())
    if turned == 0:
        return np.full((len(points), len(corners)), -1.0)
    depths: NDArray[np.float64] = turned * (edges[:, 0] * away[..., 1] - edges[:, 1] * away[..., 0])
    return depths


def _crossings(curve: Curve, corners: Points) -> list[float]:
    """The parameters at which the curve crosses the polygon's edges, prolonged without end."""
    found = []
    for index, segment in enumerate(curve.segments):
        for coefficients in (_POWERS @ _depths(segment, corners)).T:
            roots = np.roots(np.trim_zeros(coefficients[::-1], "f"))
            real = roots.real[np.abs(roots.imag) < 1e-7]
            found += [index + float(root) for root in real if 0 < root < 1]
    return found
