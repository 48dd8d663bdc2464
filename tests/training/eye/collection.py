"""A tiny collection of photos with teacher outputs, in the layout of Caltech 101."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from training.eye.labelling import CONTOURS, FEATURES, SALIENCY, cut_subjects, write_levels
from training.eye.photos import CLUTTER, FACES, photo_files

SHAPE = (60, 80)
MIDDLE, RADIUS = (40, 30), 18


def disc_photo(ground: int = 255) -> NDArray[np.uint8]:
    """A red disc with a dark bar across it on a plain background."""
    photo = np.full((*SHAPE, 3), ground, dtype=np.uint8)
    cv2.circle(photo, MIDDLE, RADIUS, (200, 30, 30), -1)
    cv2.line(photo, (28, 30), (52, 30), (40, 10, 10), 3)
    return photo


def disc_mask() -> NDArray[np.bool_]:
    mask = np.zeros(SHAPE, dtype=np.uint8)
    cv2.circle(mask, MIDDLE, RADIUS, 1, -1)
    return mask > 0


def labelled_collection(folder: Path) -> tuple[Path, Path]:
    """Photos of two training classes, one held-out class, portraits and backgrounds; and their labels."""
    photos, labels = folder / "photos", folder / "labels"
    rng = np.random.default_rng(0)
    for kind in ("anchor", "panda", "umbrella", FACES, CLUTTER):
        (photos / kind).mkdir(parents=True)
        for number in range(5 if kind == CLUTTER else 2):
            photo = rng.integers(0, 255, (*SHAPE, 3)).astype(np.uint8) if kind == CLUTTER else disc_photo()
            cv2.imwrite(str(photos / kind / f"image_{number}.jpg"), photo[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 98])
    bar = np.zeros(SHAPE, dtype=np.float32)
    cv2.line(bar, (28, 30), (52, 30), 1.0, 3)
    for file in photo_files(photos):
        if file.kind == CLUTTER:
            continue
        maps = {SALIENCY: disc_mask().astype(np.float32), CONTOURS: cv2.GaussianBlur(bar, (0, 0), 1.0)}
        if file.kind == FACES:
            maps[FEATURES] = maps[CONTOURS]
        for name, levels in maps.items():
            kept = file.beside(labels / name, ".png")
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_levels(kept, levels)
    cut_subjects(photo_files(photos), labels, notify=lambda text: None)
    return photos, labels
