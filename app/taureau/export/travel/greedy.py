"""A first tour: the shortest links between ends of lines that fit together, taken greedily."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from taureau.geometry import Points
from taureau.geometry.neighbours import Indices, nearest_neighbours

_NEIGHBOURS = 6  # of an end, among which its link is looked for at a time


def greedy_tour(ends: Points, progress: Callable[[float], None]) -> Indices:
    """Return a tour through lines with these ends [2 N, 2], of which 2 n and 2 n + 1 belong to line n.

    Each element is the end at which a line is entered. The tour begins with end 0 and leaves that line by end 1. Links
    are taken by their length, unless an end has one already or they would close a circle (greedy edge matching;
    Bentley, 1992). `progress` is told how much is done, 0 … 1.
    """
    link = np.full(len(ends), -1, dtype=np.intp).tolist()  # of each end to that of another line
    far = (np.arange(len(ends)) ^ 1).tolist()  # of an end of a chain of lines: the chain's other end
    free = np.arange(1, len(ends))  # end 0 is where the tour begins
    while len(free) > 1:
        progress(1 - len(free) / len(ends))
        for one, other in _by_length(ends, free):
            if link[one] < 0 and link[other] < 0 and far[one] != other:
                link[one], link[other] = other, one
                far[far[one]], far[far[other]] = far[other], far[one]
        free = free[np.array(link)[free] < 0]
    tour, entered = [], 0
    while entered >= 0:
        tour.append(entered)
        entered = link[entered ^ 1]
    return np.array(tour)


def _by_length(ends: Points, free: Indices) -> list[list[int]]:
    """Return pairs of free ends, near ones, the nearest first; every end is in some of them."""
    found = free[nearest_neighbours(ends[free], _NEIGHBOURS)]
    pairs = np.stack([np.repeat(free, found.shape[1]), found.ravel()], axis=1)
    pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    lengths = np.hypot(*(ends[pairs[:, 0]] - ends[pairs[:, 1]]).T)
    sorted_pairs: list[list[int]] = pairs[np.argsort(lengths, kind="stable")].tolist()
    return sorted_pairs
