"""Growing a drawing stroke by stroke, until the count is reached or the next stroke would gain too little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.scene import OVERSAMPLING
from taureau.engine.search.stopping_rule import StoppingRule
from taureau.engine.starts.contours import Candidates, choose
from taureau.engine.starts.start import PRICE

if TYPE_CHECKING:
    from taureau.engine.search.growth import Growth  # imports torch


@dataclass(frozen=True, eq=False)
class GrowthStep:
    """The drawing after one more stroke was added, or after the last ones were removed."""

    points: NDArray[np.float64]  # [N, 4, 2], canvas px: strokes that may move, the new ones last
    gains: tuple[float, ...]  # of the new strokes, shares of the progress that is possible
    enough: float | None  # the gain below which growth stops


def grow(growth: Growth, count: int, rule: StoppingRule | None, checkpoint: Callable[[], None]) -> Iterator[GrowthStep]:
    """Add up to `count` strokes, each the one of the highest gain for the drawing as it is then.

    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    gains: list[float] = []
    while len(gains) < count:
        gain = growth.draw_next(checkpoint)
        if gain is None:
            break
        gains.append(gain)
        yield _step(growth, gains, rule)
        if rule is not None and rule.reached(gains, growth.progress):
            break
    spare = rule.spare(gains, growth.progress) if rule is not None else 0
    if spare:
        growth.remove_last(spare)
        yield _step(growth, gains[:-spare], rule)


def grow_by_edges(
    candidates: Candidates,
    points: NDArray[np.float64],  # [N, 4, 2], canvas px, strokes already drawn
    cover: NDArray[np.float32],  # [H · W], how much of each edge pixel they explain
    count: int,
    rule: StoppingRule | None,
) -> Iterator[GrowthStep]:
    """Add strokes by the edges they explain alone, for drafts. Edges make up half of a drawing's progress."""
    edges = 2 * max(float(candidates.weight.sum()), 1e-9)
    progress = float(cover @ candidates.weight) / edges
    gains: list[float] = []
    for index, gain in choose(candidates, count, price=PRICE, cover=cover):
        points = np.concatenate([points, candidates.pieces[index].points[None] / OVERSAMPLING])
        gains.append(gain / edges)
        progress += gains[-1]
        yield GrowthStep(points, tuple(gains), rule.threshold(progress) if rule else None)
        if rule is not None and rule.reached(gains, progress):
            break
    spare = rule.spare(gains, progress) if rule is not None else 0
    if spare and rule is not None:
        yield GrowthStep(points[:-spare], tuple(gains[:-spare]), rule.threshold(progress))


def _step(growth: Growth, gains: list[float], rule: StoppingRule | None) -> GrowthStep:
    points = growth.points.double().cpu().numpy()
    return GrowthStep(points, tuple(gains), rule.threshold(growth.progress) if rule else None)
