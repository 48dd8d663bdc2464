"""Drawings of several seeds, optimised side by side in one batch until the best of them is known."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.engine.losses.clip_loss import ClipLoss, Views, ViewSampler
from taureau.engine.losses.perceptual import PerceptualLoss, bending, crowding, drift
from taureau.engine.recipes import Recipe
from taureau.engine.scene.scene import CANVAS
from taureau.engine.search.adam import Adam
from taureau.engine.search.cuda_graph import CapturedMove, Record
from taureau.engine.starts.contours import SHARP, sharpest_turn

_KINK = 3.0  # canvas px, the length of a stroke within which it must not turn sharply


@dataclass(eq=False)
class SeedDrawing:
    """The drawing of one seed."""

    index: int  # among the seeds, from 0
    start: Tensor  # [N, 4, 2], canvas px
    adam: Adam
    loss: float = math.inf  # before the last step

    @classmethod
    def at(cls, index: int, start: Tensor) -> SeedDrawing:
        adam = Adam(start)
        adam.rows.requires_grad_(True)
        return cls(index, start, adam)

    @property
    def points(self) -> Tensor:
        """The control points [N, 4, 2], canvas px: a leaf tensor, moved in place."""
        return self.adam.rows


class ParallelSeeds:
    """Optimises drawings of the same number of strokes by one recipe.

    `lines` is a loss on ink against the photo's line rendition, or None where there is no such term. `checkpoint` is
    called between passes of the encoder, and may raise; nothing has moved then. With `record`, steps are recorded and
    replayed where the replay agrees with the plain step; `checkpoint` may not raise then.
    """

    def __init__(
        self,
        starts: Sequence[Tensor],  # [N, 4, 2] each, canvas px
        recipe: Recipe,
        clip_loss: ClipLoss,
        views: ViewSampler,
        lines: PerceptualLoss | None,
        coverage: Callable[..., Tensor],
        *,
        side: int,  # px, of the encoder's square
        checkpoint: Callable[[], None] = lambda: None,
        record: Record | None = None,
    ) -> None:
        self.all = [SeedDrawing.at(index, start) for index, start in enumerate(starts)]
        self.done = 0
        self._recipe = recipe
        self._clip_loss = clip_loss
        self._views = views
        self._lines = lines
        self._coverage = coverage
        self._side = side
        self._scale = side / CANVAS
        self._checkpoint = checkpoint
        self._record = record
        self._captured = self._capture()

    def step(self) -> Mapping[str, float]:
        """Move every drawing once; return the terms of the loss before the move, of the drawing that was best."""
        recipe = self._recipe
        progress = min(self.done / recipe.steps, 1.0)
        rate = recipe.rate * (recipe.settle + (1 - recipe.settle) * 0.5 * (1 + math.cos(math.pi * progress)))
        move = self._captured or self.move
        terms = move(self._views.next(), rate)
        self.done += 1
        values = torch.stack(list(terms.values())).cpu()  # [T, B]
        totals = values.sum(0)  # [B]
        for drawing, total in zip(self.all, totals.tolist(), strict=True):
            drawing.loss = total
        return dict(zip(terms, values[:, totals.argmin()].tolist(), strict=True))

    def move(self, cue: Tensor, rate: float | Tensor) -> Mapping[str, Tensor]:
        """Move every drawing, without host–device synchronisation; return the terms of the loss before, [B] each."""
        ink = self._ink()
        terms, gradient = self._loss_and_gradient(ink.detach().requires_grad_(True), self._views.at(cue))
        moved = [drawing.points for drawing in self.all]
        penalty = self._penalty(ink)
        outputs, weights = [ink], [gradient]
        if penalty is not None:
            outputs, weights = [ink, penalty], [gradient, torch.ones_like(penalty)]
        for drawing, by_points in zip(self.all, torch.autograd.grad(outputs, moved, weights), strict=True):
            drawing.adam.step(by_points, rate)
        return terms

    @property
    def trouble(self) -> str:
        """Why steps cannot be replayed although a recorder was given; "" otherwise."""
        return self._captured.trouble if self._captured is not None else ""

    @property
    def best(self) -> SeedDrawing:
        """The drawing with the lowest loss in the last step; the first before any."""
        return min(self.all, key=lambda drawing: drawing.loss)

    def scores(self) -> list[float]:
        """Return the loss of each drawing without random views: lower is better."""
        with torch.no_grad():
            terms, _ = self._loss_and_gradient(self._ink(), self._views.identity)
        scores: list[float] = torch.stack(list(terms.values())).sum(0).tolist()
        return scores

    def keep(self, drawings: Sequence[SeedDrawing]) -> None:
        """Continue with these drawings alone, in this order."""
        self.all = list(drawings)
        if not self.trouble:
            self._captured = self._capture()

    def _capture(self) -> CapturedMove | None:
        """Return a step to be recorded for the drawings there are; None without a recorder."""
        if self._record is None:
            return None
        state = [tensor for drawing in self.all for tensor in drawing.adam.state]
        return CapturedMove(self.move, state, self._views.identity_cue, self._record)

    def _loss_and_gradient(self, ink: Tensor, views: Views) -> tuple[dict[str, Tensor], Tensor]:
        """Return the terms of the loss, [B] each, and their sum's gradient by ink [B, S, S]; 0 if none is required."""
        gradient = torch.zeros_like(ink)
        total: dict[str, Tensor] = {}

        def add(first: int, terms: Mapping[str, Tensor], share: float) -> None:
            if ink.requires_grad:
                self._checkpoint()
                gradient.add_(torch.autograd.grad(share * torch.stack(list(terms.values())).sum(), ink)[0])
            for name, value in terms.items():
                rows = total.setdefault(name, ink.new_zeros(len(ink)))
                rows[first : first + len(value)] += share * value.detach()
            self._checkpoint()

        drawings = max(1, self._views.batch_size // len(views.grid))
        for first in range(0, len(ink), drawings):
            for share, batch in views.batches(self._views.batch_size):
                add(first, self._clip_loss(ink[first : first + drawings], batch), share)
        if self._lines is not None:
            add(0, {"lines": self._recipe.lines * self._lines(ink).sum(1)}, 1.0)
        return total, gradient

    def _penalty(self, ink: Tensor) -> Tensor | None:
        """Return the regularisers on shape, place and overlap, summed over all drawings; None where there are none."""
        recipe = self._recipe
        if not (recipe.bending or recipe.drift or recipe.crowding):
            return None
        total = ink.new_zeros(())
        for index, drawing in enumerate(self.all):
            chord = (drawing.start[:, 1:] - drawing.start[:, :-1]).norm(dim=2).sum(1)  # [N], px
            ease = (30.0 / chord.clamp(min=5.0)) ** 2  # 1 for a stroke of 30 px, more for shorter ones
            stay = recipe.bending * bending(drawing.points, drawing.start) + recipe.drift * drift(
                drawing.points, drawing.start
            )
            crowded = crowding(drawing.points * self._scale, self._widths(1)[0], ink[index : index + 1])
            total = total + (stay * ease).mean() + recipe.crowding * crowded
        return total

    def _ink(self) -> Tensor:
        strokes = torch.stack([drawing.points for drawing in self.all])[:, :, None] * self._scale  # [B, N, 1, 4, 2]
        return self._coverage(strokes, self._widths(len(self.all)), size=(self._side, self._side))  # [B, side, side]

    def _widths(self, count: int) -> Tensor:
        points = self.all[0].points
        return torch.full((count, len(points)), self._recipe.stroke_width * self._scale, device=points.device)


def as_array(drawing: SeedDrawing) -> NDArray[np.float64]:
    """Return the control points [N, 4, 2], canvas px."""
    array: NDArray[np.float64] = drawing.points.detach().double().cpu().numpy()
    return array


def unkinked(drawing: SeedDrawing) -> NDArray[np.float64]:
    """Return the control points [N, 4, 2], canvas px, with strokes that were bent into a kink put back to the start."""
    before, after = drawing.start.double().cpu().numpy(), as_array(drawing)
    kinked = [
        sharpest_turn(new, _KINK) > max(SHARP, sharpest_turn(old, _KINK))
        for new, old in zip(after, before, strict=True)
    ]
    after[kinked] = before[kinked]
    return after
