"""What it costs the drawing to go on from the end of one piece to the end of another, and the best way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points
from taureau.geometry.fit import bernstein
from taureau.geometry.one_line.bridges import angles, bridge, heading
from taureau.geometry.one_line.neighbours import close_pairs
from taureau.geometry.one_line.network import Network, Way, apart_from
from taureau.geometry.one_line.pieces import Piece

_MOST_WAYS = 40  # ends that are reached along lines, from each
_NEAREST = 16  # ends to which a leap is looked at closely
_STEPS = bernstein(np.linspace(0, 1, 13))
_GAP = 0.06  # of the drawing's size, over which lines are joined
_CONTOUR_FROM = 3.0  # widths of the pen from a stroke, where a contour is another line
_HEADING = 4.0  # widths of the pen along a way, over which its direction is taken
_TOUCH = 3.0  # widths of the pen between an end and a stroke that it lies on
_BESIDE = 2.5  # widths of the pen: so near beside a stroke a bridge looks like a slip …
_FREE = 5.0  # … but for so many at its ends


@dataclass(frozen=True)
class Prices:
    """What counts against a link, px of line that it is worth to avoid; lengths are shares of the drawing's size."""

    contour: float  # per px along a contour
    again: float  # per px along a stroke that is drawn once more
    leap: float  # per px over empty paper …
    far: float  # … twice as much for a leap of this length
    turn: float  # for half a turn, px / size
    crossing: float  # px / size
    beside: float  # per px beside a stroke


def prices_at(flow: float) -> Prices:
    """Return the prices at a flow of 0 … 1."""
    return Prices(
        contour=1.0,
        again=1.2 + 1.2 * flow,
        leap=2.5 - 0.7 * flow,
        far=0.25,
        turn=0.05 + 0.08 * flow,
        crossing=0.06,
        beside=2.0,
    )


class Links:
    """The prices of all links, [2M, 2M] by the ends that are left and entered, and the ways that they take."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        contours: Sequence[Points],
        *,
        pen: float,
        size: float,
        spacing: float,
        flow: float,
        checkpoint: Callable[[], None],
    ) -> None:
        """`pen`: its width, `size`: that of the drawing, `spacing`: that of points along lines, all px."""
        self._pen, self._size, self._cost = pen, size, prices_at(flow)
        self.places = np.array([point for piece in pieces for point in (piece.line[0], piece.line[-1])])  # [2M, 2]
        self.outward = np.array([tangent for piece in pieces for tangent in piece.tangents])  # [2M, 2]
        self._lines = [piece.line for piece in pieces]
        self._touching = self._touched(spacing)
        self.prices = self._leaps()
        self._look_closely(checkpoint)
        strokes = np.concatenate(self._lines)
        apart = _CONTOUR_FROM * pen
        free = apart_from(contours, strokes, spacing=spacing, reach=apart, shortest=2 * apart)
        network = Network(
            pieces,
            free,
            again=self._cost.again,
            contour=self._cost.contour,
            leap=self._cost.leap,
            gap=max(_GAP * size, 2 * apart),
        )
        self._ways: dict[tuple[int, int], Way] = {}
        for end in range(len(self.places)):
            checkpoint()
            for way in network.ways(end, _MOST_WAYS):
                price = way.price + self._turning_onto(end, way.points) + self._turning_onto(way.end, way.points[::-1])
                if way.end != end ^ 1 and len(way.points) > 2 and price < self.prices[end, way.end]:
                    self.prices[end, way.end] = self.prices[way.end, end] = price
                    self._ways[end, way.end], self._ways[way.end, end] = way, way.reversed(end)

    def way(self, left: int, entered: int) -> Way | None:
        """Return the way from one end to another; None for a leap."""
        return self._ways.get((left, entered))

    def held(self, end: int, other: int) -> bool:
        """Return whether an end lies on a piece beside its own and that of the other end: it must stay there."""
        return bool(self._touching[end] - {end // 2, other // 2})

    def _leaps(self) -> NDArray[np.float64]:
        """Return the prices of going straight over the paper."""
        leg = self.places[None] - self.places[:, None]
        far = np.hypot(leg[..., 0], leg[..., 1])
        ahead = np.where(far[..., None] > self._pen, leg / np.maximum(far, 1e-9)[..., None], 0)
        first = angles(self.outward[:, None], ahead)
        turn = np.where(far > self._pen, first + first.T, angles(self.outward[:, None], -self.outward[None]))
        prices = self._cost.leap * far * (1 + far / (self._cost.far * self._size)) + self._turn(turn)
        ends = np.arange(len(prices))
        prices[ends, ends] = prices[ends, ends ^ 1] = np.inf
        return prices

    def _touched(self, spacing: float) -> list[set[int]]:
        """Return the pieces that each end touches."""
        points = np.concatenate([self.places, *self._lines])
        owner = np.repeat(np.arange(len(self._lines)), [len(line) for line in self._lines])
        touched: list[set[int]] = [set() for _ in self.places]
        one, other, _ = close_pairs(points, max(_TOUCH * self._pen, spacing))
        kept = (one < len(touched)) & (other >= len(touched))
        for end, there in zip(one[kept].tolist(), other[kept].tolist(), strict=True):
            touched[end].add(int(owner[there - len(touched)]))
        return touched

    def _look_closely(self, checkpoint: Callable[[], None]) -> None:
        """Add to the nearest leaps what they cross, and what they run beside."""
        points = np.concatenate([line[:-1] for line in self._lines])
        legs = np.concatenate([np.diff(line, axis=0) for line in self._lines])
        free, count = _FREE * self._pen, len(self.prices)
        nearest = np.argsort(self.prices, axis=1, kind="stable")[:, :_NEAREST]
        for end in range(count):
            checkpoint()
            others = nearest[end][(nearest[end] > end) & np.isfinite(self.prices[end, nearest[end]])]
            if not len(others):
                continue
            place = self.places[end]
            cubics = [bridge(place, self.outward[end], self.places[one], -self.outward[one]) for one in others.tolist()]
            samples = _STEPS @ np.stack(cubics)  # [K, 13, 2]
            low, high = samples.min((0, 1)) - free, samples.max((0, 1)) + free
            around = ((points >= low) & (points <= high)).all(1)
            gaps = np.hypot(*(samples[:, :, None] - points[around]).transpose(3, 0, 1, 2)).min(2, initial=np.inf)
            lengths = np.hypot(*np.diff(samples, axis=1).transpose(2, 0, 1)).sum(1)
            off = np.minimum(*(np.hypot(*(samples - samples[:, [at]]).transpose(2, 0, 1)) for at in (0, -1)))
            beside = ((gaps < _BESIDE * self._pen) & (off > free / 2)).mean(1) * lengths
            crossed = _crossings(samples, off > self._pen, points[around], legs[around])
            extra = self._cost.beside * beside + self._cost.crossing * self._size * crossed
            self.prices[end, others] += np.where(lengths > free, extra, 0)
            self.prices[others, end] = self.prices[end, others]

    def _turning_onto(self, end: int, points: Points) -> float:
        turn = angles(self.outward[end], heading(points, _HEADING * self._pen))
        return float(self._turn(turn))

    def _turn(self, angle: NDArray[np.float64]) -> NDArray[np.float64]:
        turn: NDArray[np.float64] = self._cost.turn * self._size * (angle / np.pi) ** 2
        return turn


def _crossings(lines: Points, counts: NDArray[np.bool_], starts: Points, legs: Points) -> NDArray[np.intp]:
    """Return how often polylines [K, S, 2] cross segments, where both ends of a step count [K, S]."""
    own, step = lines[:, :-1, None], np.diff(lines, axis=1)[:, :, None]
    across = step[..., 0] * legs[:, 1] - step[..., 1] * legs[:, 0]
    gap = starts - own
    with np.errstate(divide="ignore", invalid="ignore"):
        here = (gap[..., 0] * legs[:, 1] - gap[..., 1] * legs[:, 0]) / across
        there = (gap[..., 0] * step[..., 1] - gap[..., 1] * step[..., 0]) / across
    crossed = (here >= 0) & (here < 1) & (there >= 0) & (there < 1) & (counts[:, :-1] & counts[:, 1:])[..., None]
    return crossed.sum((1, 2))
