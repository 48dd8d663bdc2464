"""Nearest points: those that are left, and pairs of ends that face each other."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points

_LEAF = 8  # points that are compared one by one
_WINDOW = 16  # ends of a cell, on either side of the best angle, that an end is compared with
_MOST_CELLS = 1e6  # along either side
_TURNS = 8.0  # more than a full turn, radians


class RemainingPoints:
    """Points that are asked for the nearest one and removed, each in O(log N): a k-d tree that counts what is left."""

    def __init__(self, points: Points) -> None:
        self._x, self._y = points[:, 0].tolist(), points[:, 1].tolist()
        self._there = [True] * len(points)
        self._leaf_of = [0] * len(points)
        self._left: list[int] = []  # by node: the child with the lower half, -1 for a leaf; the other is the next one
        self._parent: list[int] = []
        self._count: list[int] = []  # points that are left
        self._box: list[tuple[float, float, float, float]] = []
        self._members: list[list[int]] = []
        self._build(points)

    def _build(self, points: Points) -> None:
        waiting = [(np.arange(len(points)), self._node(-1))]
        while waiting:
            indices, node = waiting.pop()
            low, high = points[indices].min(0), points[indices].max(0)
            self._box[node] = (*low.tolist(), *high.tolist())
            self._count[node] = len(indices)
            if len(indices) <= _LEAF:
                self._members[node] = indices.tolist()
                for index in self._members[node]:
                    self._leaf_of[index] = node
                continue
            middle = len(indices) // 2
            parted = indices[np.argpartition(points[indices, int(np.argmax(high - low))], middle)]
            self._left[node] = self._node(node)
            right = self._node(node)
            waiting += [(parted[:middle], self._left[node]), (parted[middle:], right)]

    def _node(self, parent: int) -> int:
        self._left.append(-1)
        self._parent.append(parent)
        self._count.append(0)
        self._box.append((0.0, 0.0, 0.0, 0.0))
        self._members.append([])
        return len(self._left) - 1

    def remove(self, index: int) -> None:
        """Remove a point that is left."""
        self._there[index] = False
        node = self._leaf_of[index]
        while node >= 0:
            self._count[node] -= 1
            node = self._parent[node]

    def nearest(self, x: float, y: float) -> int:
        """Return the index of the nearest point that is left; of several, always the same. There must be one."""
        best, best_index = math.inf, -1
        waiting = [(0.0, 0)]
        while waiting:
            squared, node = waiting.pop()
            if squared > best or not self._count[node]:
                continue
            left = self._left[node]
            if left < 0:
                for index in self._members[node]:
                    if self._there[index]:
                        squared = (self._x[index] - x) ** 2 + (self._y[index] - y) ** 2
                        if (squared, index) < (best, best_index):
                            best, best_index = squared, index
                continue
            near, far = (self._squared(left, x, y), left), (self._squared(left + 1, x, y), left + 1)
            waiting += (far, near) if near <= far else (near, far)
        return best_index

    def _squared(self, node: int, x: float, y: float) -> float:
        """The squared distance from a point to a node's box."""
        left, top, right, bottom = self._box[node]
        across, down = max(left - x, x - right, 0.0), max(top - y, y - bottom, 0.0)
        return across * across + down * down


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
