"""`coverage` by Triton kernels, tile by tile: no shape depends on values and the host waits for nothing.

So a whole step of an optimisation can be captured in a CUDA graph. Forward, one program for each tile of TILE² pixels
multiplies what the strokes leave bare; backward, a few programs for each stroke visit the tiles under it again. Both
are deterministic: no atomic sums. This file imports triton only when it draws.
"""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

log = logging.getLogger(__name__)

TILE = 8  # pixels
WARPS = 4
PROGRAMS = 32768  # backward: the tiles of few strokes are shared out among up to so many programs
MOST_PARTS = 64  # per stroke
TRIAL_TOLERANCE = 1e-3


def suits(points: Tensor) -> bool:
    """Whether the kernels can draw these strokes."""
    return points.is_cuda and points.dtype == torch.float32 and points.numel() > 0 and works(points.device)


@cache
def works(device: torch.device) -> bool:
    """Whether Triton is there, builds the kernels for a device, and they agree with plain torch on a trial stroke.

    Asked once for each device, and not within a graph's capture: the trial reads its result back.
    """
    try:
        off = trial(device)
    except Exception as error:  # no triton, no C compiler, too old a device: each fails in its own way
        log.warning("Strokes are drawn by plain torch on %s, more slowly: %s", device, error)
        return False
    if off > TRIAL_TOLERANCE:
        log.warning("Strokes are drawn by plain torch on %s, more slowly: its kernels are %.2g off", device, off)
    return off <= TRIAL_TOLERANCE


def trial(device: torch.device) -> float:
    """How far ink and gradient of one curved stroke are off what plain torch makes of it on the CPU, relative."""
    from taureau.raster.composite import coverage as route  # on the CPU this is the plain route

    points = torch.tensor([[[[[3.2, 4.1], [20.7, 2.3], [2.9, 27.4], [26.3, 22.8]]]]])  # [1, 1, 1, 4, 2]
    widths = torch.tensor([[2.6]])
    found = []
    for draw, place in ((coverage, device), (route, torch.device("cpu"))):
        leaf = points.to(place).requires_grad_(True)
        with torch.enable_grad():
            ink = draw(leaf, widths.to(place), size=(32, 32))
            (slopes,) = torch.autograd.grad((ink * ink).sum(), leaf)
        found.append((ink.detach().cpu(), slopes.cpu()))
    (ink, slopes), (true_ink, true_slopes) = found
    return max(float((ink - true_ink).abs().max()), float((slopes - true_slopes).norm() / true_slopes.norm()))


def current(tensor: Tensor) -> AbstractContextManager[object]:
    """Makes a tensor's device the one on which kernels start."""
    return torch.cuda.device(tensor.device) if tensor.is_cuda else nullcontext()


def power_of_two(least: int) -> int:
    """The smallest power of two that is at least so large."""
    return 1 << (least - 1).bit_length()


def describe(points: Tensor, widths: Tensor) -> tuple[Tensor, Tensor]:
    """What the kernels need to know of Z = B·N strokes: `table` [Z·S, 8] and `strokes` [Z, 6]."""
    from taureau.raster.kernels import describe_kernel

    count, segments = widths.numel(), points.shape[2]
    table, strokes = points.new_empty(count * segments, 8), points.new_empty(count, 6)
    with current(points):
        describe_kernel[count,](
            points.contiguous(),
            widths.contiguous(),
            table,
            strokes,
            segments,
            BLOCK=power_of_two(segments),
            num_warps=1,
        )
    return table, strokes


class TiledInk(torch.autograd.Function):
    """The ink [B, H, W] of points [B, N, S, 4, 2] and widths [B, N]."""

    @staticmethod
    def forward(ctx: Any, points: Tensor, widths: Tensor, size: tuple[int, int]) -> Tensor:
        from taureau.raster.kernels import ink_kernel

        batch, count, segments = points.shape[:3]
        height, width = size
        table, strokes = describe(points, widths)
        bare, ink = points.new_empty(2, batch, height, width).unbind(0)
        tiles = -(-height // TILE) * -(-width // TILE)
        with current(points):
            ink_kernel[tiles, batch](table, strokes, bare, ink, count, segments, height, width, num_warps=WARPS)
        ctx.save_for_backward(table, strokes, bare)
        ctx.shape = points.shape
        return ink

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, by_ink: Tensor) -> tuple[Tensor, Tensor, None]:
        from taureau.raster.kernels import slopes_kernel

        table, strokes, bare = ctx.saved_tensors
        batch, count, segments = ctx.shape[:3]
        height, width = bare.shape[1:]
        lines = batch * count
        parts = min(MOST_PARTS, power_of_two(-(-PROGRAMS // lines)))
        slopes = table.new_empty(lines, parts, segments, 9)
        with current(table):
            slopes_kernel[lines, parts](
                table,
                strokes,
                bare,
                by_ink.contiguous(),
                slopes,
                count,
                segments,
                height,
                width,
                PARTS=parts,
                BLOCK=power_of_two(segments),
                num_warps=WARPS,
            )
        total = slopes.sum(1)  # [Z, S, 9]
        by_points = total[:, :, :8].reshape(ctx.shape)
        return by_points, total[:, :, 8].sum(1).view(batch, count) / 2, None


def coverage(points: Tensor, widths: Tensor, *, size: tuple[int, int]) -> Tensor:
    """The ink of all strokes together: [B, H, W]."""
    ink: Tensor = TiledInk.apply(points, widths, size)
    return ink
