"""Masks in and out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image
from taureau.photo import (
    DamagedPhotoError,
    MaskError,
    NoPhotoError,
    Photo,
    load_mask,
    load_photo,
    mask_outlines,
    save_mask,
)

from tests.photo.pictures import encoded, halves, with_orientation


def photo_of(width: int, height: int, max_side: int = 1024) -> Photo:
    return load_photo(BytesIO(encoded(halves(width, height), "PNG")), max_side=max_side)


def left_white(width: int, height: int, mode: str = "L") -> Image.Image:
    image = Image.new(mode, (width, height), 0)
    image.paste("white", (0, 0, width // 2, height))
    return image


def is_left_half(mask: NDArray[np.bool_]) -> bool:
    columns = mask.shape[1]
    return bool(mask[:, : columns // 2].all()) and not mask[:, columns // 2 :].any()


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P"])
def test_the_subject_is_what_is_light(mode: str) -> None:
    image = left_white(60, 40, "L" if mode == "P" else mode).convert(mode)
    mask = load_mask(BytesIO(encoded(image, "PNG")), photo_of(60, 40))
    assert mask.dtype == np.bool_
    assert mask.shape == (40, 60)
    assert is_left_half(mask)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_the_subject_is_what_is_opaque_where_something_is_transparent(mode: str) -> None:
    image = Image.new("L", (60, 40), 0).convert(mode)
    image.putalpha(left_white(60, 40))
    assert is_left_half(load_mask(BytesIO(encoded(image, "PNG")), photo_of(60, 40)))


def test_brightness_counts_where_all_is_opaque() -> None:
    image = left_white(60, 40, "RGB").convert("RGBA")
    assert is_left_half(load_mask(BytesIO(encoded(image, "PNG")), photo_of(60, 40)))


@pytest.mark.parametrize(("level", "inside"), [(127, False), (128, True)])
def test_half_bright_is_the_border(level: int, inside: bool) -> None:
    image = left_white(60, 40)
    image.paste(level, (30, 0, 60, 40))
    assert load_mask(BytesIO(encoded(image, "PNG")), photo_of(60, 40))[:, 30:].all() == inside


@pytest.mark.parametrize("size", [(60, 40), (600, 400), (30, 20), (6, 4), (61, 40)])
@pytest.mark.parametrize("max_side", [1024, 30])
def test_any_size_in_the_photos_proportions(size: tuple[int, int], max_side: int) -> None:
    photo = photo_of(60, 40, max_side)
    mask = load_mask(BytesIO(encoded(left_white(*size), "PNG")), photo)
    assert mask.shape == photo.pixels.shape[:2]
    assert is_left_half(mask)


def test_a_tiny_mask_is_measured_to_half_a_pixel() -> None:
    stream = BytesIO(encoded(left_white(2, 1), "PNG"))
    assert load_mask(stream, photo_of(80, 70)).shape == (70, 80)


def test_a_mask_is_turned_upright_like_a_photo() -> None:
    data = encoded(left_white(60, 40), "PNG", exif=with_orientation(3))
    mask = load_mask(BytesIO(data), photo_of(60, 40))
    assert is_left_half(~mask)


def test_other_proportions(tmp_path: Path) -> None:
    path = tmp_path / "mask.png"
    left_white(60, 60).save(path)
    with pytest.raises(MaskError) as caught:
        load_mask(path, photo_of(600, 400, 100))
    sizes = "60 × 60 pixels, the photo 600 × 400"
    assert str(caught.value) == f"{path} does not have the photo's proportions ({sizes}): crop or stretch it to fit."


@pytest.mark.parametrize("size", [(630, 400), (600, 420), (400, 600)])
def test_proportions_are_off_beyond_a_few_hundredths(size: tuple[int, int]) -> None:
    with pytest.raises(MaskError, match="proportions"):
        load_mask(BytesIO(encoded(left_white(*size), "PNG")), photo_of(600, 400, 100))


def test_a_mask_that_marks_nothing() -> None:
    stream = BytesIO(encoded(Image.new("L", (60, 40), 0), "PNG"))
    stream.name = "mask.png"
    with pytest.raises(MaskError) as caught:
        load_mask(stream, photo_of(60, 40))
    assert str(caught.value) == "mask.png marks nothing: paint the subject white, or leave the mask out."


def test_bad_files_are_refused_as_photos_are(tmp_path: Path) -> None:
    with pytest.raises(NoPhotoError, match="does not exist"):
        load_mask(tmp_path / "gone.png", photo_of(60, 40))
    with pytest.raises(DamagedPhotoError, match="cut off"):
        load_mask(BytesIO(encoded(left_white(60, 40), "PNG")[:60]), photo_of(60, 40))


@given(arrays(np.bool_, (10, 16)).filter(np.any))
@settings(deadline=None)
def test_a_saved_mask_comes_back_the_same(tmp_path_factory: pytest.TempPathFactory, mask: NDArray[np.bool_]) -> None:
    path = tmp_path_factory.mktemp("masks") / "mask.png"
    save_mask(mask, path)
    assert np.array_equal(load_mask(path, photo_of(16, 10)), mask)


@given(st.integers(8, 400), st.integers(8, 400), st.integers(8, 400))
@settings(deadline=None, max_examples=50)
def test_a_mask_of_the_bounded_size_always_fits_its_photo(width: int, height: int, max_side: int) -> None:
    photo = photo_of(width, height, max_side)
    stream = BytesIO(encoded(Image.new("L", photo.pixels.shape[1::-1], 255), "PNG"))
    assert load_mask(stream, photo).all()


def test_a_mask_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mask.png"
    path.write_bytes(b"what was there before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(MaskError) as caught:
        save_mask(np.ones((10, 10), np.bool_), path)
    assert str(caught.value) == (f"{path} cannot be written (No space left on device): choose another folder or name.")
    assert path.read_bytes() == b"what was there before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_mask_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MaskError, match="cannot be written"):
        save_mask(np.ones((10, 10), np.bool_), tmp_path / "gone" / "mask.png")


@pytest.mark.parametrize("mask", [np.ones((10, 10), np.uint8), np.ones((10, 10, 1), np.bool_)])
def test_what_is_no_mask_is_not_written(mask: NDArray[np.bool_], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a mask is an array of booleans"):
        save_mask(mask, tmp_path / "mask.png")
    assert not list(tmp_path.iterdir())


def area(outline: NDArray[np.float32]) -> float:
    x, y = outline.T
    return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)


def test_outlines_go_around_each_part_of_a_mask_and_its_holes() -> None:
    y, x = np.mgrid[0:90, 0:120] + 0.5
    disc = np.hypot(x - 30, y - 40)
    levels = np.where((disc < 20) & (disc > 8) | (x > 80) & (y > 60), 255, 0).astype(np.uint8)
    outlines = sorted(mask_outlines(levels), key=area)
    assert [area(outline) * 120 * 90 for outline in outlines] == pytest.approx(
        [np.pi * 8**2, 40 * 30, np.pi * 20**2], rel=0.06
    )
    assert all(len(outline) < 120 for outline in outlines)  # simplified
    hole, _, _ = outlines
    assert np.abs(np.hypot(*(hole * (120, 90) - (30, 40)).T) - 8).max() < 0.7


def test_a_mask_of_nothing_has_no_outline() -> None:
    assert mask_outlines(np.full((20, 30), 127, dtype=np.uint8)) == []
    (everything,) = mask_outlines(np.full((20, 30), 255, dtype=np.uint8))
    assert area(everything) == pytest.approx(1, abs=0.01)
