"""A round tour through lines, each drawn one way or the other, and the two ways in which it is changed."""

from __future__ import annotations

import math

import numpy as np

from taureau.geometry import Points
from taureau.geometry.neighbours import Indices, Numbers


class Tour:
    """Lines with ends [2 N, 2], of which 2 n and 2 n + 1 belong to line n, in an order.

    Line 0 is the way back, without a length: it is entered at end 0, wherever the last line is left (the distance to
    end 0 is 0 from everywhere), and left by end 1, where the pen starts. So an open tour is a round one, which can be
    read from any line on and both ways round.
    """

    def __init__(self, ends: Points, tour: Indices) -> None:
        """Take a tour as the ends at which its lines are entered."""
        self.count = len(tour)
        self._ends = ends
        self._places: list[list[float]] = ends.tolist()
        self._order = tour.copy()
        self._turn = np.empty(self.count, dtype=np.intp)
        self._turn[tour >> 1] = np.arange(self.count)  # of each line in the order
        self._order_at, self._turn_of = self._order.data, self._turn.data  # quick to read one by one
        self._exchanged: list[tuple[int, int]] = []  # since the last `keep`: an end, and what it was linked with before

    def entered_ends(self) -> Indices:
        """Return the ends at which the lines are entered, from line 0 on, which is entered at end 0."""
        turned = np.roll(self._order, -self._turn[0])
        return turned if turned[0] == 0 else np.roll(turned[::-1] ^ 1, 1)

    def distance(self, one: int, other: int) -> float:
        if not one or not other:
            return 0.0
        (x, y), (u, v) = self._places[one], self._places[other]
        return math.hypot(x - u, y - v)

    def distances(self, ones: Indices, others: Indices) -> Numbers:
        legs = self._ends[ones] - self._ends[others]
        return np.where((ones == 0) | (others == 0), 0.0, np.hypot(legs[..., 0], legs[..., 1]))

    def enters(self, end: int) -> bool:
        """Return whether a line is entered at this end, as the tour is read now."""
        return self._order_at[self._turn_of[end >> 1]] == end

    def link(self, end: int) -> int:
        """Return the end of another line that the pen comes from, or goes to."""
        turn = self._turn_of[end >> 1]
        if self._order_at[turn] == end:
            return self._order_at[turn - 1] ^ 1
        return self._order_at[(turn + 1) % self.count]

    def links(self, ends: Indices) -> Indices:
        turns = self._turn[ends >> 1]
        entered = self._order[turns] == ends
        return np.where(entered, self._order[turns - 1] ^ 1, self._order[(turns + 1) % self.count])

    def entered(self, ends: Indices) -> np.typing.NDArray[np.bool_]:
        return self._order[self._turn[ends >> 1]] == ends

    def far_ends(self, ends: Indices, count: int) -> Indices:
        """Return the other ends of the stretches of `count` lines that begin with these ends."""
        turns = self._turn[ends >> 1]
        entered = self._order[turns] == ends
        return np.where(
            entered,
            self._order[(turns + count - 1) % self.count] ^ 1,
            self._order[(turns - count + 1) % self.count],
        )

    def within(self, ends: Indices, others: Indices, count: int) -> np.typing.NDArray[np.bool_]:
        """Return whether the lines of other ends are among those of the stretches of `count` lines from these ends."""
        after = self._turn[others >> 1] - self._turn[ends >> 1]
        return np.where(self.entered(ends), after, -after) % self.count < count

    def far_end(self, end: int, count: int) -> int:
        turn = self._turn_of[end >> 1]
        if self._order_at[turn] == end:
            return self._order_at[(turn + count - 1) % self.count] ^ 1
        return self._order_at[(turn - count + 1) % self.count]

    def is_within(self, end: int, other: int, count: int) -> bool:
        after = self._turn_of[other >> 1] - self._turn_of[end >> 1]
        return (after if self.enters(end) else -after) % self.count < count

    def exchange(self, end: int, other: int) -> None:
        """Link two ends, and those that they were linked with: what lies between them is drawn backwards (2-opt).

        Both must be entered, or neither.
        """
        self._exchanged.append((end, self.link(end)))
        first, last = self._turn_of[end >> 1], self._turn_of[other >> 1]
        if self._order_at[first] == end:
            self._reverse(first, (last - first) % self.count)
        else:
            self._reverse((first + 1) % self.count, (last - first) % self.count)

    def move(self, end: int, far: int, other: int) -> None:
        """Move the stretch of lines from `end` to `far` to beside the end of another line, `other`, linked with `end`.

        `other` may neither be in the stretch nor linked with it.
        """
        beyond = self.link(other)
        if self.enters(end) != self.enters(other):
            self.exchange(end, self.link(far))
        self.exchange(end, other)
        self.exchange(far, beyond)

    def keep(self) -> None:
        """Keep all changes that were made so far."""
        self._exchanged.clear()

    def undo(self) -> None:
        """Undo all changes since the last `keep`."""
        for end, link in reversed(self._exchanged[:]):
            self.exchange(end, link)
        self.keep()

    def _reverse(self, first: int, count: int) -> None:
        """Reverse `count` lines of the order, or all the others, which is the same round tour."""
        if 2 * count > self.count:
            first, count = (first + count) % self.count, self.count - count
        if first + count <= self.count:
            part = slice(first, first + count)
            reversed_part = self._order[part][::-1] ^ 1
            self._order[part] = reversed_part
            self._turn[reversed_part >> 1] = np.arange(first, first + count)
        else:
            turns = np.arange(first, first + count) % self.count
            reversed_part = self._order[turns][::-1] ^ 1
            self._order[turns] = reversed_part
            self._turn[reversed_part >> 1] = turns
