"""Random views against OpenCV's warps, one after the other."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from taureau.engine.losses.augmentation import identity_view, random_views, sampling_grids, warp

SIDE = 64


def picture() -> NDArray[np.float32]:
    """A smooth picture, so that it does not matter how often it is resampled."""
    noise = np.random.default_rng(0).random((SIDE, SIDE, 3)).astype(np.float32)
    smooth = cv2.GaussianBlur(noise, (0, 0), 4)
    return (smooth - smooth.min()) / (smooth.max() - smooth.min())


def tensor(image: NDArray[np.float32]) -> torch.Tensor:
    return torch.from_numpy(image).permute(2, 0, 1)[None]


@pytest.mark.parametrize("beyond", [0.0, 1.0])
def test_a_view_is_a_perspective_and_then_a_crop(beyond: float) -> None:
    count, zoom = 5, (0.5, 0.9)
    views = random_views(count, zoom=zoom, random=torch.Generator().manual_seed(7))
    seen = warp(sampling_grids(views, SIDE), tensor(picture()), beyond)[0]
    again = torch.Generator().manual_seed(7)  # the same numbers, in the order in which they are drawn
    inward = torch.rand(count, 4, 2, generator=again, dtype=torch.float64).numpy() * 0.5
    shares = 0.5 + 0.4 * torch.rand(count, generator=again, dtype=torch.float64).numpy()
    places = torch.rand(count, 2, generator=again, dtype=torch.float64).numpy()
    corners = np.array([[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE]], dtype=np.float64) - 0.5  # OpenCV's pixel centres
    centre = SIDE / 2 - 0.5
    for view in range(count):
        moved = centre + (corners - centre) * (1 - inward[view])
        matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), moved.astype(np.float32))
        warped = cv2.warpPerspective(picture(), matrix, (SIDE, SIDE), borderValue=(beyond,) * 3)
        side = SIDE * np.sqrt(shares[view])
        left, top = places[view] * (SIDE - side)
        x = (np.arange(SIDE) + 0.5) / SIDE * side - 0.5
        column, row = np.meshgrid(x + left, x + top)
        wanted = cv2.remap(warped, column.astype(np.float32), row.astype(np.float32), cv2.INTER_LINEAR)
        found = seen[view].permute(1, 2, 0).numpy()
        border = np.abs(cv2.Laplacian(warped, cv2.CV_32F)).max(2) > 0.1  # the jump to what lies beyond
        inside = cv2.remap(border.astype(np.float32), column.astype(np.float32), row.astype(np.float32), 1) == 0
        assert inside.mean() > 0.7
        assert np.abs(found - wanted)[inside].max() < 0.02


def test_views_stay_within_their_bounds() -> None:
    views = random_views(300, zoom=(0.8, 0.8), random=torch.Generator().manual_seed(1))
    ends = torch.tensor([[-1.0, -1, 1], [1, -1, 1], [1, 1, 1], [-1, 1, 1]], dtype=torch.float64)
    places = ends @ views.mT  # [300, 4, 3]
    places = places[..., :2] / places[..., 2:]
    # The crop lies in the warped picture, which covers at least the middle half of the square: it looks no farther
    # from the middle than the corners of perspective at their strongest allow.
    assert float(places.abs().max()) < 4
    assert float(places.abs().mean()) > 0.7
    assert len(torch.unique(views.flatten(1), dim=0)) == 300


def test_the_plain_view_changes_nothing() -> None:
    image = tensor(np.random.default_rng(1).random((SIDE, SIDE, 3)).astype(np.float32))
    seen = warp(sampling_grids(identity_view(), SIDE), image, 1.0)
    assert torch.allclose(seen[:, 0], image, atol=1e-5)


def test_all_pictures_go_through_the_same_views() -> None:
    grid = sampling_grids(random_views(3, zoom=(0.8, 0.8), random=torch.Generator().manual_seed(2)), SIDE)
    one, two = torch.rand(2, 1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(3))
    both = warp(grid, torch.cat([one, two]), 0.0)
    assert both.shape == (2, 3, 3, SIDE, SIDE)
    assert torch.equal(both[:1], warp(grid, one, 0.0))
    assert torch.equal(both[1:], warp(grid, two, 0.0))


def test_gradients_pass_through_a_view() -> None:
    grid = sampling_grids(random_views(2, zoom=(0.8, 0.8), random=torch.Generator().manual_seed(4)), 8).double()
    pictures = torch.rand(2, 1, 8, 8, dtype=torch.float64, generator=torch.Generator().manual_seed(5))
    assert torch.autograd.gradcheck(lambda x: warp(grid, x, 1.0), pictures.requires_grad_(True))


def test_the_same_seed_gives_the_same_views() -> None:
    first, second, other = (
        random_views(4, zoom=(0.7, 0.9), random=torch.Generator().manual_seed(s)) for s in (1, 1, 2)
    )
    assert torch.equal(first, second)
    assert not torch.equal(first, other)
