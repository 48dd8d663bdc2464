"""Moving control points downhill: one step at a time, and when to hold back."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.engine.adam import Adam
from app.engine.contours import SHARP, sharpest_turn
from app.engine.losses import Contact, PerceptualLoss, bending, crowding, drift
from app.engine.scene import CANVAS, PEN

_CLEARANCE = 0.5  # canvas px of white between lines that did not touch at first
_KINK = 3.0  # canvas px of a stroke in which it may not come to turn sharply


@dataclass(frozen=True)
class Schedule:
    """How far and how freely strokes may move."""

    steps: int
    rate: float  # canvas px a control point moves in a first step of Adam
    bending: float  # weight of the change of second differences
    drift: float  # weight of the distance from the start
    crowding: float  # weight of ink laid upon ink
    contact: float  # weight of lines that come to touch


SETTLE = Schedule(
    steps=60, rate=0.5, bending=0.05, drift=0.02, crowding=6.0, contact=0.02
)  # contours: lines settle onto their edges
SEARCH = Schedule(
    steps=300, rate=1.0, bending=0.0, drift=0.0, crowding=0.0, contact=0.0
)  # random scribbles: they have everything to find


class Refinement:
    """Adam on the control points of all strokes against a perceptual loss; `step` is apart from any loop.

    `points`: [N, 4, 2] canvas px, as float32 on the device to work on. `side` is the working size in px; less than
    CANVAS saves memory. Penalties are relative to each stroke's length, so that an eyebrow keeps its shape as well as
    a back does.
    """

    def __init__(
        self,
        points: Tensor,  # [N, 4, 2], canvas px
        rendition: Tensor,  # [1, CANVAS, CANVAS], ink 0 … 1
        loss: Callable[[Tensor], PerceptualLoss],
        coverage: Callable[..., Tensor],
        schedule: Schedule,
        *,
        side: int = CANVAS,
    ) -> None:
        self._start = points.clone()
        self._points = points.clone().requires_grad_(True)
        self._coverage = coverage
        self._schedule = schedule
        self._scale = side / CANVAS
        self._side = side
        target = torch.nn.functional.interpolate(rendition[:, None], size=(side, side), mode="area")[:, 0]
        self._loss = loss(target)
        self._adam = Adam(self._points)
        self._widths = torch.full((1, len(points)), PEN * self._scale, device=points.device)
        chord = (points[:, 1:] - points[:, :-1]).norm(dim=2).sum(1)  # [N], px
        self._ease = (30.0 / chord.clamp(min=5.0)) ** 2  # 1 for a stroke of 30 px, more for shorter ones
        self._contact = Contact(points, PEN + _CLEARANCE)
        self._done = 0

    @property
    def points(self) -> Tensor:
        """Where the strokes are now, [N, 4, 2] canvas px."""
        return self._points.detach()

    def settled(self) -> NDArray[np.float64]:
        """The strokes as they are, [N, 4, 2] canvas px; one that a step has bent into a kink is where it started."""
        before = self._start.double().cpu().numpy()
        after = self.points.double().cpu().numpy()
        spoilt = [
            sharpest_turn(new, _KINK) > max(SHARP, sharpest_turn(old, _KINK))
            for new, old in zip(after, before, strict=True)
        ]
        after[spoilt] = before[spoilt]
        return after

    def loss(self) -> float:
        """The perceptual loss of the strokes as they are."""
        with torch.no_grad():
            return float(self._loss(self._ink()).sum())

    def step(self) -> float:
        """Move once; returns the perceptual loss before the move."""
        schedule = self._schedule
        progress = min(self._done / schedule.steps, 1.0)
        rate = schedule.rate * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * progress)))
        ink = self._ink()
        perceptual = self._loss(ink).sum()
        crowded = schedule.crowding * crowding(self._points * self._scale, self._widths[0], ink)
        penalty = schedule.bending * bending(self._points, self._start) + schedule.drift * drift(
            self._points, self._start
        )
        touching = schedule.contact * self._contact(self._points).sum()
        cost = perceptual + crowded + touching + (penalty * self._ease).mean()
        (gradient,) = torch.autograd.grad(cost, self._points)
        self._adam.step(gradient, rate)
        self._done += 1
        return float(perceptual.detach())

    def _ink(self) -> Tensor:
        strokes = (self._points * self._scale)[None, :, None]  # [1, N, 1, 4, 2]
        return self._coverage(strokes, self._widths, size=(self._side, self._side))  # [1, side, side]
