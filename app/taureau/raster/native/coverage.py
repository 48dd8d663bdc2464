"""Black ink by compiled code, in single precision on the CPU."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from taureau.raster.native.expressions import LANES
from taureau.raster.native.layout import ROW, SCRATCH, TABLE
from taureau.raster.native.passes import compiled
from taureau.raster.native.shares import SLOPE_ROW

MOST = 1 << 18  # rows at first


class NativeInk(torch.autograd.Function):
    """The ink [B, H, W] of points [B, N, S, 4, 2] and widths [B, N]."""

    @staticmethod
    def forward(ctx: Any, points: Tensor, widths: Tensor, size: tuple[int, int], slopes: bool) -> Tensor:
        batch, count, segments = points.shape[:3]
        strokes = batch * count
        points, widths = points.contiguous(), widths.contiguous()
        table = points.new_empty(strokes * segments, TABLE)
        scratch = points.new_empty(segments * SCRATCH + LANES)
        found, capacity = min(MOST, 4 * sum(size) * strokes), 0
        while found > capacity:
            capacity = found
            bare = points.new_ones(batch, *size)
            rows = points.new_empty(capacity, ROW)
            arrays = addresses(points, widths, bare, table, scratch, rows)
            found = compiled()["search"](*arrays, strokes, count, segments, *size, capacity)
        table_of_slopes = points.new_empty(found if slopes else 0, SLOPE_ROW)
        arrays = addresses(bare, table, rows, table_of_slopes)
        kept = compiled()["shade"](*arrays, found, slopes, *size)
        if slopes:
            ctx.save_for_backward(table_of_slopes[:kept])
            ctx.shape = points.shape
        return bare.neg_().add_(1)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, by_ink: Tensor) -> tuple[Tensor, Tensor, None, None]:
        (slopes,) = ctx.saved_tensors
        batch, count, segments = ctx.shape[:3]
        sums = slopes.new_zeros(batch * count * segments, SLOPE_ROW)
        by_points, by_widths = slopes.new_empty(ctx.shape), slopes.new_empty(batch, count)
        arrays = addresses(by_ink.contiguous(), slopes, sums, by_points, by_widths)
        compiled()["gather"](*arrays, len(slopes), batch * count, segments)
        return by_points, by_widths, None, None


def addresses(*tensors: Tensor) -> list[int]:
    """Return where the numbers of contiguous tensors lie."""
    return [tensor.data_ptr() for tensor in tensors]


def coverage(points: Tensor, widths: Tensor, *, size: tuple[int, int]) -> Tensor:
    """Return the ink of all strokes together: [B, H, W]."""
    slopes = torch.is_grad_enabled() and (points.requires_grad or widths.requires_grad)
    ink: Tensor = NativeInk.apply(points, widths, size, slopes)
    return ink
