"""Distances of points from curves and polylines."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from taureau.geometry.curve import Curve, Points

_AT_ONCE = 2_000_000  # pairs of a point and a leg


def distance(curve: Curve, point: ArrayLike, per_segment: int = 24) -> float:
    """The distance of a point [2] from a curve sampled in `per_segment` steps per segment."""
    return float(_feet(np.asarray(point, dtype=np.float64)[None], curve.sample(per_segment))[0][0])


def distances(points: Points, line: Points) -> NDArray[np.float64]:
    """The distance [N] of each point [N, 2] from the polyline [K, 2], K ≥ 1."""
    chunk = max(1, _AT_ONCE // len(line))
    parts = [_feet(points[first : first + chunk], line)[0] for first in range(0, len(points), chunk)]
    return np.concatenate([np.zeros(0), *parts])


def nearest(curve: Curve, point: ArrayLike, per_segment: int = 24) -> tuple[float, float]:
    """The parameter, 0 … S, at which the curve is nearest to the point [2], and how far it is there, px."""
    target = np.asarray(point, dtype=np.float64)
    _, leg, along = _feet(target[None], curve.sample(per_segment))
    t = (float(leg[0]) + float(along[0])) / per_segment
    step = 1 / per_segment
    for _ in range(30):  # shrink towards the best of three, then of the two halves between
        around = np.clip([t - step, t - step / 2, t, t + step / 2, t + step], 0, curve.segment_count)
        t = float(around[np.hypot(*(curve.at(around) - target).T).argmin()])
        step /= 2
    return t, float(np.hypot(*(curve.at(t)[0] - target)))


def _feet(points: Points, line: Points) -> tuple[NDArray[np.float64], NDArray[np.intp], NDArray[np.float64]]:
    """The distance of each point [N, 2] from the polyline [K, 2], its nearest leg, and the position on it, 0 … 1."""
    starts = line[:-1] if len(line) > 1 else line
    legs = np.diff(line, axis=0) if len(line) > 1 else np.zeros((1, 2))
    lengths = np.maximum((legs * legs).sum(axis=1), 1e-12)  # a leg of no length counts as its start
    away = points[:, None] - starts  # [N, K, 2]
    along = np.clip((away * legs).sum(axis=2) / lengths, 0, 1)
    gaps = np.hypot(*(away - along[..., None] * legs).transpose(2, 0, 1))
    leg = gaps.argmin(axis=1)
    here = np.arange(len(points)), leg
    return gaps[here], leg, along[here]
