"""A drawing as a sequence: stroke after stroke, until the count is full or the next would bring too little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.scene import OVERSAMPLING
from taureau.engine.search.growth import Growth
from taureau.engine.starts.contours import Candidates, choose
from taureau.engine.starts.start import PRICE


@dataclass(frozen=True, eq=False)
class Grown:
    """The drawing after one more stroke, or after the last ones were taken back."""

    points: NDArray[np.float64]  # [N, 4, 2], canvas px: strokes that were there before, then the new ones
    gains: tuple[float, ...]  # of the new ones, shares of how far a drawing can come
    enough: float | None  # the gain under which the drawing is done


class Enough:
    """When a drawing that finds its own number of strokes is done.

    It is, once the last three strokes brought less, on average, than a fraction ε of how far the drawing has come:
    a plain thing is soon drawn, and each line more adds little to it; a rich one goes on gaining for long.
    """

    _HINT, _EVERYTHING = 0.06, 0.0072  # ε at both ends of the dial
    _LAST = 3

    def __init__(self, detail: float) -> None:
        """`detail`: 0 (a hint) … 1 (everything)."""
        self._fraction = self._HINT * (self._EVERYTHING / self._HINT) ** detail

    def threshold(self, progress: float) -> float:
        """The gain under which a drawing that has come so far is done."""
        return self._fraction * max(progress, 0.0)

    def reached(self, gains: list[float], progress: float) -> bool:
        last = gains[-self._LAST :]
        return len(last) == self._LAST and sum(last) < len(last) * self.threshold(progress)

    def spare(self, gains: list[float], progress: float) -> int:
        """How many strokes at the end were not worth drawing, at least one being kept."""
        worthy = [place for place, gain in enumerate(gains, 1) if gain >= self.threshold(progress)]
        return len(gains) - max(worthy, default=1) if gains else 0


def grow(growth: Growth, count: int, enough: Enough | None, checkpoint: Callable[[], None]) -> Iterator[Grown]:
    """Add up to `count` strokes, each chosen by what the encoder and the edges say of the drawing as it is then.

    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    gains: list[float] = []
    while len(gains) < count:
        gain = growth.draw_next(checkpoint)
        if gain is None:
            break
        gains.append(gain)
        yield _grown(growth, gains, enough)
        if enough is not None and enough.reached(gains, growth.progress):
            break
    spare = enough.spare(gains, growth.progress) if enough is not None else 0
    if spare:
        growth.take_back(spare)
        yield _grown(growth, gains[:-spare], enough)


def grow_by_edges(
    candidates: Candidates,
    points: NDArray[np.float64],  # [N, 4, 2], canvas px, strokes that are there already
    cover: NDArray[np.float32],  # [H · W], how far they explain each edge pixel
    count: int,
    enough: Enough | None,
) -> Iterator[Grown]:
    """The same by edges alone, with no look at the drawing: for a draft. They are half of how far a drawing comes."""
    edges = 2 * max(float(candidates.weight.sum()), 1e-9)
    progress = float(cover @ candidates.weight) / edges
    gains: list[float] = []
    for index, gain in choose(candidates, count, price=PRICE, cover=cover):
        points = np.concatenate([points, candidates.pieces[index].points[None] / OVERSAMPLING])
        gains.append(gain / edges)
        progress += gains[-1]
        yield Grown(points, tuple(gains), enough.threshold(progress) if enough else None)
        if enough is not None and enough.reached(gains, progress):
            break
    spare = enough.spare(gains, progress) if enough is not None else 0
    if spare and enough is not None:
        yield Grown(points[:-spare], tuple(gains[:-spare]), enough.threshold(progress))


def _grown(growth: Growth, gains: list[float], enough: Enough | None) -> Grown:
    points = growth.points.double().cpu().numpy()
    return Grown(points, tuple(gains), enough.threshold(growth.progress) if enough else None)
