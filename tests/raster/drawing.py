"""Scenes for the tests of the rasteriser, and how two renderings are compared."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Rasterizer = Callable[..., Tensor]


def chain(points: Tensor) -> Tensor:
    """Joined segments [..., S, 4, 2] from the 3·S + 1 points [..., 3·S + 1, 2] of a chain."""
    return torch.stack([points[..., i : i + 4, :] for i in range(0, points.shape[-2] - 1, 3)], -3)


def stroke(*points: tuple[float, float], dtype: torch.dtype = torch.float64) -> Tensor:
    """One chain alone on one canvas: [1, 1, S, 4, 2]."""
    return chain(torch.tensor(points, dtype=dtype))[None, None]


def scribbles(seed: int, shape: tuple[int, int], segments: int, width: float) -> tuple[Tensor, Tensor, Tensor]:
    """Random chains around a canvas of 24 px: points [B, N, 3·S + 1, 2], widths [B, N], colours [B, N, 4]."""
    random = torch.Generator().manual_seed(seed)
    start = torch.rand(*shape, 1, 2, generator=random, dtype=torch.float64) * 28 - 2
    steps = torch.randn(*shape, 3 * segments + 1, 2, generator=random, dtype=torch.float64) * 5
    widths = width * (0.5 + torch.rand(shape, generator=random, dtype=torch.float64))
    return start + steps.cumsum(-2), widths, torch.rand(*shape, 4, generator=random, dtype=torch.float64)


def slopes(rasterizer: Rasterizer, inputs: tuple[Tensor, ...], **rest: object) -> tuple[Tensor, ...]:
    """A rendering, and the gradient of its `functional` with respect to each input.

    The first input holds the points of chains, so that a joint is one point.
    """
    leaves = [value.detach().clone().requires_grad_() for value in inputs]
    picture = rasterizer(chain(leaves[0]), *leaves[1:], **rest)
    return picture.detach(), *torch.autograd.grad(functional(picture), leaves)


def functional(picture: Tensor) -> Tensor:
    """A fixed smooth functional of a rendering [..., H, W]."""
    height, width = picture.shape[-2:]
    right, down = torch.arange(width) / 14 - 1, (torch.arange(height) / 12 - 1).unsqueeze(1)
    return (picture * right).sum() + ((picture - down) ** 2).sum()
