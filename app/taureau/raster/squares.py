"""The share of each edge pixel that a stroke covers, and its gradient with respect to the control points.

The nearest parameter t* is found without gradient. The distance d does not depend on its change to first order (the
envelope theorem), and the normal n turns as t* follows the control points. With b0 = ΣBᵢ dPᵢ and
b1 = ΣB′ᵢ dPᵢ, the point's and the tangent's change at fixed t, T = n turned by 90°, L = S′·T and D = L² − d·(n·S″):

    dd = −n·b0,        dθ = ((n·S″)·(T·b0) − L·(n·b1)) / D,

and at an end of the stroke, where t* is constant, dθ = −T·b0/d. So a square's share c of ink changes by

    dc = α·b0 + β·b1,    α = −c_d·n + (c_θ·(n·S″)/D)·T,    β = −(c_θ·L/D)·n.

In the power basis b0 = Σtᵏ dcₖ and b1 = Σk·tᵏ⁻¹ dcₖ, so eight numbers for each pixel, summed over its squares, and
∂c/∂h are all that the backward pass needs.
"""

from __future__ import annotations

import torch
from torch import Tensor

from taureau.raster.area import slab
from taureau.raster.cells import Strokes
from taureau.raster.nearest import Cubic, approach, bend, distance, nearer_ends, settle, slope, value
from taureau.raster.parameters import (
    EXTENT,
    INSIDE,
    LAST_STEPS,
    SHARED_STEPS,
    SIDE,
    SQUARE_STEPS,
    STEADY,
    SUBPIXELS,
)
from taureau.raster.pixels import Rows


def owned(d: Tensor, site: Tensor, count: int) -> Tensor:
    """Return whether a row is its site's nearest at each square: d [K, R], site [R]; the first of equals."""
    index = site.expand_as(d)
    shortest = d.new_full((len(d), count), torch.inf).scatter_reduce_(1, index, d, "amin")
    near = d <= shortest.gather(1, index) + 1e3 * torch.finfo(d.dtype).eps
    order = torch.arange(len(site), device=d.device).expand_as(d)
    rank = torch.where(near, order, len(site))
    first = torch.full_like(shortest, len(site), dtype=rank.dtype).scatter_reduce_(1, index, rank, "amin")
    return first.gather(1, index) == order


def square_shares(strokes: Strokes, rows: Rows, slopes: bool) -> tuple[Tensor, Tensor | None]:
    """Return the share [R] that each row adds to its pixel, and its gradient [9, R]: by h, by c0..c3 of x and of y."""
    dtype, count, table = rows.t.dtype, len(rows.t), strokes.coefficients
    place = (torch.arange(SUBPIXELS, device=rows.t.device, dtype=dtype) + 0.5) * SIDE
    x = place.repeat(SUBPIXELS).unsqueeze(1) + rows.sites.x.index_select(0, rows.site)  # [16, R], centres of squares
    y = place.repeat_interleave(SUBPIXELS).unsqueeze(1) + rows.sites.y.index_select(0, rows.site)
    double = dtype == torch.float64
    shared = count > len(rows.sites.x)  # some pixels are seen by several rows
    t = settle(table, rows.segment, x, y, rows.t, SQUARE_STEPS[double] + (SHARED_STEPS if shared else 0), 0.5)
    t = nearer_ends(table, rows.segment, x, y, t, 0.5)
    d = distance(Cubic.pick(table, rows.segment), x, y, t)
    h = strokes.h.index_select(0, rows.sites.stroke.index_select(0, rows.site))  # [R]
    full, edge = d < h, (d - h).abs_() < EXTENT + 0.05
    if shared:
        mine = owned(d, rows.site, len(rows.sites.x))
        full, edge = full & mine, edge & mine
    share = (full & ~edge).sum(0, dtype=dtype)  # [R], squares

    square = edge.flatten().nonzero().squeeze(1)  # [A], the squares that an edge may cut; so all below
    row = square % count
    cubic = Cubic.pick(table, rows.segment[row])
    x, y, t, h = x.flatten()[square], y.flatten()[square], t.flatten()[square], h[row]
    t = approach(cubic, x, y, t.clamp(INSIDE, 1 - INSIDE), LAST_STEPS[double])
    nx, ny = x - value(cubic.x, t), y - value(cubic.y, t)  # from the curve to the square
    sx, sy = slope(cubic.x, t), slope(cubic.y, t)
    flat = (sx * sx).addcmul_(sy, sy)
    free = ((t > 0) & (t < 1) & (flat > 1e-12)).to(dtype)  # t* follows the control points
    d2 = (nx * nx).addcmul_(ny, ny)
    over_d = d2.clamp(min=1e-18).rsqrt_()
    d, nx, ny = d2.mul_(over_d), nx.mul_(over_d), ny.mul_(over_d)
    hairline = bool((h < EXTENT).any())
    if hairline:  # the normal matters even where the curve meets the centre of a square
        turn = free * flat.clamp(min=1e-12).rsqrt_()
        turn = torch.where(nx * sy > ny * sx, turn, -turn)
        nx, ny = torch.where(free > 0, turn * sy, nx), torch.where(free > 0, -turn * sx, ny)
    c = slab(d, h, nx, ny, hairline)
    if not slopes:
        return share.index_add_(0, row, c.share).div_(SUBPIXELS**2), None

    speed = (nx * sy).addcmul_(ny, sx, value=-1).mul_(free)  # L = S′·T, T = (−ny, nx)
    sway = (nx * bend(cubic.x, t)).addcmul_(ny, bend(cubic.y, t)).add_(1).mul_(free).sub_(1)  # n·S″; −1 at an end
    ease = (speed * speed).addcmul_(d, sway, value=-1)  # D; d at an end
    steady = sway.abs().add_(speed.abs(), alpha=3) <= STEADY * ease
    by_angle = steady.to(dtype).mul_(c.by_angle).div_(ease.clamp_(min=1e-9))
    along, across = sway.mul_(by_angle), speed.mul_(by_angle).neg_()  # α = −c_d n + along T, β = across n
    columns = [c.share, c.by_half_width]
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
    sums = t.new_zeros(len(columns), count)  # [10, R]
    for total, column in zip(sums, columns, strict=True):  # far quicker than adding rows of ten
        total.index_add_(0, row, column)
    sums[0] += share
    sums.div_(SUBPIXELS**2)
    return sums[0], sums[1:]
