"""The perceptual loss, and regularisers on bending, drift, overlap and contact of strokes. Losses are unreduced."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from taureau.perception import Encoder

Loss = Callable[[Tensor], Tensor]  # ink [B, H, W] -> terms [B, T], whose sum is the distance
LossFactory = Callable[[Tensor], Loss]  # a photo's line rendition [1, H, W] -> the loss of drawings of that size
DEPTH = 4  # of the encoder's first stages: on ImageNet the later ones do not respond to line drawings


class PerceptualLoss:
    """Distance between drawings and a target in the features of a frozen encoder.

    Each stage's squared difference is divided by the variance of the target's features, to balance the stages.
    The target is a line rendition of the photo: with the photo itself, ImageNet features pull neighbouring strokes
    together.
    """

    def __init__(self, encoder: Encoder, targets: Tensor) -> None:
        """`targets`: ink [V, H, W], 0 … 1, one for each view; drawings are compared view by view."""
        self._encoder = encoder
        with torch.no_grad():
            self._wanted = encoder.features(ink_to_rgb(targets), DEPTH)  # [V, C_l, H_l, W_l] each
            self._variance = [stage.var(dim=(0, 2, 3), keepdim=True).mean(1, keepdim=True) for stage in self._wanted]

    def __call__(self, ink: Tensor, views: Tensor | None = None) -> Tensor:
        """Ink [B, H, W] against the targets of `views` [B] (all, in order, by default) -> [B, DEPTH]."""
        found = self._encoder.features(ink_to_rgb(ink), DEPTH)
        terms = []
        for stage, wanted, variance in zip(found, self._wanted, self._variance, strict=True):
            target = wanted if views is None else wanted[views]
            terms.append(((stage - target) ** 2 / variance).mean((1, 2, 3)))
        return torch.stack(terms, dim=1)


def ink_to_rgb(ink: Tensor) -> Tensor:
    """Return black ink [B, H, W] on white paper as images [B, 3, H, W] in 0 … 1."""
    return (1 - ink)[:, None].expand(-1, 3, -1, -1)


def bending(points: Tensor, start: Tensor) -> Tensor:
    """Return the squared change of the second differences of control points [N, 4, 2] since `start`, in px²: [N]."""
    second = points[:, 2:] - 2 * points[:, 1:-1] + points[:, :-2]
    before = start[:, 2:] - 2 * start[:, 1:-1] + start[:, :-2]
    return ((second - before) ** 2).sum((1, 2))


def drift(points: Tensor, start: Tensor) -> Tensor:
    """Return the mean squared distance of control points [N, 4, 2] from `start`, in px²: [N]."""
    return ((points - start) ** 2).sum(2).mean(1)


def crowding(points: Tensor, widths: Tensor, ink: Tensor, fixed: float = 0.0) -> Tensor:
    """Return the overlap of strokes: the area they cover one by one, over the area they cover together, less 1.

    A stroke of width w and length L covers wL + πw²/4, so that only the canvas's ink [1, H, W] and the lengths of the
    strokes [N, 4, 2] are needed; parts outside the canvas count as overlap. `fixed` px² of the ink are of strokes that
    are not among these.
    """
    t = torch.linspace(0, 1, 17, dtype=points.dtype, device=points.device)[:, None, None]
    s = 1 - t
    p0, p1, p2, p3 = points.unbind(1)  # [N, 2] each
    samples = s**3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t**3 * p3  # [17, N, 2]
    lengths = ((samples[1:] - samples[:-1]).square().sum(-1) + 1e-12).sqrt().sum(0)  # [N]
    alone = (widths * lengths + math.pi / 4 * widths**2).sum()
    return ((alone + fixed) / ink.sum().clamp(min=1.0) - 1).clamp(min=0)


class Contact:
    """The depth by which strokes that started near each other overlap more than at the start."""

    def __init__(self, start: Tensor, clearance: float, *, shown: Tensor | None = None, reach: float = 8.0) -> None:
        """`start`: [N, 4, 2] px; centre lines nearer than `clearance` px touch; those `reach` px further are ignored.

        `shown` [N] selects the strokes that take part, all by default.
        """
        self._clearance = clearance
        low, high = start.amin(1), start.amax(1)  # [N, 2], of the control polygons, which hold their curves
        near = ((low[:, None] - high[None]) < clearance + reach).all(-1)
        if shown is not None:
            near &= shown
        self._pairs = (near & near.T).fill_diagonal_(False).nonzero()  # [P, 2], each pair both ways round
        self._at_first = self._depth(start)

    def __call__(self, points: Tensor) -> Tensor:
        """Control points [N, 4, 2] -> for each near pair the square of the added depth along one stroke, px³: [P]."""
        one = points[self._pairs[:, 0]]
        chord = (one[:, 1:] - one[:, :-1]).detach().norm(dim=2).sum(1)  # [P]
        added = (self._depth(points) - self._at_first).clamp(min=0)
        return (added**2).mean(1) * chord

    def _depth(self, points: Tensor) -> Tensor:
        """Return the depth of each sample of one stroke of each pair in the other, [P, K] px."""
        t = torch.linspace(0, 1, 49, dtype=points.dtype, device=points.device)[:, None]
        s = 1 - t
        basis = torch.cat([s**3, 3 * s * s * t, 3 * s * t * t, t**3], dim=1)  # [K, 4]
        samples = torch.einsum("kp,npc->nkc", basis, points)
        one, other = samples[self._pairs[:, 0]], samples[self._pairs[:, 1]]  # [P, K, 2]
        nearest = (one[:, :, None] - other[:, None]).detach().square().sum(-1).argmin(2)  # [P, K]
        foot = other.gather(1, nearest[..., None].expand(-1, -1, 2))
        distance = ((one - foot).square().sum(-1) + 1e-9).sqrt()
        return (self._clearance - distance).clamp(min=0)
