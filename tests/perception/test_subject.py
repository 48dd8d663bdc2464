"""The subject of the sample photos, against boxes drawn by hand; plain grounds, bars, several and small subjects."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from taureau.perception import builtin_encoder, class_activation, find_subject, own_eye
from taureau.perception.plain_ground import cut_from_plain_ground

# The subject's bounding box as shares of width and height: left, top, right, bottom.
BOXES = {
    "cup": (0.18, 0.03, 0.80, 1.0),
    "dahlia": (0.30, 0.18, 0.75, 1.0),  # with the one below it
    "dog": (0.02, 0.03, 0.92, 0.94),
    "duck": (0.12, 0.20, 0.83, 0.92),
    "hammer": (0.05, 0.05, 0.99, 0.95),
    "moose": (0.10, 0.17, 0.85, 0.95),
}


def pixels(samples: Path, name: str) -> NDArray[np.uint8]:
    return np.array(Image.open(samples / f"{name}.jpg").convert("RGB"))


def box_mask(shape: tuple[int, ...], box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    height, width = shape[:2]
    left, top, right, bottom = box
    mask = np.zeros((height, width), dtype=bool)
    mask[round(top * height) : round(bottom * height), round(left * width) : round(right * width)] = True
    return mask


def overlap(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Return the intersection over the union."""
    return float((one & other).sum() / (one | other).sum())


@pytest.mark.parametrize("name", sorted(BOXES))
def test_the_mask_lies_in_the_subjects_box_and_fills_its_length(name: str, duck_photo: Path) -> None:
    photo = pixels(duck_photo.parent, name)
    mask = find_subject(own_eye(), photo).mask
    box = box_mask(photo.shape, BOXES[name])
    assert (mask & box).sum() / mask.sum() > 0.8
    columns, wanted = np.flatnonzero(mask.any(0)), np.flatnonzero(box.any(0))
    assert len(np.intersect1d(columns, wanted)) / len(wanted) > 0.85


def test_class_activation_peaks_on_the_cup(duck_photo: Path) -> None:
    found = class_activation(builtin_encoder(), pixels(duck_photo.parent, "cup"))
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert 0.2 < (column + 0.5) / found.shape[1] < 0.7
    assert (row + 0.5) / found.shape[0] < 0.8


@pytest.mark.parametrize("shape", [(8, 8), (9, 300), (300, 9), (64, 64)])
def test_photos_of_any_shape_and_without_content(shape: tuple[int, int]) -> None:
    subject = find_subject(own_eye(), np.full((*shape, 3), 128, dtype=np.uint8))
    assert subject.alpha.shape == shape
    assert np.isfinite(subject.alpha).all()
    assert subject.mask.any()


def test_a_photo_without_a_subject_says_so_and_is_all_subject() -> None:
    subject = find_subject(own_eye(), np.full((120, 160, 3), 128, dtype=np.uint8))
    assert not subject.found
    assert subject.mask.all()


def test_the_mask_is_the_same_each_time(duck_photo: Path) -> None:
    photo = pixels(duck_photo.parent, "moose")
    assert np.array_equal(find_subject(own_eye(), photo).alpha, find_subject(own_eye(), photo).alpha)


def test_thin_parts_on_a_plain_ground_survive() -> None:
    photo = np.full((240, 320, 3), (236, 234, 228), dtype=np.uint8)
    cv2.circle(photo, (160, 90), 50, (40, 60, 140), -1, cv2.LINE_AA)
    for x in (140, 180):
        cv2.line(photo, (x, 130), (x, 220), (40, 60, 140), 3, cv2.LINE_AA)
    drawn = np.abs(photo.astype(int) - (236, 234, 228)).max(2) > 90
    assert overlap(find_subject(own_eye(), photo).mask, drawn) > 0.9


def test_a_shaded_ground_is_plain_and_a_busy_one_is_not() -> None:
    slope = np.linspace(150, 230, 200, dtype=np.float32)[None, :, None] * np.ones((150, 1, 3), np.float32)
    photo = slope.astype(np.uint8)
    photo[50:100, 60:140] = (200, 40, 40)
    estimate = np.zeros((150, 200), np.float32)
    estimate[50:100, 60:140] = 1
    alpha = cut_from_plain_ground(photo, estimate)
    assert alpha is not None
    assert overlap(alpha > 0.5, estimate > 0.5) > 0.9
    noise = np.random.default_rng(0).integers(0, 255, (150, 200, 3), dtype=np.uint8)
    assert cut_from_plain_ground(noise, estimate) is None


def test_letterbox_bars_are_never_subject(duck_photo: Path) -> None:
    photo = pixels(duck_photo.parent, "dog")[::2, ::2]
    barred = np.zeros((photo.shape[0] + 80, photo.shape[1], 3), dtype=np.uint8)
    barred[40:-40] = photo
    alpha = find_subject(own_eye(), barred).alpha
    assert not alpha[:40].any()
    assert not alpha[-40:].any()
    assert overlap(alpha[40:-40] > 0.5, find_subject(own_eye(), photo).mask) > 0.9


def test_all_salient_subjects_count_and_small_ones_are_looked_at_closer(duck_photo: Path) -> None:
    dog = pixels(duck_photo.parent, "dog")
    cut = find_subject(own_eye(), dog).alpha
    small = cv2.resize(dog, (150, 112), interpolation=cv2.INTER_AREA)
    alpha = cv2.resize(cut, (150, 112), interpolation=cv2.INTER_AREA)[..., None]
    meadow = np.full((600, 800, 3), (120, 170, 90), dtype=np.uint8)
    meadow += np.random.default_rng(0).integers(0, 30, meadow.shape, dtype=np.uint8)
    wanted = np.zeros((600, 800), dtype=bool)
    for top, left in ((120, 120), (300, 480)):
        place = slice(top, top + 112), slice(left, left + 150)
        meadow[place] = (small * alpha + meadow[place] * (1 - alpha)).astype(np.uint8)
        wanted[place] |= alpha[..., 0] > 0.5
    assert overlap(find_subject(own_eye(), meadow).mask, wanted) > 0.75
