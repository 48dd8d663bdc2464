"""The area of a small square under a stroke's edges, in closed form, with its derivatives.

A pixel is cut into SUBPIXELS² squares of side σ. Within one square an edge counts as straight: the half-plane
{y : y·n ≤ u} around the square's centre, n its unit normal, u the signed distance of the edge, all in pixels.
Seen along n the square is a box of width σ|nx| blurred by a box of width σ|ny|. Both are widened a little,

    a² = σ²nx² + ε²,    b² = σ²ny² + ε²,

so that the area stays smooth when an edge runs along an axis or passes a pixel's border; without it the gradient of
any loss on pixels jumps there. With p = (a + b)/2 and q = |a − b|/2 the share of the square under the edge is

    A(u) = ½ + u/max(a, b)           where |u| ≤ q       (the edge crosses two opposite sides)
    A(u) = 1 − (p − u)²/2ab          where q ≤ u ≤ p     (it cuts off one corner)
    A(u) = 1 − A(−u)                 where u < 0,        and 1 beyond p.

A stroke of half-width h whose nearest point lies at distance d covers A(h − d) + A(h + d) − 1 of the square.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from taureau.raster.parameters import SIDE, SOFTNESS


class Area(NamedTuple):
    """A share of the square and its derivatives; θ turns the normal from x towards y."""

    share: Tensor  # A
    by_offset: Tensor  # ∂A/∂u, 1/pixels
    by_angle: Tensor  # ∂A/∂θ


def half_plane(u: Tensor, nx: Tensor, ny: Tensor) -> Area:
    """Return A(u) for edges at u with normals (nx, ny), all of one shape.

    With z = clamp(p − |u|, 0, min(a, b)) both cases of A(|u|) − ½ are one sum,

        min(|u|, q)/max(a, b) + (min(a, b)² − z²)/2ab,

    and ∂A/∂u = z/ab. As ∂a/∂θ = −κ/a and ∂b/∂θ = κ/b with κ = σ²·nx·ny,

        ∂A/∂θ = κ·{ z/2ab·(1/b − 1/a)·(z/a + z/b − 1) + (f − clamp(f, −|u|, |u|))/max(a, b)³ },  f = (b − a)/2,

    with the sign of u.
    """
    a2 = (nx * nx).mul_(SIDE**2).add_(SOFTNESS**2)
    b2 = (ny * ny).mul_(SIDE**2).add_(SOFTNESS**2)
    over_a, over_b = a2.rsqrt(), b2.rsqrt()
    a, b = a2.mul_(over_a), b2.mul_(over_b)
    over_ab = over_a * over_b
    over_most = torch.minimum(over_a, over_b)
    least = torch.minimum(a, b)
    m = u.abs()
    sign = u.sign()
    f = (b - a).mul_(0.5)
    z = torch.minimum((a + b).mul_(0.5).sub_(m).clamp_(min=0), least)

    by_offset = z * over_ab
    share = torch.minimum(m, f.abs()).mul_(over_most)
    share += (least * least).sub_(z * z).mul_(over_ab).mul_(0.5)
    share = share.mul_(sign).add_(0.5)

    corner = (z * (over_a + over_b)).sub_(1).mul_(over_b - over_a).mul_(by_offset).mul_(0.5)
    sides = (f - torch.maximum(torch.minimum(f, m), -m)).mul_(over_most**3)
    by_angle = corner.add_(sides).mul_(nx).mul_(ny).mul_(sign).mul_(SIDE**2)
    return Area(share, by_offset, by_angle)


class Slab(NamedTuple):
    """The share of a square between a stroke's two edges, and its derivatives."""

    share: Tensor
    by_distance: Tensor  # ∂/∂d, 1/pixels
    by_half_width: Tensor  # ∂/∂h, 1/pixels
    by_angle: Tensor  # ∂/∂θ


def slab(d: Tensor, h: Tensor, nx: Tensor, ny: Tensor, hairline: bool) -> Slab:
    """Return A(h − d) + A(h + d) − 1; the far edge cuts a square only where some h is below EXTENT (`hairline`)."""
    near = half_plane(h - d, nx, ny)
    if not hairline:
        return Slab(near.share, -near.by_offset, near.by_offset, near.by_angle)
    far = half_plane(h + d, nx, ny)
    return Slab(
        near.share + far.share - 1,
        far.by_offset - near.by_offset,
        far.by_offset + near.by_offset,
        far.by_angle + near.by_angle,
    )
