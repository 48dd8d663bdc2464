"""Local search on a tour: stretches of it reversed (2-opt) or moved (Or-opt), among near ends."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from taureau.export.travel.tour import Tour
from taureau.geometry import Points
from taureau.geometry.neighbours import Indices, Numbers, nearest_neighbours

_NEIGHBOURS = 8  # of an end, with which it may be linked
_LONGEST = 3  # lines of a stretch that is moved
_LEAST = 1e-6  # px, that a change must save
_EQUAL = 1e-9  # px, of rounding: a way as long as before is kept, for it may lead to a shorter one
_LONGEST_KICKED = 30  # lines of each of two stretches that are exchanged
_KICKS_PER_REPORT = 20
_CHUNK = 4096  # ends looked at together
_ROUNDS = 200  # at most; some twenty are needed


class LocalSearch:
    """Shortens a tour until no change of a near pair of ends does, as with neighbour lists and don't-look bits.

    (Bentley, 1992.) The changes that save most are made first.
    """

    def __init__(self, ends: Points, tour: Indices) -> None:
        self.tour = Tour(ends, tour)
        near = np.zeros((len(ends), min(_NEIGHBOURS, len(ends) - 2) + 1), dtype=np.intp)  # end 0 is near to all
        near[1:, 1:] = nearest_neighbours(ends[1:], _NEIGHBOURS) + 1
        self._near = near

    def run(self, progress: Callable[[float], None]) -> None:
        """Shorten the tour; `progress` is told how much is done, 0 … 1."""
        active, done = np.arange(len(self._near)), 0.0
        for _ in range(_ROUNDS):
            active, _ = self._round(active)
            done = max(done, 1 - float(np.log1p(len(active)) / np.log1p(len(self._near))))
            progress(done)
            if not len(active):
                return

    def shake(self, kicks: int, progress: Callable[[float], None]) -> None:
        """Exchange two neighbouring stretches at a random place, shorten the tour from there, and undo what is longer.

        (Iterated local search with local double bridges; Johnson and McGeoch, 1997.)
        """
        tour, chance = self.tour, np.random.default_rng(0)
        if tour.count < 4:  # nothing to exchange
            kicks = 0
        longest = max(1, min(_LONGEST_KICKED, (tour.count - 1) // 2))
        tour.keep()
        places = chance.integers(0, 2 * tour.count, kicks)
        counts = chance.integers(1, longest + 1, (kicks, 2))
        for kick, (end, (first, second)) in enumerate(zip(places.tolist(), counts.tolist(), strict=True)):
            if kick % _KICKS_PER_REPORT == 0:
                progress(kick / kicks)
            far = tour.far_end(end, first)
            link, after = tour.link(end), tour.link(far)
            other = tour.far_end(after, second)
            beyond = tour.link(other)
            saved = tour.distance(link, end) + tour.distance(far, after) + tour.distance(other, beyond)
            saved -= tour.distance(link, after) + tour.distance(other, end) + tour.distance(far, beyond)
            tour.move(end, far, other)
            active = np.array(sorted({end, far, link, after, other, beyond}))
            while len(active):
                active, gain = self._round(active)
                saved += gain
            if saved > -_EQUAL:
                tour.keep()
            else:
                tour.undo()
        progress(1.0)

    def _round(self, active: Indices) -> tuple[Indices, float]:
        """Make changes that begin at these ends; return the ends around what was changed, and the length saved."""
        found = [self._best(active[start : start + _CHUNK]) for start in range(0, len(active), _CHUNK)]
        gains, changes = (np.concatenate(parts) for parts in zip(*found, strict=True))
        worth = np.flatnonzero(gains > _LEAST)
        touched: set[int] = set()
        saved = 0.0
        for end, other, count in changes[worth[np.argsort(-gains[worth], kind="stable")]].tolist():
            around, gain = self._change(end, other, count)
            touched.update(around)
            saved += gain
        return np.array(sorted(touched), dtype=np.intp), saved

    def _best(self, ends: Indices) -> tuple[Numbers, Indices]:
        """Return for each end [E] how much the best change saves, and that change [E, 3]: end, other, lines moved.

        No lines are moved where those between are reversed.
        """
        tour = self.tour
        end, other = ends[:, None], self._near[ends]
        link, beyond = tour.links(end), tour.links(other)
        apart = tour.distances(end, other)
        there = tour.distances(other, beyond)
        alike = tour.entered(end) == tour.entered(other)
        gains = np.full((_LONGEST + 1, *other.shape), -np.inf)
        saved = tour.distances(end, link) + there - apart - tour.distances(link, beyond)
        gains[0][alike & (end != other)] = saved[alike & (end != other)]
        for count in range(1, min(_LONGEST, tour.count - 2) + 1):
            far = tour.far_ends(end, count)
            after = tour.links(far)
            freed = tour.distances(link, end) + tour.distances(far, after) - tour.distances(link, after)
            saved = freed + there - apart - tour.distances(far, beyond)
            outside = ~tour.within(end, other, count) & (other != link) & (other != after)
            gains[count][outside] = saved[outside]
        by_end = gains.transpose(1, 0, 2).reshape(len(ends), -1)
        best = by_end.argmax(axis=1)
        count, column = np.divmod(best, other.shape[1])
        rows = np.arange(len(ends))
        return by_end[rows, best], np.stack([ends, other[rows, column], count], axis=1)

    def _change(self, end: int, other: int, count: int) -> tuple[list[int], float]:
        """Make a change if it still saves way; return the ends that have to be looked at again, and what it saved."""
        tour = self.tour
        distance = tour.distance
        link, beyond = tour.link(end), tour.link(other)
        if count == 0:
            if other == end or tour.enters(end) != tour.enters(other):
                return [end], 0.0
            gain = distance(end, link) + distance(other, beyond) - distance(end, other) - distance(link, beyond)
            if gain <= _LEAST:
                return [end], 0.0
            tour.exchange(end, other)
            return [end, link, other, beyond], gain
        far = tour.far_end(end, count)
        after = tour.link(far)
        if other in (link, after) or tour.is_within(end, other, count):
            return [end], 0.0
        gain = distance(link, end) + distance(far, after) - distance(link, after)
        gain += distance(other, beyond) - distance(end, other) - distance(far, beyond)
        if gain <= _LEAST:
            return [end], 0.0
        tour.move(end, far, other)
        return [end, link, far, after, other, beyond], gain
