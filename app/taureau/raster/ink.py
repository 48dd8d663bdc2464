"""The fast path: the ink of every stroke on the pixels it touches, as a sparse list with an analytic gradient."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from taureau.raster.cells import Cells, Strokes, coarse_cells, describe, divide, sort
from taureau.raster.parameters import FINEST
from taureau.raster.pixels import edge_pixels
from taureau.raster.squares import square_shares

CELLS_AT_ONCE = 256  # cells of 4 · FINEST px in one pass: bounds its memory


class Ink(NamedTuple):
    """The ink of strokes on the pixels they touch; a pixel occurs once for each stroke whose edge it meets."""

    share: Tensor  # [M], 0..1, differentiable
    stroke: Tensor  # [M], index into B·N
    pixel: Tensor  # [M], index into B·H·W
    solid: list[Cells]  # cells wholly covered, apart from the above


class Trace(NamedTuple):
    """The result of a pass over the cells."""

    share: Tensor  # [M]
    sites: Cells  # M cells of one pixel
    solid: list[Cells]
    row_site: Tensor  # [R], the site to which each row of slopes belongs
    row_segment: Tensor  # [R]
    slopes: Tensor  # [9, R], of share by h and by c0..c3 of x and y; [9, 0] where no gradient is wanted


def trace(strokes: Strokes, size: tuple[int, int], slopes: bool) -> Trace:
    """Find the ink of all strokes, from the coarsest cells down to squares."""
    cells = coarse_cells(strokes, size)
    solid = []
    while cells.side > FINEST:
        found = sort(strokes, cells, size)
        solid.append(found.solid)
        if cells.side == 4 * FINEST:
            break
        cells = divide(found.edge)
    parts = []
    sites = 0
    for first in range(0, max(1, len(found.edge.x)), CELLS_AT_ONCE):
        some = found.edge.pick(slice(first, first + CELLS_AT_ONCE))
        fine = sort(strokes, divide(some), size)
        rows, pixels = edge_pixels(strokes, fine, size)
        solid += [fine.solid, pixels]
        row_share, table = square_shares(strokes, rows, slopes)
        share = row_share.new_zeros(len(rows.sites.x)).index_add_(0, rows.site, row_share)
        kept = row_share.new_zeros(9, 0) if table is None else table
        parts.append((share, *rows.sites[:3], rows.site + sites, rows.segment, kept))
        sites += len(share)
    share, stroke, x, y, row_site, row_segment, kept = (torch.cat(p, -1) for p in zip(*parts, strict=True))
    return Trace(share, Cells(stroke, x, y, 1), solid, row_site, row_segment, kept)


class EdgeShares(torch.autograd.Function):
    """The shares [M] of a trace as a function of points [B, N, S, 4, 2] and widths [B, N]."""

    @staticmethod
    def forward(ctx: Any, points: Tensor, widths: Tensor, traced: Trace) -> Tensor:
        ctx.save_for_backward(traced.row_site, traced.row_segment, traced.slopes)
        ctx.shape = points.shape
        return traced.share

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, by_share: Tensor) -> tuple[Tensor, Tensor, None]:
        row_site, row_segment, slopes = ctx.saved_tensors
        batch, count, segments = ctx.shape[:3]
        table = slopes.new_zeros(9, batch * count * segments)
        for total, column in zip(table, slopes * by_share.index_select(0, row_site), strict=True):
            total.index_add_(0, row_segment, column)
        c = table[1:].view(2, 4, -1)  # by c0..c3
        basis = c.new_tensor([[1, 0, 0, 0], [-3, 3, 0, 0], [3, -6, 3, 0], [-1, 3, -3, 1]])  # c = basis · P
        by_points = torch.einsum("dkz,kp->zpd", c, basis).reshape(ctx.shape)
        by_widths = table[0].view(batch, count, segments).sum(-1) / 2
        return by_points, by_widths, None


def stroke_ink(points: Tensor, widths: Tensor, size: tuple[int, int]) -> Ink:
    """Return the ink of each stroke on the pixels it touches: points [B, N, S, 4, 2], widths [B, N], both in pixels."""
    slopes = torch.is_grad_enabled() and (points.requires_grad or widths.requires_grad)
    with torch.no_grad():
        strokes = describe(points, widths)
        traced = trace(strokes, size, slopes)
    share = EdgeShares.apply(points, widths, traced) if slopes else traced.share
    sites = traced.sites
    pixel = (strokes.batch[sites.stroke] * size[0] + sites.y) * size[1] + sites.x
    return Ink(share, sites.stroke, pixel, [cells for cells in traced.solid if len(cells.x)])
