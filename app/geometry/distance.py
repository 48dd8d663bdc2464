"""How far a point lies from a curve."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from app.geometry.curve import Curve


def distance(curve: Curve, point: ArrayLike, per_segment: int = 24) -> float:
    """From the point [2] to the nearest place on a polyline of `per_segment` steps in each segment."""
    corners = curve.sample(per_segment)
    starts, legs = corners[:-1], np.diff(corners, axis=0)
    away = np.asarray(point, dtype=np.float64) - starts
    lengths = np.maximum((legs * legs).sum(axis=1), 1e-12)  # a leg of no length counts as its start
    along = np.clip((away * legs).sum(axis=1) / lengths, 0, 1)
    return float(np.hypot(*(away - along[:, None] * legs).T).min())
