"""The width of a line along its length: a few factors of its nominal width, and a smooth curve through them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

MAX_FACTOR = 100.0
_APART = 1e-4  # of the length, by which two points are always apart
_STEP = 0.02  # of the length
_SAME = 0.01  # factor by which a part may differ from the whole


@dataclass(frozen=True)
class Profile:
    """Points (share of the line's arc length, factor of its width), interpolated by monotone cubics (Fritsch–Carlson).

    Before the first point and after the last the width is constant. Between two points it stays between their factors.
    Raises ValueError unless the shares ascend within 0 … 1, and the factors lie in 0 … 100 with at least one above 0.
    """

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        shares, factors = [share for share, _ in self.points], [factor for _, factor in self.points]
        if not self.points or not all(0 <= share <= 1 for share in shares):
            raise ValueError("a profile needs points at shares of the length from 0 to 1")
        if any(two <= one for one, two in pairwise(shares)):
            raise ValueError("the points of a profile must be in ascending order")
        if not all(0 <= factor <= MAX_FACTOR for factor in factors) or not any(factors):
            raise ValueError(f"the factors of a profile must be from 0 to {MAX_FACTOR:g}, and not all 0")

    @property
    def widest(self) -> float:
        """The largest factor."""
        return max(factor for _, factor in self.points)

    def at(self, shares: ArrayLike) -> NDArray[np.float64]:
        """The factors at shares of the length: [K] -> [K]."""
        return self._evaluated(shares)[0]

    def slopes(self, shares: ArrayLike) -> NDArray[np.float64]:
        """The derivatives of the factors by the share: [K] -> [K]."""
        return self._evaluated(shares)[1]

    def reversed(self) -> Profile:
        """The profile of the same line drawn from its other end."""
        return Profile(tuple((1.0 - share, factor) for share, factor in reversed(self.points)))

    def between(self, first: float, last: float) -> Profile:
        """The profile of the part of the line between two shares of its length, 0 ≤ `first` < `last` ≤ 1."""
        span = last - first
        inner = [share for share, _ in self.points if _APART * span < share - first < span * (1 - _APART)]
        if not inner:
            inner = [(first + last) / 2]
        # Halfway to its neighbours, so that a cut cubic keeps its shape.
        shares = sorted({first, (first + inner[0]) / 2, *inner, (inner[-1] + last) / 2, last})
        factors = self.at(shares).tolist()
        points = tuple(((share - first) / span, factor) for share, factor in zip(shares, factors, strict=True))
        return Profile(points).simplified(_SAME) if any(factors) else Profile(((0.0, _APART), (1.0, _APART)))

    def scaled(self, factor: float) -> Profile:
        """The profile with all its factors multiplied, at most `MAX_FACTOR`."""
        return Profile(tuple((share, min(own * factor, MAX_FACTOR)) for share, own in self.points))

    def rounded(self, decimals: int) -> Profile:
        """The profile with rounded numbers; of points that fall together the last stays, and one factor above 0."""
        points = {round(share, decimals): round(factor, decimals) for share, factor in self.points}
        if not any(points.values()):
            points[round(max(self.points, key=lambda point: point[1])[0], decimals)] = 10.0**-decimals
        return Profile(tuple((share + 0.0, factor + 0.0) for share, factor in sorted(points.items())))

    def simplified(self, tolerance: float) -> Profile:
        """The profile with as few of its points as keep every other within `tolerance` (Douglas–Peucker)."""
        kept = {0, len(self.points) - 1}
        spans = [(0, len(self.points) - 1)]
        while spans:
            first, last = spans.pop()
            (start, low), (end, high) = self.points[first], self.points[last]
            gaps = [
                (abs(factor - low - (high - low) * (share - start) / (end - start)), index)
                for index, (share, factor) in enumerate(self.points[first + 1 : last], first + 1)
            ]
            gap, middle = max(gaps, default=(0.0, 0))
            if gap > tolerance:
                kept.add(middle)
                spans += [(first, middle), (middle, last)]
        return Profile(tuple(self.points[index] for index in sorted(kept)))

    @cached_property
    def _cubics(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Shares, factors and slopes at the points, [P] each."""
        x, y = np.array(self.points, dtype=np.float64).T
        if len(x) == 1:
            return x, y, np.zeros(1)
        steps = np.diff(x)
        secants = np.diff(y) / steps
        slopes = np.concatenate([secants[:1], np.zeros(len(x) - 2), secants[-1:]])
        same = secants[:-1] * secants[1:] > 0
        before, after = 2 * steps[1:] + steps[:-1], steps[1:] + 2 * steps[:-1]
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = (before + after) / (before / secants[:-1] + after / secants[1:])
        slopes[1:-1] = np.where(same, mean, 0.0)
        return x, y, slopes

    def _evaluated(self, shares: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        x, y, slopes = self._cubics
        at = np.atleast_1d(np.asarray(shares, dtype=np.float64))
        if len(x) == 1:
            return np.full(at.shape, y[0]), np.zeros(at.shape)
        index = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
        step = x[index + 1] - x[index]
        u = np.clip((at - x[index]) / step, 0.0, 1.0)
        rise, leaving, arriving = y[index + 1] - y[index], slopes[index] * step, slopes[index + 1] * step
        a, b = leaving + arriving - 2 * rise, 3 * rise - 2 * leaving - arriving
        values = y[index] + u * (leaving + u * (b + u * a))
        inside = (at >= x[0]) & (at <= x[-1])
        rates = np.where(inside, (leaving + u * (2 * b + 3 * u * a)) / step, 0.0)
        return np.maximum(values, 0.0), rates


CONSTANT = Profile(((0.0, 1.0), (1.0, 1.0)))


def chained(parts: Sequence[tuple[Profile | None, float, float]], width: float) -> Profile | None:
    """The profile of lines laid end to end, each given as its profile, its length and its nominal width.

    Its factors are of `width`; where two lines of other widths meet, it goes from one to the other over `_STEP`. None
    where all are constantly that wide.
    """
    if all(profile is None and math.isclose(own, width) for profile, _, own in parts):
        return None
    whole = sum(length for _, length, _ in parts) or 1.0
    points: list[tuple[float, float]] = []
    start = 0.0
    for profile, length, own in parts:
        shape = (profile or CONSTANT).between(0.0, 1.0).scaled(own / width).points
        if points and not math.isclose(points[-1][1], shape[0][1], rel_tol=_STEP):
            share, factor = points[-1]
            least = (points[-2][0] + share) / 2 if len(points) > 1 else 0.0  # of a short line
            points[-1] = max(share - _STEP / 2, least), factor
            points.append((min(points[-1][0] + _STEP, 1.0), shape[0][1]))
        for share, factor in shape:
            at = min((start + share * length) / whole, 1.0)
            if not points or at - points[-1][0] >= _APART:
                points.append((at, factor))
        start += length
    return Profile(tuple(points))
