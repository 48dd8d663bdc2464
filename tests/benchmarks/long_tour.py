"""A long search for a short way of the lifted pen: all pairs looked at (2-opt, Or-opt), from many starts.

It shares nothing with the search that it is the yardstick of, and takes minutes where that takes a second.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from taureau.document import Stroke

Array = NDArray[np.float64]
_LONGEST = 3  # lines of a stretch that is moved
_LEAST = 1e-7


def long_tour(strokes: Sequence[Stroke], start: Array, *, kicks: int, seed: int = 0) -> float:
    """Return the shortest way found through strokes that begin at their ends, px."""
    chance = np.random.default_rng(seed)
    lines = np.array([[stroke.curve.start, stroke.curve.end] for stroke in strokes])
    best = _settled(_nearest_first(lines, start), start)
    for _ in range(kicks):
        tried = _settled(_kicked(best, chance), start)
        if length(tried, start) < length(best, start):
            best = tried
    return length(best, start)


def length(lines: Array, start: Array) -> float:
    """Return the way between lines [N, 2, 2] drawn in this order, px."""
    legs = lines[:, 0] - np.concatenate([start[None], lines[:-1, 1]])
    return float(np.hypot(*legs.T).sum())


def _nearest_first(lines: Array, start: Array) -> Array:
    left, order, at = list(range(len(lines))), [], start
    while left:
        away = np.hypot(*(lines[left] - at).transpose(2, 0, 1))
        place, end = np.unravel_index(int(away.argmin()), away.shape)
        line = lines[left.pop(place)]
        order.append(line[::-1] if end else line)
        at = order[-1][1]
    return np.array(order)


def _kicked(lines: Array, chance: np.random.Generator) -> Array:
    """Two neighbouring stretches exchanged, at a random place."""
    count = len(lines)
    first, second, third = np.sort(chance.integers(0, count + 1, 3))
    second, third = min(second, first + 50), min(third, second + 50)
    return np.concatenate([lines[:first], lines[second:third], lines[first:second], lines[third:]])


def _settled(lines: Array, start: Array) -> Array:
    """Lines after the best of all changes, again and again, until none shortens the way."""
    while True:
        gain, changed = _best_reversal(lines, start)
        for count in range(1, min(_LONGEST, len(lines) - 1) + 1):
            moved_gain, moved = _best_move(lines, start, count)
            if moved_gain > gain:
                gain, changed = moved_gain, moved
        if gain <= _LEAST:
            return lines
        lines = changed


def _distances(ones: Array, others: Array) -> Array:
    return np.hypot(*(ones[:, None] - others[None]).transpose(2, 0, 1))


def _best_reversal(lines: Array, start: Array) -> tuple[float, Array]:
    """The best stretch from line i to line j to be drawn backwards."""
    before = np.concatenate([start[None], lines[:-1, 1]])
    gains = np.hypot(*(lines[:, 0] - before).T)[:, None] - _distances(before, lines[:, 1])
    gains[:, :-1] += np.hypot(*(lines[1:, 0] - lines[:-1, 1]).T) - _distances(lines[:, 0], lines[1:, 0])
    gains[np.tril_indices(len(lines), -1)] = -np.inf
    first, last = np.unravel_index(int(gains.argmax()), gains.shape)
    stretch = lines[first : last + 1][::-1, ::-1]
    return float(gains[first, last]), np.concatenate([lines[:first], stretch, lines[last + 1 :]])


def _best_move(lines: Array, start: Array, count: int) -> tuple[float, Array]:
    """The best `count` lines to be drawn elsewhere, either way round."""
    total = len(lines)
    heads, tails = lines[: total - count + 1, 0], lines[count - 1 :, 1]  # of stretches
    before = np.concatenate([start[None], lines[:, 1]])  # of each gap 0 … N, between lines k - 1 and k
    after = lines[:, 0]
    gaps = np.append(np.hypot(*(after - before[:-1]).T), 0.0)
    freed = gaps[: len(heads)] + gaps[count:]
    freed[:-1] -= np.hypot(*(after[count:] - before[: len(heads) - 1]).T)
    best = (-np.inf, lines)
    for one, other in ((heads, tails), (tails, heads)):  # entered at one, left at the other
        cost = _distances(one, before)
        cost[:, :-1] += _distances(other, after)
        gains = freed[:, None] + gaps - cost
        own = np.arange(total + 1) - np.arange(len(heads))[:, None]
        gains[(own >= 0) & (own <= count)] = -np.inf
        place, gap = np.unravel_index(int(gains.argmax()), gains.shape)
        if gains[place, gap] > best[0]:
            stretch = lines[place : place + count]
            stretch = stretch if one is heads else stretch[::-1, ::-1]
            rest = np.concatenate([lines[:place], lines[place + count :]])
            at = gap if gap <= place else gap - count
            best = float(gains[place, gap]), np.concatenate([rest[:at], stretch, rest[at:]])
    return best
