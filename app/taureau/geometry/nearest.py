"""Pairs of near ends of lines that face each other."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points

_WINDOW = 16  # ends of a cell, on either side of the best angle, that an end is compared with
_MOST_CELLS = 1e6  # along either side
_TURNS = 8.0  # more than a full turn, radians


def facing_pairs(
    points: Points, angles: NDArray[np.float64], reach: float
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Yield pairs of indices, each pair once or more, of points within about `reach` of each other.

    `angles` [N] say in which direction, radians, a line arrives at each point. Where a place is crowded, a point is
    paired only with those whose lines come from the opposite side, so that the work grows as N log N.
    """
    size = max(reach, float(np.ptp(points)) / _MOST_CELLS, 1e-9)
    cells = np.floor((points - points.min(0)) / size).astype(np.int64)
    rows = int(cells[:, 1].max()) + 3  # one more on either side, so that no neighbour is another cell
    turn, key = angles % math.tau, (cells[:, 0] + 1) * rows + cells[:, 1] + 1
    order = np.lexsort((turn, key))
    turn, key = turn[order], key[order]
    known, first, cell, count = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    around = cell * _TURNS + turn  # ascending: within a cell the ends are in the order of their angles
    facing = (turn + math.pi) % math.tau
    for neighbour in (column * rows + row for column in (-1, 0, 1) for row in (-1, 0, 1)):
        there = np.searchsorted(known, key + neighbour).clip(0, len(known) - 1)
        asking = np.flatnonzero(known[there] == key + neighbour)
        there = there[asking]
        best = np.searchsorted(around, there * _TURNS + facing[asking]) - first[there]
        for step in range(2 * _WINDOW):
            more = step < count[there]  # all of a cell that is not crowded
            found = first[there] + (best - _WINDOW + step) % count[there]
            yield order[asking[more]], order[found[more]]
