"""Joining traced lines across gaps where they are nearly collinear."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from taureau.geometry import Points

_TAIL = 8  # points over which the direction of a line's end is measured


def join_lines(lines: Sequence[Points], *, gap: float, turn: float) -> list[Points]:
    """Join the ends of lines [K, 2], each to at most one other, the best pairs first.

    Two ends may join when they are less than `gap` px apart and neither line turns by more than `turn` radians at the
    gap, which is filled with points one px apart.
    """
    ends = _Ends(lines)
    partner: dict[int, int] = {}
    group = list(range(len(lines)))  # union–find of joined lines: closed rings are not allowed

    def root(line: int) -> int:
        while group[line] != line:
            line = group[line]
        return line

    for one, other in ends.pairs(gap, turn):
        groups = root(one // 2), root(other // 2)
        if one not in partner and other not in partner and groups[0] != groups[1]:
            partner[one], partner[other] = other, one
            group[groups[0]] = groups[1]
    free = [end for end in range(2 * len(lines)) if end not in partner]
    joined: list[Points] = []
    done: set[int] = set()
    for end in free:
        if end in done:
            continue
        parts, entry = [_from(lines, end)], end
        while (exit_ := entry ^ 1) in partner:
            entry = partner[exit_]
            parts += [_bridge(parts[-1][-1], _from(lines, entry)[0]), _from(lines, entry)]
        done.add(exit_)
        joined.append(np.concatenate(parts))
    return joined


class _Ends:
    """The two ends of every line: end 2i is line i's first point, 2i + 1 its last."""

    def __init__(self, lines: Sequence[Points]) -> None:
        runs = [run for line in lines for run in (line[::-1][-_TAIL:], line[-_TAIL:])]  # each ends in its end
        self.place = np.array([run[-1] for run in runs]).reshape(-1, 2)
        outward = np.array([run[-1] - run[0] for run in runs]).reshape(-1, 2)
        self.outward = outward / np.maximum(np.hypot(*outward.T), 1e-9)[:, None]

    def pairs(self, gap: float, turn: float) -> list[tuple[int, int]]:
        """Return the pairs of ends of different lines that may join, the shortest and straightest first."""
        across = self.place[None] - self.place[:, None]  # [E, E, 2], from the one to the other
        distance = np.hypot(across[..., 0], across[..., 1])
        one, other = np.nonzero((distance < gap) & np.triu(np.ones_like(distance, dtype=bool), 1))
        different = one // 2 != other // 2
        one, other = one[different], other[different]
        far = distance[one, other]
        way = across[one, other] / np.maximum(far, 1e-9)[:, None]
        close = far <= 2.0  # px; ends that touch define no direction
        straightness = np.minimum.reduce(
            [
                -(self.outward[one] * self.outward[other]).sum(1),
                np.where(close, 1.0, (self.outward[one] * way).sum(1)),
                np.where(close, 1.0, -(self.outward[other] * way).sum(1)),
            ]
        )
        good = straightness > np.cos(turn)
        order = np.argsort(far[good] * (2 - straightness[good]), kind="stable")
        return list(zip(one[good][order].tolist(), other[good][order].tolist(), strict=True))


def _from(lines: Sequence[Points], end: int) -> Points:
    """Return a line oriented to start at one of its ends."""
    line = lines[end // 2]
    return line if end % 2 == 0 else line[::-1]


def _bridge(start: Points, end: Points) -> Points:
    steps = max(int(np.hypot(*(end - start))), 1)
    return np.linspace(start, end, steps + 1)[1:-1]
