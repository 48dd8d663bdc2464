"""An immutable chain of cubic Bézier segments, the one shape a stroke can have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]  # [..., 2], x then y, y down


@dataclass(frozen=True, eq=False)
class Curve:
    """A chain of S cubic segments; neighbours share their joint, so S segments have 3S + 1 control points.

    Raises ValueError when the number of points is not 3S + 1 with S ≥ 1, or when one is not finite.
    """

    points: Points  # [3S + 1, 2]

    def __init__(self, points: ArrayLike) -> None:
        array = np.array(points, dtype=np.float64)
        if array.ndim != 2 or array.shape[1] != 2 or len(array) < 4 or len(array) % 3 != 1:
            raise ValueError(f"a curve needs [3S + 1, 2] control points, not {array.shape}")
        if not np.isfinite(array).all():
            raise ValueError("a curve's control points must be finite")
        array.setflags(write=False)
        object.__setattr__(self, "points", array)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Curve) and np.array_equal(self.points, other.points)

    def __hash__(self) -> int:
        return hash(self.points.tobytes())

    @classmethod
    def from_segments(cls, segments: ArrayLike) -> Curve:
        """Join segments [S, 4, 2]; each must start where the one before it ends (its first point is dropped)."""
        array = np.asarray(segments, dtype=np.float64)
        return cls(np.concatenate([array[:1, 0], array[:, 1:].reshape(-1, 2)]))

    @classmethod
    def line(cls, start: ArrayLike, end: ArrayLike) -> Curve:
        """The straight segment between two points, as a cubic with evenly spaced control points."""
        a, b = np.asarray(start, dtype=np.float64), np.asarray(end, dtype=np.float64)
        return cls([a + (b - a) * t for t in (0.0, 1 / 3, 2 / 3, 1.0)])

    @property
    def segments(self) -> Points:
        """The control points of each segment, [S, 4, 2], a copy."""
        index = 3 * np.arange(self.segment_count)[:, None] + np.arange(4)
        return self.points[index]

    @property
    def segment_count(self) -> int:
        return (len(self.points) - 1) // 3

    @property
    def start(self) -> Points:
        return self.points[0]

    @property
    def end(self) -> Points:
        return self.points[-1]

    def at(self, t: ArrayLike) -> Points:
        """Points at parameters `t` in [0, S]: [T] -> [T, 2]."""
        parameters = np.atleast_1d(np.asarray(t, dtype=np.float64))
        index = np.clip(np.floor(parameters).astype(int), 0, self.segment_count - 1)
        u = (parameters - index)[:, None]
        p = self.segments[index]  # [T, 4, 2]
        v = 1 - u
        point: Points = p[:, 0] * v**3 + 3 * p[:, 1] * v * v * u + 3 * p[:, 2] * v * u * u + p[:, 3] * u**3
        return point

    def sample(self, per_segment: int = 16) -> Points:
        """A polyline of `per_segment` steps in each segment, [S · per_segment + 1, 2]."""
        return self.at(np.linspace(0, self.segment_count, self.segment_count * per_segment + 1))

    def length(self, per_segment: int = 32) -> float:
        """Arc length, measured along a polyline of `per_segment` steps in each segment."""
        return float(np.hypot(*np.diff(self.sample(per_segment), axis=0).T).sum())

    def reversed(self) -> Curve:
        return Curve(self.points[::-1])
