"""Joining the ends of strokes that nearly meet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points
from taureau.geometry.fit import bernstein

_SHARE = 0.35  # of a stroke's length, the farthest that one of its ends is moved
_SPREAD = 1.3  # reaches between any two ends that are joined
_ON_LINE = 0.8  # reaches from an end that is left over to the line it is drawn to
_SAMPLES = bernstein(np.linspace(0, 1, 33))


def welded(strokes: Points, reach: float) -> Points:
    """Strokes [N, 4, 2] of which ends closer than `reach` meet in their middle; an end left over is drawn to a line
    that passes as near.

    Handles go with their ends. Nearest ends come first; no stroke is moved by more than a third of its length.
    """
    if not len(strokes):
        return strokes.copy()
    moved = strokes.copy()
    groups = _groups(strokes, reach)
    for group in groups:
        if len(group) > 1:
            middle = np.mean([_end(strokes, end) for end in group], axis=0)
            for end in group:
                _move(moved, end, middle)
    lengths = _lengths(strokes)
    for end in (group[0] for group in groups if len(group) == 1):
        stroke, place = end // 2, _end(moved, end)
        others = np.delete(np.arange(len(moved)), stroke)
        if not len(others):
            continue
        line = (_SAMPLES @ moved[others]).reshape(-1, 2)
        gaps = np.hypot(*(line - place).T)
        nearest = int(gaps.argmin())
        if gaps[nearest] < min(_ON_LINE * reach, _SHARE * lengths[stroke]):
            _move(moved, end, line[nearest])
    return moved


def loose_ends(strokes: Points, reach: float) -> float:
    """The share of the ends of strokes [N, 4, 2] that lie farther than `reach` from every other stroke and from the
    other end of their own; 0 of no strokes."""
    lines = _SAMPLES @ strokes
    loose = 0
    for end in range(2 * len(strokes)):
        stroke = end // 2
        there = np.concatenate([np.delete(lines, stroke, axis=0).reshape(-1, 2), [_end(strokes, end ^ 1)]])
        loose += bool(np.hypot(*(there - _end(strokes, end)).T).min() > reach)
    return loose / max(1, 2 * len(strokes))


def _groups(strokes: Points, reach: float) -> list[list[int]]:
    """Groups of ends to join, each end once, as 2 × stroke index, plus 1 for the last point."""
    count = 2 * len(strokes)
    ends = strokes[:, [0, 3]].reshape(count, 2)
    gaps = np.hypot(*np.moveaxis(ends[:, None] - ends[None], -1, 0))
    lengths = _lengths(strokes).repeat(2)
    groups = {end: [end] for end in range(count)}  # by the first of its ends
    of = list(range(count))
    one, other = np.triu_indices(count, 1)
    for pair in np.argsort(gaps[one, other], kind="stable"):
        a, b = int(one[pair]), int(other[pair])
        if gaps[a, b] > reach:
            break
        if of[a] == of[b] or gaps[a, b] > _SHARE * min(lengths[a], lengths[b]):
            continue
        both = groups[of[a]] + groups[of[b]]
        shut = len(both) > 2 and len({end // 2 for end in both}) < len(both)  # a stroke would end where it began
        if shut or gaps[np.ix_(both, both)].max() > _SPREAD * reach:
            continue
        gone = of[b]
        for end in groups.pop(gone):
            of[end] = of[a]
        groups[of[a]] = both
    return list(groups.values())


def _end(strokes: Points, end: int) -> NDArray[np.float64]:
    place: NDArray[np.float64] = strokes[end // 2, 3 * (end % 2)]
    return place


def _move(strokes: Points, end: int, place: NDArray[np.float64]) -> None:
    """Move one end of a stroke to a point, and its handle with it."""
    stroke = strokes[end // 2]
    last = end % 2
    stroke[1 + last] += place - stroke[3 * last]
    stroke[3 * last] = place


def _lengths(strokes: Points) -> NDArray[np.float64]:
    """The lengths [N] of the control polygons."""
    lengths: NDArray[np.float64] = np.hypot(*np.moveaxis(np.diff(strokes, axis=1), -1, 0)).sum(1)
    return lengths
