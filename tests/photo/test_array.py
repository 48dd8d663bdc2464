"""Photos from arrays, as pasted images come."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.photo import PhotoTooSmallError, photo_from_array


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (np.full((10, 20), 70, np.uint8), [70, 70, 70]),
        (np.full((10, 20, 1), 70, np.uint8), [70, 70, 70]),
        (np.full((10, 20, 2), (100, 0), np.uint8), [255, 255, 255]),
        (np.full((10, 20, 3), (1, 2, 3), np.uint8), [1, 2, 3]),
        (np.full((10, 20, 4), (200, 0, 100, 128), np.uint8), [227, 127, 177]),
        (np.full((10, 20), 65535, np.uint16), [255, 255, 255]),
        (np.full((10, 20, 3), (257, 514, 32896), np.uint16), [1, 2, 128]),
        (np.full((10, 20), True), [255, 255, 255]),
        (np.full((10, 20), False), [0, 0, 0]),
        (np.full((10, 20, 3), (0.0, 0.2, 1.0), np.float32), [0, 51, 255]),
        (np.full((10, 20, 3), (-3.0, np.nan, np.inf), np.float64), [0, 0, 255]),
        (np.full((10, 20, 4), (1.0, 0.0, 0.0, 0.0), np.float64), [255, 255, 255]),
    ],
)
def test_every_kind_of_array(values: NDArray[Any], shown: list[int]) -> None:
    photo = photo_from_array(values)
    assert (photo.width, photo.height, photo.pixels.shape, photo.name) == (
        20,
        10,
        (10, 20, 3),
        "Pasted image",
    )
    assert (photo.pixels == shown).all()


def test_views_with_gaps_are_taken_as_they_look() -> None:
    values = np.arange(40 * 60 * 3, dtype=np.uint32).reshape(40, 60, 3).astype(np.uint8)
    assert (photo_from_array(values[::-2, ::2]).pixels == values[::-2, ::2]).all()
    assert (photo_from_array(np.moveaxis(values, 0, 1)).pixels == np.moveaxis(values, 0, 1)).all()


def test_large_arrays_are_bounded() -> None:
    photo = photo_from_array(np.full((300, 600, 3), 9, np.uint8), name="shot", max_side=100)
    assert (photo.width, photo.height, photo.pixels.shape, photo.scale) == (600, 300, (50, 100, 3), 6.0)
    assert photo.name == "shot"


def test_the_callers_array_stays_its_own() -> None:
    values = np.zeros((10, 10, 3), np.uint8)
    photo = photo_from_array(values)
    values[:] = 255
    assert values.flags.writeable
    assert photo.pixels.max() == 0
    assert not photo.pixels.flags.writeable


def test_too_small() -> None:
    with pytest.raises(PhotoTooSmallError) as caught:
        photo_from_array(np.zeros((1, 1, 3), np.uint8))
    assert str(caught.value) == "Pasted image is too small (1 × 1 pixels): choose one of at least 8 × 8 pixels."


@pytest.mark.parametrize("shape", [(10,), (10, 10, 5), (10, 10, 0), (2, 10, 10, 3)])
def test_arrays_that_are_no_picture(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="a photo is an array"):
        photo_from_array(np.zeros(shape, np.uint8))


@pytest.mark.parametrize("kind", [np.int64, np.complex128, np.str_])
def test_arrays_of_other_things(kind: type) -> None:
    with pytest.raises(ValueError, match="a photo is of type uint8, uint16, bool or float"):
        photo_from_array(np.zeros((10, 10, 3), kind))
