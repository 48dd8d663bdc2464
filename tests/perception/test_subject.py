"""Saliency, boundaries and the mask on the sample photos, against outlines drawn by hand as boxes."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from taureau.perception import boundaries, builtin_encoder, class_activation, foreground, saliency
from taureau.perception.foreground import otsu_threshold

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


@pytest.mark.parametrize("name", sorted(BOXES))
def test_the_mask_lies_in_the_subjects_box_and_fills_its_length(name: str, duck_photo: Path) -> None:
    photo = pixels(duck_photo.parent, name)
    mask = foreground(photo, saliency(builtin_encoder(), photo))
    box = box_mask(photo.shape, BOXES[name])
    assert (mask & box).sum() / mask.sum() > 0.8
    columns, wanted = np.flatnonzero(mask.any(0)), np.flatnonzero(box.any(0))
    assert len(np.intersect1d(columns, wanted)) / len(wanted) > 0.85


def test_saliency_has_the_photos_shape_and_a_range_of_one(duck_photo: Path) -> None:
    photo = pixels(duck_photo.parent, "hammer")
    found = saliency(builtin_encoder(), photo)
    assert found.shape == photo.shape[:2]
    assert found.min() >= 0
    assert 0.95 < found.max() <= 1


def test_class_activation_peaks_on_the_cup(duck_photo: Path) -> None:
    found = class_activation(builtin_encoder(), pixels(duck_photo.parent, "cup"))
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert 0.2 < (column + 0.5) / found.shape[1] < 0.7
    assert (row + 0.5) / found.shape[0] < 0.8


def test_boundaries_lie_on_the_hammers_outline(duck_photo: Path) -> None:
    hammer = Image.open(duck_photo.parent / "hammer.jpg").convert("RGB")
    sheet = Image.new("RGB", (448, 448), "white")
    sheet.paste(hammer.resize((448, 269)), (0, 90))
    photo = np.array(sheet)
    found = boundaries(builtin_encoder(), photo)
    assert found.shape == (448, 448)
    ink = cv2.dilate((photo.min(2) < 200).astype(np.uint8), np.ones((25, 25))) > 0
    assert found[ink].mean() > 2 * found[~ink].mean()


@pytest.mark.parametrize("shape", [(8, 8), (9, 300), (300, 9), (64, 64)])
def test_photos_of_any_shape_and_without_content(shape: tuple[int, int]) -> None:
    photo = np.full((*shape, 3), 128, dtype=np.uint8)
    found = saliency(builtin_encoder(), photo)
    assert found.shape == shape
    assert np.isfinite(found).all()
    mask = foreground(photo, found)
    assert mask.shape == shape
    assert mask.any()


def test_otsu_parts_two_heaps() -> None:
    values = np.array([0.1, 0.12, 0.11, 0.8, 0.82, 0.79, 0.13], dtype=np.float32)
    assert 0.129 <= otsu_threshold(values) < 0.79


def test_the_mask_is_the_same_each_time(duck_photo: Path) -> None:
    photo = pixels(duck_photo.parent, "moose")
    found = saliency(builtin_encoder(), photo)
    assert np.array_equal(foreground(photo, found), foreground(photo, found))
