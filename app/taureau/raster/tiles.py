"""Black ink by Triton kernels, tile by tile: static shapes, no host–device synchronisation.

A whole optimisation step can therefore be captured in a CUDA graph. Forward, one program for each tile of TILE² pixels
multiplies the transmittance of the strokes; backward, a few programs for each stroke visit the tiles under it again.
Both are deterministic: no atomic sums. This module imports triton only when it draws.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from taureau.raster.cells import TILE

WARPS = 4
PROGRAMS = 32768  # backward: the tiles of few strokes are shared among up to so many programs
MOST_PARTS = 64  # per stroke


def current(tensor: Tensor) -> AbstractContextManager[object]:
    """Return a context in which kernels start on a tensor's device."""
    return torch.cuda.device(tensor.device) if tensor.is_cuda else nullcontext()


def power_of_two(least: int) -> int:
    """Return the smallest power of two that is not less than `least`."""
    return 1 << (least - 1).bit_length()


def describe(points: Tensor, widths: Tensor) -> tuple[Tensor, Tensor]:
    """Return the kernels' tables for Z = B·N strokes: `table` [Z·S, 8] and `strokes` [Z, 6]."""
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
    """Return the ink of all strokes together: [B, H, W]."""
    ink: Tensor = TiledInk.apply(points, widths, size)
    return ink
