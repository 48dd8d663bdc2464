"""An immutable chain of cubic Bézier segments, the one shape a stroke can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from taureau.geometry.pen import Pen

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
        """Join segments [S, 4, 2]; each must start where the one before it ends (that point is dropped)."""
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
        segments: Points = self.points[index]
        return segments

    @property
    def segment_count(self) -> int:
        return (len(self.points) - 1) // 3

    @property
    def start(self) -> Points:
        point: Points = self.points[0]
        return point

    @property
    def end(self) -> Points:
        point: Points = self.points[-1]
        return point

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

    def shares(self, t: ArrayLike, per_segment: int = 64) -> NDArray[np.float64]:
        """The shares of the arc length, 0 … 1, before parameters `t` in [0, S]: [T] -> [T]; those of `t` for a dot."""
        lengths = np.hypot(*np.diff(self.sample(per_segment), axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(lengths)])
        known = np.linspace(0, self.segment_count, len(along))
        share = along / along[-1] if along[-1] > 0 else known / self.segment_count
        shares: NDArray[np.float64] = np.interp(np.asarray(t, dtype=np.float64), known, share)
        return shares

    def parameters(self, shares: ArrayLike, per_segment: int = 64) -> NDArray[np.float64]:
        """The parameters at shares of the arc length: the inverse of `shares`, [T] -> [T]."""
        known = np.linspace(0, self.segment_count, self.segment_count * per_segment + 1)
        parameters: NDArray[np.float64] = np.interp(
            np.asarray(shares, dtype=np.float64), self.shares(known, per_segment), known
        )
        return parameters

    def reversed(self) -> Curve:
        return Curve(self.points[::-1])

    def split(self, t: float) -> tuple[Curve, Curve]:
        """The part before parameter `t` and the part after it, by de Casteljau's construction.

        Raises ValueError unless 0 < t < S. A whole `t` parts the curve at that joint, its control points
        untouched.
        """
        if not 0 < t < self.segment_count:
            raise ValueError(f"a curve of {self.segment_count} segments cannot be split at {t}")
        index = int(t)
        u = t - index
        if u == 0:
            return Curve(self.points[: 3 * index + 1]), Curve(self.points[3 * index :])
        level = self.points[3 * index : 3 * index + 4]
        left, right = [level[0]], [level[-1]]
        while len(level) > 1:
            level = level[:-1] + (level[1:] - level[:-1]) * u
            left.append(level[0])
            right.append(level[-1])
        before, after = self.points[: 3 * index], self.points[3 * index + 4 :]
        return Curve(np.concatenate([before, left])), Curve(np.concatenate([right[::-1], after]))

    def draw(self, pen: Pen) -> None:
        """Draw this curve onto a pen: one `move_to`, then one `curve_to` a segment, in plain floats."""
        start, *rest = [(x, y) for x, y in self.points.tolist()]
        pen.move_to(start)
        for index in range(0, len(rest), 3):
            pen.curve_to(rest[index], rest[index + 1], rest[index + 2])
