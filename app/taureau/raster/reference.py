"""The dense rasteriser: every stroke against every pixel, by plain autograd. It defines what `taureau.raster` draws.

A stroke is a chain of cubic Béziers with round caps and the full width w = 2h. Each pixel is divided into
SUBPIXELS × SUBPIXELS squares. For each square

1. find the nearest point S(t) of the chain to the square's centre x;
2. take the stroke's edges there as straight: two lines at distance h either side of S(t), normal n;
3. the square's coverage is the area of the slab between them: A(h − s) + A(h + s) − 1, where s = (x − S(t))·n and
   A(u) is the area of a unit square cut by a half-plane whose edge runs at distance u beyond the square's centre.

The pixel's coverage is the mean of its squares. Strokes composite *over* each other in their order.

This module is the slow and readable reference for tests; `render` and `coverage` of the package agree with it.
"""

from __future__ import annotations

import torch
from torch import Tensor

SUBPIXELS = 4  # squares along each side of a pixel
SIDE = 1 / SUBPIXELS  # of a square, pixels
SOFTNESS = 0.07  # pixels
SEARCH = 48  # intervals of the parameter searched before Newton takes over
STEPS = 12  # Newton steps
STEADY = 100.0  # radians per pixel


def half_plane_area(u: Tensor, n: Tensor) -> Tensor:
    """Return the softened share of a square around 0 within {y : y·n ≤ u}, for a unit normal n [..., 2], u in pixels.

    The square is SIDE wide. With its widths along n, a² = SIDE²nx² + SOFTNESS² and b² = SIDE²ny² + SOFTNESS²,
    p = (a + b)/2 and q = |a − b|/2:

        A(u) = ½ + u/max(a, b)         where |u| ≤ q   (the edge crosses two opposite sides)
        A(u) = 1 − (p − u)²/2ab        where q < u < p (it cuts one corner off)
        A(u) = 1 − A(−u)               where u < 0
    """
    a, b = ((SIDE * n) ** 2 + SOFTNESS**2).sqrt().unbind(-1)  # [...]
    p, q = (a + b) / 2, (a - b).abs() / 2
    m = u.abs()
    over_half = torch.where(m <= q, m / torch.maximum(a, b), 0.5 - (p - m).clamp(min=0) ** 2 / (2 * a * b))
    return 0.5 + torch.where(u < 0, -over_half, over_half)


def bezier(points: Tensor, t: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return S(t), S′(t) and S″(t) of cubics with control points [..., 4, 2] at t [..., M]: each [..., M, 2]."""
    p0, p1, p2, p3 = (points[..., i, :].unsqueeze(-2) for i in range(4))  # [..., 1, 2]
    t = t.unsqueeze(-1)  # [..., M, 1]
    r = 1 - t
    place = r**3 * p0 + 3 * t * r**2 * p1 + 3 * t**2 * r * p2 + t**3 * p3
    speed = 3 * (r**2 * (p1 - p0) + 2 * t * r * (p2 - p1) + t**2 * (p3 - p2))
    bend = 6 * (r * (p2 - 2 * p1 + p0) + t * (p3 - 2 * p2 + p1))
    return place, speed, bend


@torch.no_grad()
def nearest_parameter(points: Tensor, x: Tensor) -> Tensor:
    """Return the parameter t in [0, 1] of the nearest point of each cubic [K, 4, 2] to each point [M, 2]: [K, M].

    A cubic has at most three local minima of the distance, and all of them are refined.
    """
    grid = torch.linspace(0, 1, SEARCH + 1, dtype=points.dtype, device=points.device)
    samples = bezier(points, grid.expand(len(points), -1))[0]  # [K, SEARCH + 1, 2]
    distances = (x[:, None] - samples[:, None]).norm(dim=-1)  # [K, M, SEARCH + 1]
    beside = torch.nn.functional.pad(distances, (1, 1), value=torch.inf)
    least = (distances <= beside[..., :-2]) & (distances <= beside[..., 2:])
    starts = torch.where(least, distances, torch.inf).topk(3, largest=False).indices  # [K, M, 3]
    best = torch.full_like(distances[..., 0], torch.inf)  # [K, M]
    nearest = torch.zeros_like(best)
    for t in grid[starts].unbind(-1):  # [K, M]
        low, high = (t - 1 / SEARCH).clamp(min=0), (t + 1 / SEARCH).clamp(max=1)
        for _ in range(STEPS):
            place, speed, bend = bezier(points, t)
            slope = ((place - x) * speed).sum(-1)  # half the derivative of |S − x|²
            flat = (speed**2).sum(-1)
            curve = flat + ((place - x) * bend).sum(-1)  # half its second derivative
            step = slope / torch.maximum(curve, 0.1 * flat).clamp(min=1e-12)  # downhill in any case
            t = torch.minimum(torch.maximum(t - step, low), high)
        distance = (bezier(points, t)[0] - x).norm(dim=-1)
        nearest = torch.where(distance < best, t, nearest)
        best = torch.minimum(best, distance)
    return nearest


def segment_edges(points: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
    """Return the signed distance s [K, M] of each cubic to each point [M, 2] and its normal n [K, M, 2].

    Inside the curve t follows the control points by Newton's step: dt = −d(slope) / curve. At an end t is constant, and
    the normal points from the end to the point. A normal that would turn faster than STEADY is taken as constant: it is
    about to jump, as at a cusp or at a centre of curvature.
    """
    t = nearest_parameter(points, x)
    place, speed, bend = bezier(points, t)
    flat = (speed**2).sum(-1)
    free = ((t > 0) & (t < 1) & (flat > 1e-12)).detach()
    turned = torch.stack([-speed[..., 1], speed[..., 0]], -1)  # normal to the curve
    n = torch.where(free.unsqueeze(-1), turned, x - place).detach()
    n = torch.nn.functional.normalize(n, dim=-1)
    s = ((x - place) * n).sum(-1).detach()
    curve = torch.where(free, flat - s * (n * bend).sum(-1), s.abs()).detach()
    swing = torch.where(free, (n * bend).sum(-1).abs() + 3 * flat.sqrt(), 1.0)  # at most, per pixel of the points
    steady = (swing <= STEADY * curve).detach()

    slope = ((place - x) * speed).sum(-1)
    flows = free & steady
    t = t - torch.where(flows, (slope - slope.detach()) / torch.where(flows, curve, 1.0), 0.0)
    place, speed, _ = bezier(points, t)
    turned = torch.stack([-speed[..., 1], speed[..., 0]], -1)
    live = torch.where(free.unsqueeze(-1), turned, x - place)
    live = torch.where(steady.unsqueeze(-1), live, n)  # [K, M, 2]
    n = live / (live**2).sum(-1, keepdim=True).clamp(min=1e-18).sqrt()
    return ((x - place) * n).sum(-1), n


def stroke_coverage(points: Tensor, width: Tensor, x: Tensor) -> Tensor:
    """Return how much of each square around x [M, 2] a chain of cubics [S, 4, 2] covers: [M]."""
    s, n = segment_edges(points, x)  # [S, M], [S, M, 2]
    nearest = s.detach().abs().argmin(0, keepdim=True)  # [1, M]
    s = s.gather(0, nearest)[0]
    n = n.gather(0, nearest.unsqueeze(-1).expand(-1, -1, 2))[0]
    h = width / 2
    return half_plane_area(h - s, n) + half_plane_area(h + s, n) - 1


def coverages(points: Tensor, widths: Tensor, size: tuple[int, int]) -> Tensor:
    """Return the ink of each stroke separately: points [B, N, S, 4, 2], widths [B, N] to [B, N, H, W]."""
    height, width = size
    axes = [(torch.arange(k * SUBPIXELS, dtype=points.dtype, device=points.device) + 0.5) * SIDE for k in size]
    x = torch.cartesian_prod(*axes).flip(-1)  # [H·W·SUBPIXELS², 2], as (x, y)
    ink = [
        stroke_coverage(p, w, x).view(height, SUBPIXELS, width, SUBPIXELS).mean((1, 3))
        if w > 0
        else points.new_zeros(size)
        for p, w in zip(points.flatten(0, 1), widths.flatten(), strict=True)
    ]
    return torch.stack(ink).view(*widths.shape, height, width)


def coverage(points: Tensor, widths: Tensor, *, size: tuple[int, int]) -> Tensor:
    """Return the ink of all strokes together, 1 − Π(1 − c): [B, H, W]."""
    return 1 - (1 - coverages(points, widths, size)).prod(1)


def render(points: Tensor, widths: Tensor, colors: Tensor, *, size: tuple[int, int]) -> Tensor:
    """Return strokes of straight colours [B, N, 4] over nothing, in order: premultiplied [B, 4, H, W]."""
    return over(coverages(points, widths, size), colors)


def over(ink: Tensor, colors: Tensor) -> Tensor:
    """Composite the ink of each stroke [B, N, H, W] in straight colours [B, N, 4]: premultiplied [B, 4, H, W]."""
    batch, _, *size = ink.shape
    canvas = ink.new_zeros(batch, 4, *size)
    for i, share in enumerate(ink.unbind(1)):  # [B, H, W]
        alpha = (share * colors[:, i, 3, None, None]).unsqueeze(1)  # [B, 1, H, W]
        color = torch.cat([colors[:, i, :3], torch.ones_like(colors[:, i, :1])], 1)[..., None, None]
        canvas = alpha * color + (1 - alpha) * canvas
    return canvas
