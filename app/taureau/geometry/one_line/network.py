"""The ways between strokes that cross no empty paper: along contours, and along strokes once more."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points
from taureau.geometry.one_line.bridges import evenly, smoothed
from taureau.geometry.one_line.neighbours import close_pairs
from taureau.geometry.one_line.pieces import Piece


@dataclass(frozen=True, eq=False)
class Way:
    """A way from one end of a piece to another."""

    end: int  # that it leads to
    price: float  # px of line that it is worth avoiding
    points: Points  # [K ≥ 2, 2]
    again: NDArray[np.bool_]  # [K - 1], which of its steps lie on a piece

    def reversed(self, start: int) -> Way:
        """Return the way back, to the end that it comes from."""
        return Way(start, self.price, self.points[::-1], self.again[::-1])


class Network:
    """Points along pieces and contours, joined along their lines and, over short gaps, between them."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        contours: Sequence[Points],
        *,
        again: float,
        contour: float,
        leap: float,
        gap: float,
    ) -> None:
        """`again`, `contour` and `leap` are prices per px; no leap is longer than `gap` px."""
        lines = [*(piece.line for piece in pieces), *contours]
        self.points = np.concatenate(lines)
        counts = [len(line) for line in lines]
        firsts = np.cumsum([0, *counts[:-1]]).tolist()
        self._owner = np.repeat(np.arange(len(lines)), counts)
        self._piece_count = len(pieces)
        self._of_end: dict[int, int] = {}
        self._edges: list[list[tuple[int, float]]] = [[] for _ in self.points]
        for number, (first, count) in enumerate(zip(firsts, counts, strict=True)):
            price = again if number < len(pieces) else contour
            for node in range(first, first + count - 1):
                self._join(node, node + 1, price)
            if number < len(pieces):
                self._of_end[first], self._of_end[first + count - 1] = 2 * number, 2 * number + 1
        self._node = {end: node for node, end in self._of_end.items()}
        ends = {node for first, count in zip(firsts, counts, strict=True) for node in (first, first + count - 1)}
        self._leap(ends, leap, gap)

    def ways(self, end: int, most: int) -> Iterator[Way]:
        """Yield the cheapest ways from an end to the `most` nearest others (Dijkstra)."""
        source = self._node[end]
        price = {source: 0.0}
        before: dict[int, int] = {}
        done: set[int] = set()
        queue = [(0.0, source)]
        while queue and most > 0:
            so_far, node = heapq.heappop(queue)
            if node in done:
                continue
            done.add(node)
            reached = self._of_end.get(node)
            if reached is not None and node != source:
                path = self._path(before, source, node)
                owner = self._owner[path]
                again = (owner[1:] == owner[:-1]) & (owner[1:] < self._piece_count)
                yield Way(reached, so_far, self.points[path], again)
                most -= 1
            for neighbour, step in self._edges[node]:
                total = so_far + step
                if total < price.get(neighbour, np.inf):
                    price[neighbour], before[neighbour] = total, node
                    heapq.heappush(queue, (total, neighbour))

    def _path(self, before: dict[int, int], source: int, node: int) -> list[int]:
        nodes = [node]
        while node != source:
            node = before[node]
            nodes.append(node)
        return nodes[::-1]

    def _join(self, one: int, other: int, price: float) -> None:
        length = price * float(np.hypot(*(self.points[one] - self.points[other])))
        self._edges[one].append((other, length))
        self._edges[other].append((one, length))

    def _leap(self, ends: set[int], price: float, gap: float) -> None:
        """Join the ends of lines to the nearest point of each other line within reach."""
        one, other, apart = close_pairs(self.points, gap)
        nearest: dict[tuple[int, int], tuple[float, int]] = {}
        for a, b, far in zip(one.tolist(), other.tolist(), apart.tolist(), strict=True):
            for end, there in ((a, b), (b, a)):
                if end in ends and self._owner[end] != self._owner[there]:
                    key = end, int(self._owner[there])
                    nearest[key] = min(nearest.get(key, (np.inf, -1)), (far, there))
        for (end, _), (_, there) in sorted(nearest.items()):
            self._join(end, there, price)


def apart_from(
    lines: Sequence[Points], strokes: Points, *, spacing: float, reach: float, shortest: float
) -> list[Points]:
    """Return the stretches of lines that stay `reach` px away from points [N, 2], evenly spaced and smoothed."""
    even = [smoothed(evenly(line, spacing / 4), 3.0)[::4] for line in lines]
    even = [line for line in even if (len(line) - 1) * spacing >= shortest]
    if not even:
        return []
    near = _near(np.concatenate(even), strokes, reach)
    found: list[Points] = []
    first = 0
    for line in even:
        away = np.concatenate([[False], ~near[first : first + len(line)], [False]])
        first += len(line)
        turns = np.flatnonzero(away[1:] != away[:-1])
        found += [
            line[start:stop]
            for start, stop in zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True)
            if (stop - start) * spacing >= shortest
        ]
    return found


def _near(points: Points, strokes: Points, reach: float) -> NDArray[np.bool_]:
    """Return which of the points [N, 2] lie within reach of others."""
    one, other, _ = close_pairs(np.concatenate([points, strokes]), reach)
    near = np.zeros(len(points) + 1, dtype=bool)
    near[one[(one < len(points)) & (other >= len(points))]] = True
    return near[:-1]
