"""Random views of an image: a perspective and a crop as one differentiable warp.

Coordinates are those of `grid_sample`: −1 to 1 across the image.
"""

from __future__ import annotations

import torch
from torch import Tensor

DISTORTION = 0.5  # of half a side: the largest shift of a corner inward
_CORNERS = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))


def identity_view() -> Tensor:
    """Return the identity, [1, 3, 3]."""
    return torch.eye(3, dtype=torch.float64)[None]


def random_views(count: int, *, zoom: tuple[float, float], random: torch.Generator) -> Tensor:
    """Return homographies from view coordinates to image coordinates, [count, 3, 3], float64.

    Each corner of the image is moved inward by up to DISTORTION / 2 of its side in x and in y; the result is cropped to
    a square whose share of the area lies in `zoom`.
    """
    corners = torch.tensor(_CORNERS, dtype=torch.float64).expand(count, 4, 2)
    inward = torch.rand(count, 4, 2, generator=random, dtype=torch.float64) * DISTORTION
    perspective = homography(corners * (1 - inward), corners)
    low, high = zoom
    half = (low + (high - low) * torch.rand(count, generator=random, dtype=torch.float64)).sqrt()  # [count]
    middle = (2 * torch.rand(count, 2, generator=random, dtype=torch.float64) - 1) * (1 - half)[:, None]
    crop = torch.eye(3, dtype=torch.float64).repeat(count, 1, 1)
    crop[:, 0, 0] = crop[:, 1, 1] = half
    crop[:, :2, 2] = middle
    return perspective @ crop


def homography(places: Tensor, images: Tensor) -> Tensor:
    """Return the projective maps [V, 3, 3] that take four points [V, 4, 2] to four images [V, 4, 2]."""
    x, y = places.unbind(-1)  # [V, 4]
    u, v = images.unbind(-1)
    one, none = torch.ones_like(x), torch.zeros_like(x)
    rows = [
        torch.stack([x, y, one, none, none, none, -u * x, -u * y], -1),
        torch.stack([none, none, none, x, y, one, -v * x, -v * y], -1),
    ]
    found = torch.linalg.solve(torch.cat(rows, 1), torch.cat([u, v], 1))  # [V, 8]
    return torch.cat([found, torch.ones_like(found[:, :1])], 1).view(-1, 3, 3)


def sampling_grids(views: Tensor, side: int) -> Tensor:
    """Return the sampling coordinates of each pixel of each view [V, 3, 3]: [V, side, side, 2] float32."""
    centres = (2 * torch.arange(side, dtype=torch.float64, device=views.device) + 1) / side - 1
    y, x = torch.meshgrid(centres, centres, indexing="ij")
    places = torch.stack([x, y, torch.ones_like(x)], -1) @ views[:, None].mT  # [V, side, side, 3]
    return (places[..., :2] / places[..., 2:]).float()


def warp(grid: Tensor, pictures: Tensor, beyond: float) -> Tensor:
    """Sample images [B, C, S, S] at the views of a grid [V, S, S, 2], bilinearly: [B, V, C, S, S].

    Outside an image the value is `beyond`.
    """
    batch, channels, *size = pictures.shape
    stacked = (pictures - beyond).reshape(1, batch * channels, *size).expand(len(grid), -1, -1, -1)
    seen = torch.nn.functional.grid_sample(stacked, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    return seen.view(len(grid), batch, channels, *grid.shape[1:3]).transpose(0, 1) + beyond
