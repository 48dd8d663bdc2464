"""Clicks on made photos: the thing that is clicked, and little else."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from taureau.cancellation import CancelledError
from taureau.perception import find_regions, own_eye

HEIGHT, WIDTH = 240, 320


@pytest.fixture(scope="module")
def scene() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A mottled ground with a striped ball and a box; their masks."""
    rng = np.random.default_rng(1)
    ground = np.linspace(90, 170, WIDTH)[None, :, None] + cv2.GaussianBlur(
        rng.normal(0, 60, (HEIGHT, WIDTH, 3)), (0, 0), 3
    )
    photo = ground * (0.8, 1.0, 0.6)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    ball = np.hypot(x - 90, y - 130) < 55
    box = (abs(x - 240) < 40) & (abs(y - 110) < 50)
    photo[ball] = np.where((y // 12 % 2)[..., None], (200, 40, 40), (230, 200, 60))[ball]
    photo[box] = (40, 60, 170)
    return photo.clip(0, 255).astype(np.uint8), ball, box


@pytest.fixture(scope="module")
def regions(scene):
    return find_regions(own_eye(), scene[0])


def overlap(one: np.ndarray, other: np.ndarray) -> float:
    return float((one & other).sum() / (one | other).sum())


def test_each_of_two_things_is_added_by_a_click(scene, regions) -> None:
    _, ball, box = scene
    nothing = np.zeros((HEIGHT, WIDTH), dtype=bool)
    assert overlap(regions.clicked(nothing, (240 / WIDTH, 110 / HEIGHT), adds=True), box) > 0.85
    assert overlap(regions.clicked(box, (90 / WIDTH, 130 / HEIGHT), adds=True), ball | box) > 0.85


def test_ground_that_was_masked_too_is_taken_away_by_a_click(scene, regions) -> None:
    _, ball, box = scene
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    ledge = (y > 190) & (x < 150) & ~ball
    mask = regions.clicked(ball | ledge, (20 / WIDTH, 225 / HEIGHT), adds=False)
    assert (mask & ball).sum() > 0.9 * ball.sum()
    assert not mask[225, 20]
    assert overlap(regions.clicked(ball | box, (240 / WIDTH, 110 / HEIGHT), adds=False), ball) > 0.85


def test_the_regions_are_a_tree_over_the_whole_photo(scene, regions) -> None:
    count, total = int(regions.labels.max()) + 1, len(regions.parent)
    assert total == 2 * count - 1
    assert set(np.unique(regions.labels)) == set(range(count))
    assert (regions.first[-1], regions.last[-1], regions.parent[-1]) == (0, count, -1)
    for region in range(total - 1):
        above = regions.parent[region]
        assert above > region
        assert regions.first[above] <= regions.first[region] < regions.last[region] <= regions.last[above]
    assert np.bincount(regions.parent[:-1], minlength=total)[count:].tolist() == [2] * (count - 1)


def test_the_same_photo_has_the_same_regions(scene, regions) -> None:
    again = find_regions(own_eye(), scene[0])
    for name in ("labels", "first", "last", "parent", "outline", "at_border"):
        assert np.array_equal(getattr(again, name), getattr(regions, name))


@pytest.mark.parametrize("shape", [(8, 8), (10, 1000), (1024, 12), (700, 900)])
def test_photos_of_any_shape_have_regions(shape: tuple[int, int]) -> None:
    photo = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    mask = find_regions(own_eye(), photo).clicked(np.zeros(shape, dtype=bool), (0.5, 0.5), adds=True)
    assert mask.shape == shape
    assert mask[shape[0] // 2, shape[1] // 2] or min(shape) < 16  # thin regions are lost in a narrow strip


def test_a_photo_of_one_colour_is_one_thing() -> None:
    photo = np.full((60, 80, 3), 128, dtype=np.uint8)
    assert find_regions(own_eye(), photo).clicked(np.zeros((60, 80), dtype=bool), (0.5, 0.5), adds=True).any()


def test_it_ends_where_it_is_asked_to(scene) -> None:
    asked = []

    def checkpoint() -> None:
        asked.append(True)
        raise CancelledError

    with pytest.raises(CancelledError):
        find_regions(own_eye(), scene[0], checkpoint)
    assert len(asked) == 1
