"""Which region a click means, on a tree made by hand: two things, one of two halves, on a ground of two halves."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.photo import Regions

LEFT_HALF, RIGHT_HALF, OTHER, SKY, EARTH, THING, GROUND, EVERYTHING = range(8)
ON_LEFT_HALF, ON_OTHER, ON_SKY = (0.2, 0.5), (0.8, 0.5), (0.5, 0.1)


def regions(outline_of_half: float = 0.3) -> Regions:
    labels = np.full((12, 20), SKY, dtype=np.int32)
    labels[6:] = EARTH
    labels[4:8, 3:6], labels[4:8, 6:9], labels[4:8, 14:18] = LEFT_HALF, RIGHT_HALF, OTHER
    tree = {  # first and last label, parent, outline, share of it at the border
        LEFT_HALF: (0, 1, THING, outline_of_half, 0),
        RIGHT_HALF: (1, 2, THING, outline_of_half, 0),
        OTHER: (2, 3, EVERYTHING, 0.8, 0),
        SKY: (3, 4, GROUND, 0.5, 0.4),
        EARTH: (4, 5, GROUND, 0.5, 0.4),
        THING: (0, 2, EVERYTHING, 0.7, 0),
        GROUND: (3, 5, EVERYTHING, 0.75, 0.5),
        EVERYTHING: (0, 5, -1, 0, 1),
    }
    first, last, parent, outline, border = zip(*tree.values(), strict=True)
    ints = (np.array(numbers, dtype=np.int32) for numbers in (first, last, parent))
    return Regions(labels, *ints, np.array(outline, dtype=np.float32), np.array(border, dtype=np.float32))


def pixels(*wanted: int, shape: tuple[int, int] = (12, 20)) -> np.ndarray:
    labels = regions().labels
    rows, columns = (np.arange(length) * of // length for length, of in zip(shape, labels.shape, strict=True))
    return np.isin(labels, wanted)[np.ix_(rows, columns)]


def test_a_click_adds_the_region_with_the_strongest_outline() -> None:
    nothing = pixels()
    assert np.array_equal(regions().clicked(nothing, ON_LEFT_HALF, adds=True), pixels(LEFT_HALF, RIGHT_HALF))
    assert np.array_equal(regions(0.95).clicked(nothing, ON_LEFT_HALF, adds=True), pixels(LEFT_HALF))
    assert np.array_equal(regions().clicked(nothing, ON_SKY, adds=True), pixels(SKY))  # the ground is the border's
    assert not nothing.any()


def test_what_is_masked_is_another_thing() -> None:
    right = pixels(RIGHT_HALF)
    assert np.array_equal(regions().clicked(right, ON_LEFT_HALF, adds=True), pixels(LEFT_HALF, RIGHT_HALF))
    other = regions().clicked(pixels(OTHER), ON_LEFT_HALF, adds=True)
    assert np.array_equal(other, pixels(LEFT_HALF, RIGHT_HALF, OTHER))


def test_taking_away_leaves_most_of_the_mask() -> None:
    mask = pixels(LEFT_HALF, RIGHT_HALF, OTHER, SKY)
    assert np.array_equal(regions().clicked(mask, ON_OTHER, adds=False), pixels(LEFT_HALF, RIGHT_HALF, SKY))
    thing = pixels(LEFT_HALF, RIGHT_HALF)
    assert np.array_equal(regions().clicked(thing, ON_LEFT_HALF, adds=False), pixels(RIGHT_HALF))
    assert np.array_equal(regions().clicked(thing, ON_OTHER, adds=False), thing)  # where there is no mask


@pytest.mark.parametrize("at", [(0.0, 0.0), (1.0, 1.0), (-0.2, 3.0)])
def test_points_at_the_border_and_beyond_count_as_within(at: tuple[float, float]) -> None:
    assert regions().clicked(pixels(), at, adds=True).any()


def test_a_larger_photo_gets_a_mask_of_its_own_size() -> None:
    shape = (120, 200)
    mask = regions().clicked(np.zeros(shape, dtype=bool), ON_OTHER, adds=True)
    assert mask.shape == shape
    differ = mask ^ pixels(OTHER, shape=shape)
    assert differ.sum() < 0.2 * mask.sum()  # at the outline only, which is smooth
    assert mask[60, 160]
