"""Hit tests on many strokes at once, as one set of short line segments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from taureau.geometry.bounds import Box
from taureau.geometry.curve import Curve, Points


class Traces:
    """Curves with widths, each sampled in `per_segment` steps per segment; results are curve indices."""

    def __init__(self, curves: Sequence[Curve], widths: ArrayLike, per_segment: int = 24) -> None:
        """`widths` [N]: full widths in px, one for each curve."""
        corners = [curve.sample(per_segment) for curve in curves]
        none = np.empty((0, 2))
        self._starts: Points = np.concatenate([none, *(walk[:-1] for walk in corners)])  # [L, 2]
        self._legs: Points = np.concatenate([none, *(np.diff(walk, axis=0) for walk in corners)])  # [L, 2]
        self._owner = np.repeat(np.arange(len(curves)), [len(walk) - 1 for walk in corners])  # [L]
        self._radius = (np.asarray(widths, dtype=np.float64) / 2)[self._owner]  # [L]

    def near(self, x: float, y: float, reach: float) -> list[int]:
        """The curves whose ink is at most `reach` px from a point, in order."""
        away = np.array([x, y]) - self._starts
        lengths = np.maximum((self._legs * self._legs).sum(axis=1), 1e-12)  # a leg of no length counts as its start
        along = np.clip((away * self._legs).sum(axis=1) / lengths, 0, 1)
        gaps = np.hypot(*(away - along[:, None] * self._legs).T)
        return self._owners(gaps <= self._radius + reach)

    def touching(self, box: Box) -> list[int]:
        """The curves whose ink touches the box, in order; at its corners the ink counts as square."""
        low = np.array([box.left, box.top]) - self._radius[:, None] - self._starts
        high = np.array([box.right, box.bottom]) + self._radius[:, None] - self._starts
        with np.errstate(divide="ignore", invalid="ignore"):
            enter, leave = low / self._legs, high / self._legs  # [L, 2], where along the leg each side is met
        still = self._legs == 0  # such a leg is between two sides all along, or never
        inside = (low <= 0) & (high >= 0)
        first = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(enter, leave)).max(axis=1)
        last = np.where(still, np.where(inside, np.inf, -np.inf), np.maximum(enter, leave)).min(axis=1)
        return self._owners((first <= last) & (last >= 0) & (first <= 1))

    def _owners(self, legs: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[int]:
        return [int(owner) for owner in np.unique(self._owner[legs])]
