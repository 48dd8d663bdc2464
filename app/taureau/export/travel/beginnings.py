"""Where closed strokes begin, and which way the others run, for a given order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from taureau.geometry import Curve, Points
from taureau.geometry.neighbours import Indices

_PER_SEGMENT, _MOST = 8, 64  # places at which a closed curve may begin, on each segment and in all


class Beginnings:
    """Curves and the parameters at which the closed ones among them begin, 0 at first."""

    def __init__(self, curves: Sequence[Curve]) -> None:
        self._ends = np.array([[curve.start, curve.end] for curve in curves])
        self._at = np.zeros(len(curves))
        self._places = {
            number: _places(curve) for number, curve in enumerate(curves) if (curve.start == curve.end).all()
        }

    @property
    def any_closed(self) -> bool:
        return bool(self._places)

    def parameter(self, number: int) -> float:
        """Return where a curve begins; 0 for those that are not closed."""
        return float(self._at[number])

    def ends(self, start: Points) -> Points:
        """Return the ends [2 N + 2, 2] for a tour: those of line 0, at `start`, then those of the curves."""
        return np.concatenate([[start, start], self._ends.reshape(-1, 2)])

    def settle(self, tour: Indices, start: Points) -> Indices:
        """Begin the closed curves where the way through all in the order of a tour is shortest; return it so directed.

        The tour holds the ends at which its lines are entered, line 0 first. Dynamic programming over the beginnings of
        each curve and the directions of the open ones (Viterbi, 1967).
        """
        chains: list[tuple[int, Indices]] = []  # of each curve: its number, and which choice before each choice is best
        cost, leaving = np.zeros(1), start[None]
        for line in (tour[1:] // 2 - 1).tolist():
            closed = self._places.get(line)
            entering = self._ends[line] if closed is None else closed[1]
            legs = leaving[:, None] - entering
            ways = cost[:, None] + np.hypot(legs[..., 0], legs[..., 1])
            best = ways.argmin(axis=0)
            chains.append((line, best))
            cost, leaving = ways[best, np.arange(len(best))], (entering[::-1] if closed is None else entering)
        choice = int(cost.argmin())
        settled = []
        for line, best in reversed(chains):
            closed = self._places.get(line)
            settled.append(2 * line + 2 + (choice if closed is None else 0))
            if closed is not None:
                self._at[line], self._ends[line] = closed[0][choice], closed[1][choice]
            choice = int(best[choice])
        return np.array([0, *reversed(settled)])


def _places(curve: Curve) -> tuple[Points, Points]:
    """Return parameters [K] at which a closed curve may begin, and the points [K, 2] there; the joints if they do."""
    count = curve.segment_count
    if count * _PER_SEGMENT <= _MOST:
        at = np.arange(count * _PER_SEGMENT) / _PER_SEGMENT
    else:
        at = np.unique(np.linspace(0, count, _MOST, endpoint=False).astype(int)).astype(float)
    return at, curve.at(at)
