"""The order in which pieces are drawn, and in which direction, for the cheapest links between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ends = NDArray[np.intp]  # [M], the end at which each piece is entered, in the order of drawing

_LONGEST_MOVED = 3  # pieces that are moved together
_LEAST = 1e-9  # px that are worth a change
_MOST_PASSES = 200  # far more than all but huge drawings need
_KICKS, _MOST_KICKS = 1_000_000, 200  # by the square of the number of pieces; at most


def cheapest_tour(prices: NDArray[np.float64], lifts: int, checkpoint: Callable[[], None]) -> list[list[int]]:
    """Return the ends at which pieces are entered, as at most `lifts` + 1 lines that contain every piece once.

    `prices` [2M, 2M]: of the link from leaving by one end to entering by another, symmetric. A greedy matching of ends
    is improved by 2-opt and Or-opt, then by double-bridge kicks (Martin, Otto and Felten, 1991).
    """
    pieces = len(prices) // 2
    lifts = min(lifts, pieces - 1)
    padded = np.zeros((len(prices) + 2 * lifts, len(prices) + 2 * lifts))  # a lift is a piece without prices
    padded[: len(prices), : len(prices)] = prices
    tour = _improved(_greedy(prices, lifts), padded, checkpoint)
    best, price = tour, _price(tour, padded)
    random = np.random.default_rng(0)
    for _ in range(min(_MOST_KICKS, _KICKS // len(tour) ** 2) if len(tour) >= 8 else 0):
        tried = _improved(_kicked(best, random), padded, checkpoint)
        if _price(tried, padded) < price - _LEAST:
            best, price = tried, _price(tried, padded)
    lines: list[list[int]] = [[]]
    for end in best.tolist():
        if end >= 2 * pieces:
            lines.append([])
        else:
            lines[-1].append(end)
    return [line for line in lines if line]


def _price(tour: Ends, prices: NDArray[np.float64]) -> float:
    return float(prices[tour[:-1] ^ 1, tour[1:]].sum())


def _greedy(prices: NDArray[np.float64], lifts: int) -> Ends:
    """Join ends by the cheapest links first, wherever that closes no circle."""
    count = len(prices)
    one, other = np.triu_indices(count, 1)
    order = np.argsort(prices[one, other], kind="stable")
    partner = [-1] * count
    far = [end ^ 1 for end in range(count)]  # the other end of the chain that an end is the end of
    left = count // 2 - 1
    for a, b in zip(one[order].tolist(), other[order].tolist(), strict=True):
        if left == 0:
            break
        if partner[a] < 0 and partner[b] < 0 and far[a] != b:
            partner[a], partner[b] = b, a
            start, end = far[a], far[b]
            far[start], far[end] = end, start
            left -= 1
    entry = next((end for end in range(count) if partner[end] < 0), 0)
    tour = []
    while entry >= 0:
        tour.append(entry)
        entry = partner[entry ^ 1]
    return np.array([*tour, *range(count, count + 2 * lifts, 2)], dtype=np.intp)


@dataclass(frozen=True, eq=False)
class _Change:
    """A stretch of the tour, `first` to before `stop`, drawn in another order."""

    saved: float
    first: int
    stop: int
    ends: Ends  # what it becomes


def _improved(tour: Ends, prices: NDArray[np.float64], checkpoint: Callable[[], None]) -> Ends:
    """Apply the best reversals and moves of stretches that do not touch, as long as one makes the tour cheaper."""
    for _ in range(_MOST_PASSES):
        checkpoint()
        changes = sorted((*_reversals(tour, prices), *_moves(tour, prices)), key=lambda change: -change.saved)
        if not changes:
            break
        touched = np.zeros(len(tour) + 2, dtype=bool)
        better = tour.copy()
        for change in changes:
            around = slice(change.first, change.stop + 2)  # with the pieces before and behind
            if not touched[around].any():
                touched[around] = True
                better[change.first : change.stop] = change.ends
        tour = better
    return tour


def _reversals(tour: Ends, prices: NDArray[np.float64]) -> Iterator[_Change]:
    """Yield for each piece the stretch from there whose reversal saves most."""
    out = tour ^ 1
    before = _before(tour, prices)
    change = -before[:-1, None] - before[None, 1:]
    change[1:] += prices[np.ix_(out[:-1], out)]
    change[:, :-1] += prices[np.ix_(tour, tour[1:])]
    change[np.tri(len(tour), k=-1, dtype=bool)] = np.inf
    last = change.argmin(1)
    saved = -change[np.arange(len(tour)), last]
    for first in np.flatnonzero(saved > _LEAST).tolist():
        stretch = slice(first, int(last[first]) + 1)
        yield _Change(float(saved[first]), first, stretch.stop, out[stretch][::-1])


def _moves(tour: Ends, prices: NDArray[np.float64]) -> Iterator[_Change]:
    """Yield for each short stretch the gap between other pieces where it costs least, reversed where it then does."""
    count = len(tour)
    out = tour ^ 1
    entered, entered_turned, left, left_turned = (np.zeros((count + 1, count)) for _ in range(4))  # [gap, piece]
    entered[1:], entered_turned[1:] = prices[np.ix_(out, tour)], prices[np.ix_(out, out)]
    left[:-1], left_turned[:-1] = prices[np.ix_(tour, out)], prices[np.ix_(tour, tour)]
    before = _before(tour, prices)
    gaps = np.arange(count + 1)[:, None]
    for length in range(1, min(_LONGEST_MOVED, count - 1) + 1):
        first = np.arange(count - length + 1)
        last = first + length - 1
        closed = np.zeros(len(first))  # the link that remains where the stretch was
        inner = (first > 0) & (last < count - 1)
        closed[inner] = prices[out[first[inner] - 1], tour[last[inner] + 1]]
        forward = entered[:, first] + left[:, last]
        turned = entered_turned[:, last] + left_turned[:, first]
        change = np.minimum(forward, turned) - before[:, None] + closed - before[first] - before[last + 1]
        change[(gaps >= first) & (gaps <= last + 1)] = np.inf
        best = change.argmin(0)
        saved = -change[best, first]
        for start in np.flatnonzero(saved > _LEAST).tolist():
            gap, stop = int(best[start]), start + length
            moved = out[start:stop][::-1] if turned[gap, start] < forward[gap, start] else tour[start:stop]
            parts = (moved, tour[gap:start]) if gap < start else (tour[stop:gap], moved)
            yield _Change(float(saved[start]), min(gap, start), max(gap, stop), np.concatenate(parts))


def _before(tour: Ends, prices: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the prices of the links before each piece, and behind the last: [N + 1]."""
    return np.concatenate([[0.0], prices[tour[:-1] ^ 1, tour[1:]], [0.0]])


def _kicked(tour: Ends, random: np.random.Generator) -> Ends:
    """Return the tour with two neighbouring stretches exchanged."""
    a, b, c = np.sort(random.choice(np.arange(1, len(tour)), 3, replace=False)).tolist()
    return np.concatenate([tour[:a], tour[b:c], tour[a:b], tour[c:]])
