"""Bars and frames around a picture are found; a plain ground is none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from taureau.photo import content_box, load_photo

BARS = [(20, 20, 0, 0), (0, 0, 12, 30), (9, 9, 9, 9), (15, 0, 0, 0)]  # px: top, bottom, left, right


def picture() -> NDArray[np.uint8]:
    """A picture [100, 140, 3] that differs from black, white and grey everywhere."""
    rows, columns = np.mgrid[:100, :140]
    return np.stack([90 + rows, 60 + columns, 255 - rows - columns // 2], axis=-1).astype(np.uint8)


@pytest.mark.parametrize("color", [0, 255, 128])
@pytest.mark.parametrize(("top", "bottom", "left", "right"), BARS)
def test_bars_of_any_colour_on_any_side_are_left_out(color: int, top: int, bottom: int, left: int, right: int) -> None:
    framed = np.pad(picture(), ((top, bottom), (left, right), (0, 0)), constant_values=color)
    box = content_box(framed)
    wanted = (top, top + 100, left, left + 140)
    assert all(abs(found - line) <= 1 for found, line in zip(box, wanted, strict=True))


def test_a_picture_without_bars_is_whole() -> None:
    assert tuple(content_box(picture())) == (0, 100, 0, 140)


def test_a_plain_ground_is_no_bar() -> None:
    sheet = np.full((120, 160, 3), 250, dtype=np.uint8)
    sheet[40:80, 50:110] = 30
    assert tuple(content_box(sheet)) == (0, 120, 0, 160)


@pytest.mark.parametrize("shape", [(1, 1), (2, 90), (8, 8)])
def test_pictures_of_any_size(shape: tuple[int, int]) -> None:
    assert tuple(content_box(np.zeros((*shape, 3), np.uint8))) == (0, shape[0], 0, shape[1])


def test_stripes_without_a_picture_between_them_are_no_bars() -> None:
    flag = np.zeros((100, 150, 3), dtype=np.uint8)
    flag[:] = (200, 20, 30)
    flag[25:75] = (250, 200, 0)
    assert tuple(content_box(flag)) == (0, 100, 0, 150)


def test_bars_of_a_wide_film_on_a_tall_screen_are_left_out() -> None:
    framed = np.pad(picture(), ((110, 110), (0, 0), (0, 0)))
    assert abs(content_box(framed).top - 110) <= 1


def night(height: int = 100, width: int = 140) -> NDArray[np.uint8]:
    """A dark picture [height, width, 3]: noise of 10 to 40 levels, and a lamp."""
    picture = np.random.default_rng(3).integers(10, 41, (height, width, 3)).astype(np.uint8)
    rows, columns = np.mgrid[:height, :width]
    picture[np.hypot(rows - height / 2, columns - width / 3) < 12] = (240, 220, 150)
    return picture


@pytest.mark.parametrize("quality", [75, 95])
@pytest.mark.parametrize(
    ("top", "bottom", "left", "right"), [(20, 20, 0, 0), (0, 0, 12, 30), (17, 17, 17, 17), (15, 0, 0, 0)]
)
def test_black_bars_beside_a_dark_picture_are_left_out(
    quality: int, top: int, bottom: int, left: int, right: int
) -> None:
    framed = np.pad(night(), ((top, bottom), (left, right), (0, 0)))
    buffer = BytesIO()
    Image.fromarray(framed).save(buffer, "JPEG", quality=quality)
    box = content_box(np.array(Image.open(buffer)))
    wanted = (top, top + 100, left, left + 140)
    assert all(abs(found - line) <= 2 for found, line in zip(box, wanted, strict=True))


def test_a_vignette_is_no_bar() -> None:
    rows, columns = np.mgrid[-1:1:240j, -1:1:320j]
    light = (255 * (1.15 - np.hypot(rows, columns))).clip(0, 255)  # black in the corners, nearly so along the border
    assert tuple(content_box(np.repeat(light[..., None], 3, axis=2).astype(np.uint8))) == (0, 240, 0, 320)


@pytest.mark.parametrize("ground", [0, 20, 255])
def test_a_subject_on_a_plain_ground_has_no_bars_however_wide_it_is(ground: int) -> None:
    sheet = np.full((120, 160, 3), ground, dtype=np.uint8)
    sheet[30:90, 20:140] = 128  # three quarters of the width, with a straight edge
    assert tuple(content_box(sheet)) == (0, 120, 0, 160)


def test_the_samples_have_no_bars(duck_photo: Path) -> None:
    for path in sorted(duck_photo.parent.glob("*.jpg")):
        photo = load_photo(path).pixels
        assert tuple(content_box(photo)) == (0, photo.shape[0], 0, photo.shape[1]), path.name
