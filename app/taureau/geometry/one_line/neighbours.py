"""Pairs of points that lie close together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points


def close_pairs(points: Points, reach: float) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """Return each pair of points [N, 2] at most `reach` apart: the smaller indices, the larger ones, the distances."""
    cells = np.floor((points - points.min(0)) / reach).astype(np.int64)
    rows = int(cells[:, 1].max()) + 3  # one more on either side, so that no neighbour is another cell
    key = (cells[:, 0] + 1) * rows + cells[:, 1] + 1
    order = np.argsort(key, kind="stable")
    known, first, count = np.unique(key[order], return_index=True, return_counts=True)
    ones: list[NDArray[np.intp]] = []
    others: list[NDArray[np.intp]] = []
    for neighbour in (0, 1, rows - 1, rows, rows + 1):  # the other half is met from the other side
        there = np.searchsorted(known, key + neighbour).clip(0, len(known) - 1)
        asking = np.flatnonzero(known[there] == key + neighbour)
        counts = count[there[asking]]
        start = np.repeat(first[there[asking]] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        one, other = np.repeat(asking, counts), order[start + np.arange(counts.sum())]
        kept = one < other if neighbour == 0 else one != other
        ones.append(one[kept])
        others.append(other[kept])
    one, other = np.concatenate(ones), np.concatenate(others)
    apart = np.hypot(*(points[one] - points[other]).T)
    near = apart <= reach
    one, other, apart = one[near], other[near], apart[near]
    low, high = np.minimum(one, other), np.maximum(one, other)
    sorted_order = np.lexsort((high, low))
    return low[sorted_order], high[sorted_order], apart[sorted_order]
