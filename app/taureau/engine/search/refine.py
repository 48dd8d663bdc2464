"""Gradient descent on control points against a perceptual loss, with regularisers and a varying set of strokes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.engine.losses.perceptual import Contact, LossFactory, bending, crowding, drift
from taureau.engine.scene.scene import CANVAS, PEN
from taureau.engine.search.adam import Adam
from taureau.engine.search.schedule import Schedule
from taureau.engine.starts.contours import SHARP, sharpest_turn

_CLEARANCE = 0.5  # canvas px between lines that did not touch at first
_KINK = 3.0  # canvas px, the length of a stroke within which it must not turn sharply


class Refinement:
    """Adam on the control points of all strokes against a perceptual loss.

    `points`: [N, 4, 2] canvas px, as float32 on the device to work on. `side` is the working size in px; less than
    CANVAS saves time and memory. `fixed` are strokes [M, 4, 2] that are drawn but do not move. Penalties are relative
    to each stroke's length, so that short strokes keep their shape as well as long ones.
    """

    def __init__(
        self,
        points: Tensor,  # [N, 4, 2], canvas px
        rendition: Tensor,  # [1, CANVAS, CANVAS], ink 0 … 1
        loss: LossFactory,
        coverage: Callable[..., Tensor],
        schedule: Schedule,
        *,
        side: int = CANVAS,
        fixed: Tensor | None = None,  # [M, 4, 2], canvas px
    ) -> None:
        self._coverage = coverage
        self._schedule = schedule
        self._scale = side / CANVAS
        self._side = side
        target = torch.nn.functional.interpolate(rendition[:, None], size=(side, side), mode="area")[:, 0]
        self._loss = loss(target)
        self._fixed = None if fixed is None or not len(fixed) else self._drawn(fixed, torch.full((len(fixed),), PEN))
        self._fixed_ink = 0.0 if self._fixed is None else float(self._fixed.sum())  # px² of the working size
        self._adam = Adam(points)
        self._start = points.detach().clone()  # [N, 4, 2]
        self._widths = points.new_full((len(points),), PEN)
        self._update_regularisers()
        self._done = 0

    @property
    def points(self) -> Tensor:
        """The control points [N, 4, 2], canvas px."""
        return self._adam.rows

    def add(self, points: Tensor, width: float = PEN) -> None:
        """Add strokes [K, 4, 2], canvas px, without affecting the others."""
        self._adam.add(points)
        self._start = torch.cat([self._start, points.detach()])
        self._widths = torch.cat([self._widths, points.new_full((len(points),), width)])
        self._update_regularisers()

    def remove(self, strokes: Sequence[int]) -> None:
        """Remove strokes by their indices, without affecting the others."""
        removed = set(strokes)
        index = torch.tensor([one for one in range(len(self.points)) if one not in removed], dtype=torch.long)
        index = index.to(self.points.device)
        self._adam.keep(index)
        self._start, self._widths = self._start[index], self._widths[index]
        self._update_regularisers()

    def settled(self) -> NDArray[np.float64]:
        """Return the strokes [N, 4, 2], canvas px; those that were bent into a kink are put back to their start."""
        before = self._start.double().cpu().numpy()
        after = self.points.double().cpu().numpy()
        kinked = [
            sharpest_turn(new, _KINK) > max(SHARP, sharpest_turn(old, _KINK))
            for new, old in zip(after, before, strict=True)
        ]
        after[kinked] = before[kinked]
        return after

    @torch.no_grad()
    def ink(self) -> Tensor:
        """Return the drawing's ink, [1, side, side], 0 … 1."""
        return self._ink(self.points)

    @torch.no_grad()
    def losses(self, ink: Tensor) -> Tensor:
        """Return the perceptual loss of ink [B, side, side]: [B]."""
        return self._loss(ink).sum(1)

    def loss(self) -> float:
        """Return the perceptual loss of the drawing."""
        return float(self.losses(self.ink())[0])

    def step(self, rate: float | Tensor | None = None) -> float:
        """Move once, at the schedule's rate or one for all or each stroke [N], px; return the loss before the move."""
        schedule = self._schedule
        points = self.points.clone().requires_grad_(True)
        ink = self._ink(points)
        perceptual = self._loss(ink).sum()
        crowded = schedule.crowding * crowding(points * self._scale, self._widths * self._scale, ink, self._fixed_ink)
        touching = schedule.contact * self._contact(points).sum()
        penalty = schedule.bending * bending(points, self._start) + schedule.drift * drift(points, self._start)
        (gradient,) = torch.autograd.grad(perceptual + crowded + touching + (penalty * self._ease).sum(), points)
        self._adam.step(gradient, schedule.rate_at(self._done) if rate is None else rate)
        self._done += 1
        return float(perceptual.detach())

    def _update_regularisers(self) -> None:
        """Recompute what depends on the set of strokes."""
        chord = (self._start[:, 1:] - self._start[:, :-1]).norm(dim=2).sum(1)  # [N], px
        shown = self._widths > 0
        # 1 for a stroke of 30 px, more for shorter ones; and the mean over the visible strokes.
        self._ease = (30.0 / chord.clamp(min=5.0)) ** 2 / shown.sum().clamp(min=1)
        self._contact = Contact(self._start, PEN + _CLEARANCE, shown=shown)

    def _ink(self, points: Tensor) -> Tensor:
        empty = points.new_zeros((1, self._side, self._side))
        drawn = self._drawn(points, self._widths) if len(points) else empty
        return drawn if self._fixed is None else 1 - (1 - drawn) * (1 - self._fixed)

    def _drawn(self, points: Tensor, widths: Tensor) -> Tensor:
        strokes = (points * self._scale)[None, :, None]  # [1, N, 1, 4, 2]
        widths = (widths.to(points) * self._scale)[None]
        return self._coverage(strokes, widths, size=(self._side, self._side))  # [1, side, side]
