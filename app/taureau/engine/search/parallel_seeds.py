"""Several drawings of one photo, moved side by side in one batch until the best of them is known."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.engine.losses.clip_loss import Likeness, Look, Looks
from taureau.engine.losses.perceptual import PerceptualLoss, bending, crowding, drift
from taureau.engine.presets import Recipe
from taureau.engine.scene.scene import CANVAS
from taureau.engine.search.adam import Adam
from taureau.engine.search.cuda_graph import CapturedMove, Record
from taureau.engine.starts.contours import SHARP, sharpest_turn

_MARGIN = 10.0  # canvas px that strokes keep from the border where a recipe says so
_KINK = 3.0  # canvas px of a stroke in which it may not come to turn sharply


@dataclass(eq=False)
class Rival:
    """One drawing on its way."""

    seed: int  # its number among the seeds, from 0
    start: Tensor  # [N, 4, 2], canvas px
    adam: Adam
    loss: float = math.inf  # in the last step

    @classmethod
    def at(cls, seed: int, start: Tensor) -> Rival:
        adam = Adam(start)
        adam.rows.requires_grad_(True)
        return cls(seed, start, adam)

    @property
    def points(self) -> Tensor:
        """Where the strokes are, [N, 4, 2] canvas px: a leaf, moved in place."""
        return self.adam.rows


class Rivals:
    """Drawings that one recipe moves; `step` is apart from any loop. Their strokes are as many in each.

    `lines` is a loss on ink against the photo's line rendition, or None where there is no such term. `checkpoint` is
    called between passes of the encoder, and may raise; nothing has moved then. With `record`, steps are recorded and
    replayed where that does the same; `checkpoint` may not raise then.
    """

    def __init__(
        self,
        starts: Sequence[Tensor],  # [N, 4, 2] each, canvas px
        recipe: Recipe,
        likeness: Likeness,
        looks: Looks,
        lines: PerceptualLoss | None,
        coverage: Callable[..., Tensor],
        *,
        side: int,  # px, of the encoder's square
        checkpoint: Callable[[], None] = lambda: None,
        record: Record | None = None,
    ) -> None:
        self.all = [Rival.at(seed, start) for seed, start in enumerate(starts)]
        self.done = 0
        self._recipe = recipe
        self._likeness = likeness
        self._looks = looks
        self._lines = lines
        self._coverage = coverage
        self._side = side
        self._scale = side / CANVAS
        self._checkpoint = checkpoint
        self._record = record
        self._captured = self._capture()

    def step(self) -> Mapping[str, float]:
        """Move every drawing once; returns the terms of the loss before the move, of the drawing that was best."""
        recipe = self._recipe
        progress = min(self.done / recipe.steps, 1.0)
        rate = recipe.rate * (recipe.settle + (1 - recipe.settle) * 0.5 * (1 + math.cos(math.pi * progress)))
        move = self._captured or self.move
        terms = move(self._looks.next(), rate)
        self.done += 1
        values = torch.stack(list(terms.values())).cpu()  # [T, B]
        totals = values.sum(0)  # [B]
        for rival, total in zip(self.all, totals.tolist(), strict=True):
            rival.loss = total
        return dict(zip(terms, values[:, totals.argmin()].tolist(), strict=True))

    def move(self, cue: Tensor, rate: float | Tensor) -> Mapping[str, Tensor]:
        """Move every drawing by one look; the terms of the loss before that, [B] each. Nothing waits for the device."""
        ink = self._ink()
        terms, slopes = self._judged(ink.detach().requires_grad_(True), self._looks.at(cue))
        moved = [rival.points for rival in self.all]
        held = self._held(ink)
        outcomes, weights = ([ink], [slopes]) if held is None else ([ink, held], [slopes, torch.ones_like(held)])
        for rival, gradient in zip(self.all, torch.autograd.grad(outcomes, moved, weights), strict=True):
            rival.adam.step(gradient, rate)
        return terms

    @property
    def trouble(self) -> str:
        """Why steps are not replayed although they were to be; "" where there is none."""
        return self._captured.trouble if self._captured is not None else ""

    @property
    def best(self) -> Rival:
        """The drawing that the last step found best, or the first."""
        return min(self.all, key=lambda rival: rival.loss)

    def scores(self) -> list[float]:
        """The loss of each drawing as it is, seen plainly, or from where the recipe judges: lower is better."""
        with torch.no_grad():
            terms, _ = self._judged(self._ink(), self._looks.judging)
        scores: list[float] = torch.stack(list(terms.values())).sum(0).tolist()
        return scores

    def keep(self, rivals: Sequence[Rival]) -> None:
        """Go on with these alone, in this order."""
        self.all = list(rivals)
        if not self.trouble:
            self._captured = self._capture()

    def _capture(self) -> CapturedMove | None:
        """A recording is of as many drawings as there are."""
        if self._record is None:
            return None
        state = [tensor for rival in self.all for tensor in rival.adam.state]
        return CapturedMove(self.move, state, self._looks.still, self._record)

    def _judged(self, ink: Tensor, look: Look) -> tuple[dict[str, Tensor], Tensor]:
        """The terms of the loss, [B] each, and the slopes of their sum by the ink [B, S, S], where it wants them."""
        slopes = torch.zeros_like(ink)
        total: dict[str, Tensor] = {}

        def add(first: int, terms: Mapping[str, Tensor], share: float) -> None:
            if ink.requires_grad:
                self._checkpoint()
                slopes.add_(torch.autograd.grad(share * torch.stack(list(terms.values())).sum(), ink)[0])
            for name, value in terms.items():
                rows = total.setdefault(name, ink.new_zeros(len(ink)))
                rows[first : first + len(value)] += share * value.detach()
            self._checkpoint()

        views = len(look.grid)
        drawings = max(1, self._looks.most // views)
        for first in range(0, len(ink), drawings):
            for share, part in look.parts(self._looks.most):
                add(first, self._likeness(ink[first : first + drawings], part), share)
        if self._lines is not None:
            add(0, {"lines": self._recipe.lines * self._lines(ink).sum(1)}, 1.0)
        return total, slopes

    def _held(self, ink: Tensor) -> Tensor | None:
        """What holds strokes to their shape and place and apart from each other, over all drawings."""
        recipe = self._recipe
        if not (recipe.bending or recipe.drift or recipe.crowding or recipe.smooth or recipe.inside):
            return None
        total = ink.new_zeros(())
        for index, rival in enumerate(self.all):
            chord = (rival.start[:, 1:] - rival.start[:, :-1]).norm(dim=2).sum(1)  # [N], px
            ease = (30.0 / chord.clamp(min=5.0)) ** 2  # 1 for a stroke of 30 px, more for shorter ones
            held = recipe.bending * bending(rival.points, rival.start) + recipe.drift * drift(rival.points, rival.start)
            crowded = crowding(rival.points * self._scale, self._widths(1)[0], ink[index : index + 1])
            total = total + (held * ease).mean() + recipe.crowding * crowded
            if recipe.smooth:
                total = total + recipe.smooth * bending(rival.points, torch.zeros_like(rival.points)).mean()
            if recipe.inside:
                total = total + recipe.inside * beyond(rival.points).mean()
        return total

    def _ink(self) -> Tensor:
        strokes = torch.stack([rival.points for rival in self.all])[:, :, None] * self._scale  # [B, N, 1, 4, 2]
        return self._coverage(strokes, self._widths(len(self.all)), size=(self._side, self._side))  # [B, side, side]

    def _widths(self, count: int) -> Tensor:
        points = self.all[0].points
        return torch.full((count, len(points)), self._recipe.stroke_width * self._scale, device=points.device)


def beyond(points: Tensor) -> Tensor:
    """How far control points [N, 4, 2] lie beyond the margin of the canvas, px, summed over each stroke: [N]."""
    middle = CANVAS / 2
    return ((points - middle).abs() - (middle - _MARGIN)).clamp(min=0).sum((1, 2))


def as_array(rival: Rival) -> NDArray[np.float64]:
    """Where the strokes are, [N, 4, 2] canvas px."""
    array: NDArray[np.float64] = rival.points.detach().double().cpu().numpy()
    return array


def unkinked(rival: Rival) -> NDArray[np.float64]:
    """The same, but a stroke that steps have bent into a kink is where it started."""
    before, after = rival.start.double().cpu().numpy(), as_array(rival)
    spoilt = [
        sharpest_turn(new, _KINK) > max(SHARP, sharpest_turn(old, _KINK))
        for new, old in zip(after, before, strict=True)
    ]
    after[spoilt] = before[spoilt]
    return after
