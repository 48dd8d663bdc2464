"""The fast path: the ink of every stroke on the pixels it touches, as a sparse list, with an analytic gradient.

The nearest parameter t* is found without gradient. The distance d then needs none of its change (d is stationary in
t there: the envelope theorem), and the normal n turns as t* follows the control points. With b0 = ΣBᵢ dPᵢ and
b1 = ΣB′ᵢ dPᵢ, the point's and the tangent's change at fixed t, T = n turned by 90°, L = S′·T and D = L² − d·(n·S″):

    dd = −n·b0,        dθ = ((n·S″)·(T·b0) − L·(n·b1)) / D,

and at an end of the stroke, where t* stays, dθ = −T·b0/d. So a square's share c of ink changes by

    dc = α·b0 + β·b1,    α = −c_d·n + (c_θ·(n·S″)/D)·T,    β = −(c_θ·L/D)·n.

In the power basis b0 = Σtᵏ dcₖ and b1 = Σk·tᵏ⁻¹ dcₖ. The forward pass sums these eight numbers (and ∂c/∂h) over the
squares of a pixel; the backward pass is then one product and one sum per segment.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from app.raster.area import EXTENT, SIDE, SUBPIXELS, slab
from app.raster.cells import CHORDS, FINEST, MARGIN, Cells, Sorted, Strokes, coarse_cells, describe, divide, sort
from app.raster.nearest import Cubic, approach, bend, slope, value

CELLS_AT_ONCE = 512  # cells of 4 · FINEST px traced together: bounds the memory of a pass
SHARP = 0.7  # radians of turning among the chords near a cell
STEADY = 100.0  # radians per pixel: a normal that turns faster under the control points is held, as at a cusp


class Ink(NamedTuple):
    """The ink of strokes on the pixels they touch; a pixel occurs once for each stroke whose edge it meets."""

    share: Tensor  # [M], 0..1, differentiable
    stroke: Tensor  # [M], index into B·N
    pixel: Tensor  # [M], index into B·H·W
    solid: list[Cells]  # cells wholly covered, apart from the above


class Rows(NamedTuple):
    """One row for each edge pixel and each piece of curve that might own a part of it."""

    segment: Tensor  # [R], index into Z·S
    t: Tensor  # [R], the parameter nearest to the pixel's centre
    site: Tensor  # [R], index of the pair of stroke and pixel
    sites: Cells  # those pairs, as cells of one pixel


def pixel_rows(strokes: Strokes, found: Sorted, size: tuple[int, int]) -> tuple[Rows, Cells]:
    """Follows each cell's candidate pieces of curve to its pixels: rows for the edge, and the solid pixels.

    Candidates are the chords near enough to own some pixel of the cell and nearer than their neighbours. Where the
    curve turns sharply beside a cell (a cusp, a hairpin), every chord near enough is one.
    """
    cells, dtype = found.edge, found.nearest.dtype
    limit = (found.nearest + 2 * strokes.sag[cells.stroke] + FINEST * 2**0.5) ** 2  # [M]
    chords = found.distances.view(strokes.segments, CHORDS, -1)  # [S, CHORDS, M]
    near = chords <= limit
    turn = strokes.turns.index_select(2, cells.stroke) * (near[:, 1:] & near[:, :-1])  # [S, CHORDS − 1, M]
    lowest = torch.ones_like(near)
    lowest[:, 1:] = chords[:, 1:] <= chords[:, :-1]
    lowest[:, :-1] &= chords[:, :-1] < chords[:, 1:]
    candidate = near & (lowest | (turn.sum(1, keepdim=True) > SHARP))
    part, cell, chord = candidate.transpose(1, 2).nonzero(as_tuple=True)  # [C] each

    step = torch.arange(FINEST, device=cell.device)
    px = step.repeat(FINEST).unsqueeze(1) + cells.x  # [16, M]
    py = step.repeat_interleave(FINEST).unsqueeze(1) + cells.y
    segment = cells.stroke[cell] * strokes.segments + part
    cubic = Cubic.of(strokes.coefficients.index_select(1, segment))
    x, y = px.to(dtype).add_(0.5).index_select(1, cell), py.to(dtype).add_(0.5).index_select(1, cell)  # [16, C]
    t = ((chord + 0.5) / CHORDS).to(dtype).expand_as(x)
    t = approach(cubic, x, y, t, 5 if dtype == torch.float64 else 3)
    dx, dy = value(cubic.x, t) - x, value(cubic.y, t) - y
    d = (dx * dx).addcmul_(dy, dy).sqrt_()  # [16, C]
    shortest = d.new_full(px.shape, torch.inf).scatter_reduce_(1, cell.expand_as(d), d, "amin")  # [16, M]

    inside = (px < size[1]) & (py < size[0])
    h = strokes.h[cells.stroke]
    solid = inside & (shortest < h - MARGIN)
    edge = inside & (shortest < h + MARGIN) & ~solid
    number = edge.flatten().cumsum(0).view_as(edge) - 1  # [16, M], the edge pixels counted
    again = torch.zeros_like(d, dtype=torch.bool)  # found from the chord before already
    again[:, 1:] = (segment[1:] == segment[:-1]) & (cell[1:] == cell[:-1]) & ((t[:, 1:] - t[:, :-1]).abs() < 1e-4)
    rival = d <= shortest.index_select(1, cell) + (2**0.5 * (1 - SIDE) + 1e-3)  # may own a square of the pixel
    k, row = (rival & ~again & edge.index_select(1, cell)).nonzero(as_tuple=True)  # [R]
    sites, solids = (
        Cells(cells.stroke[m], px[j, m], py[j, m], 1) for j, m in (mask.nonzero(as_tuple=True) for mask in (edge, solid))
    )
    return Rows(segment[row], t[k, row], number[k, cell[row]], sites), solids


def owned(d: Tensor, site: Tensor, count: int) -> Tensor:
    """Whether a row is its site's nearest at each square: d [K, R], site [R]. The first of equals wins, as at a joint."""
    index = site.expand_as(d)
    shortest = d.new_full((len(d), count), torch.inf).scatter_reduce_(1, index, d, "amin")
    near = d <= shortest.gather(1, index) + 1e3 * torch.finfo(d.dtype).eps
    order = torch.arange(len(site), device=d.device).expand_as(d)
    rank = torch.where(near, order, len(site))
    first = torch.full_like(shortest, len(site), dtype=rank.dtype).scatter_reduce_(1, index, rank, "amin")
    return first.gather(1, index) == order


def square_shares(strokes: Strokes, rows: Rows, slopes: bool) -> tuple[Tensor, Tensor | None]:
    """The share of ink [R] that each row gives its pixel, and its slopes [9, R]: by h, by c0..c3 of x and of y."""
    dtype, count = rows.t.dtype, len(rows.t)
    exact = dtype == torch.float64
    shared = count > len(rows.sites.x)  # some pixels are seen by several rows
    cubic = Cubic.of(strokes.coefficients.index_select(1, rows.segment))
    place = (torch.arange(SUBPIXELS, device=rows.t.device, dtype=dtype) + 0.5) * SIDE
    x = place.repeat(SUBPIXELS).unsqueeze(1) + rows.sites.x[rows.site]  # [16, R], centres of squares
    y = place.repeat_interleave(SUBPIXELS).unsqueeze(1) + rows.sites.y[rows.site]
    t = approach(cubic, x, y, rows.t.expand_as(x), (8 if exact else 3) if shared else (3 if exact else 1))
    dx, dy = x - value(cubic.x, t), y - value(cubic.y, t)
    d = (dx * dx).addcmul_(dy, dy).sqrt_()
    h = strokes.h[rows.sites.stroke[rows.site]]  # [R]
    full, edge = d < h, (d - h).abs_() < EXTENT + 0.05
    if shared:
        mine = owned(d, rows.site, len(rows.sites.x))
        full, edge = full & mine, edge & mine
    share = (full & ~edge).sum(0, dtype=dtype).div_(SUBPIXELS**2)  # [R]

    square = edge.flatten().nonzero().squeeze(1)  # [A], the squares that an edge may cut
    row = square % count
    cubic = Cubic.of(strokes.coefficients.index_select(1, rows.segment[row]))
    x, y, t = (values.flatten().index_select(0, square) for values in (x, y, t))  # [A] each, as all below
    t = approach(cubic, x, y, t, 6 if exact else 2)
    nx, ny = x.sub_(value(cubic.x, t)), y.sub_(value(cubic.y, t))  # from the curve to the square
    sx, sy = slope(cubic.x, t), slope(cubic.y, t)
    flat = (sx * sx).addcmul_(sy, sy)
    free = ((t > 0) & (t < 1) & (flat > 1e-12)).to(dtype)  # t* follows the control points
    d = (nx * nx).addcmul_(ny, ny)
    over_d = d.clamp(min=1e-18).rsqrt_()
    d, nx, ny = d.mul_(over_d), nx.mul_(over_d), ny.mul_(over_d)
    h = h[row]
    hairline = bool((h < EXTENT).any())
    if hairline:  # the normal matters even where the curve meets the centre of a square
        turn = free * flat.clamp(min=1e-12).rsqrt_()
        turn = torch.where(nx * sy > ny * sx, turn, -turn)
        nx, ny = torch.where(free > 0, turn * sy, nx), torch.where(free > 0, -turn * sx, ny)
    c = slab(d, h, nx, ny, hairline)
    if not slopes:
        return share.index_add_(0, row, c.share.div_(SUBPIXELS**2)), None

    speed = (nx * sy).addcmul_(ny, sx, value=-1).mul_(free)  # L = S′·T, T = (−ny, nx)
    sway = (nx * bend(cubic.x, t)).addcmul_(ny, bend(cubic.y, t)).add_(1).mul_(free).sub_(1)  # n·S″; −1 at an end
    ease = (speed * speed).addcmul_(d, sway, value=-1)  # D; d at an end
    steady = sway.abs().add_(speed.abs(), alpha=3) <= STEADY * ease
    by_angle = steady.to(dtype).mul_(c.by_angle).div_(ease.clamp_(min=1e-9))
    along, across = sway.mul_(by_angle), speed.mul_(by_angle).neg_()  # α = −c_d n + along T, β = across n
    columns = [c.share, c.by_half_width]  # [A] each
    tt = t * t
    for normal, tangent in ((nx, -ny), (ny, nx)):
        alpha = (along * tangent).addcmul_(c.by_distance, normal, value=-1)
        beta = across * normal
        columns += [
            alpha,
            (t * alpha).add_(beta),
            (tt * alpha).addcmul_(t, beta, value=2),
            (tt * alpha).mul_(t).addcmul_(tt, beta, value=3),
        ]
    table = t.new_zeros(len(columns), count)
    for total, column in zip(table, columns, strict=True):  # far quicker than adding rows of ten
        total.index_add_(0, row, column)
    table.div_(SUBPIXELS**2)
    return share.add_(table[0]), table[1:]


class Traced(NamedTuple):
    """All that a pass over the cells leaves."""

    share: Tensor  # [M]
    sites: Cells  # M cells of one pixel
    solid: list[Cells]
    row_site: Tensor  # [R]
    row_segment: Tensor  # [R]
    slopes: Tensor  # [9, R], or [9, 0] where no gradient is wanted


def trace(strokes: Strokes, size: tuple[int, int], slopes: bool) -> Traced:
    """Finds the ink of all strokes, cell by cell."""
    cells, solid = coarse_cells(strokes, size), []
    while cells.side > FINEST * 4:
        found = sort(strokes, cells, size)
        solid.append(found.solid)
        cells = divide(found.edge)
    found = sort(strokes, cells, size)
    solid.append(found.solid)
    parts = []
    sites = 0
    for i in range(0, max(1, len(found.edge.x)), CELLS_AT_ONCE):
        fine = sort(strokes, divide(found.edge.pick(slice(i, i + CELLS_AT_ONCE))), size)
        rows, pixels = pixel_rows(strokes, fine, size)
        share, table = square_shares(strokes, rows, slopes)
        if len(rows.site) > len(rows.sites.x):
            share = share.new_zeros(len(rows.sites.x)).index_add_(0, rows.site, share)
        else:
            share = share.new_zeros(len(rows.sites.x)).index_copy_(0, rows.site, share)
        solid += [fine.solid, pixels]
        parts.append((share, *rows.sites[:3], rows.site + sites, rows.segment, table if slopes else share.new_zeros(9, 0)))
        sites += len(share)
    share, stroke, x, y, row_site, row_segment, table = (torch.cat(p, -1) for p in zip(*parts, strict=True))
    return Traced(share, Cells(stroke, x, y, 1), [s for s in solid if len(s.x)], row_site, row_segment, table)


class EdgeShares(torch.autograd.Function):
    """share [M] of the edge pixels, from points [B, N, S, 4, 2] and widths [B, N]."""

    @staticmethod
    def forward(ctx: Any, points: Tensor, widths: Tensor, traced: Traced) -> Tensor:  # noqa: D102
        ctx.save_for_backward(traced.row_site, traced.row_segment, traced.slopes)
        ctx.shape = points.shape
        return traced.share

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, by_share: Tensor) -> tuple[Tensor, Tensor, None]:  # noqa: D102
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
    """The ink of each stroke on the pixels it touches: points [B, N, S, 4, 2], widths [B, N], both in pixels."""
    slopes = torch.is_grad_enabled() and (points.requires_grad or widths.requires_grad)
    with torch.no_grad():
        strokes = describe(points, widths)
        traced = trace(strokes, size, slopes)
    share = EdgeShares.apply(points, widths, traced) if slopes else traced.share
    sites = traced.sites
    pixel = (strokes.batch[sites.stroke] * size[0] + sites.y) * size[1] + sites.x
    return Ink(share, sites.stroke, pixel, traced.solid)
