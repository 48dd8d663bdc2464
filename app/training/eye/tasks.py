"""Evaluation sets: photos of the held-out classes, and composites of their subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training.eye.labelling import CONTOURS, SUBJECTS, read_levels, read_subject
from training.eye.lines import outline_of, ridges
from training.eye.measuring import SIDE, Map, Task
from training.eye.photos import PhotoFile, read_photo
from training.eye.scenes import Scenes

_SHAPES = ((224, 300), (300, 224), (300, 300))
_LEAST = 0.35  # smallest strength of a ridge that counts as a true contour


def known_files(files: Sequence[PhotoFile], folder: Path) -> list[PhotoFile]:
    """The labelled files."""
    return [file for file in files if all(file.beside(folder / name, ".png").exists() for name in (SUBJECTS, CONTOURS))]


def photo_tasks(files: Sequence[PhotoFile], folder: Path) -> Iterator[Task]:
    """Labelled photos with the targets derived from the teachers."""
    for file in known_files(files, folder):
        share, _ = read_subject(file, folder)
        lines = thin_lines(read_levels(file.beside(folder / CONTOURS, ".png")), share)
        yield Task(read_photo(file.path), share > 0.5, lines)


def composite_tasks(scenes: Scenes, count: int) -> Iterator[Task]:
    """Composites with exact masks, without augmentation."""
    for number in range(count):
        layers = scenes.composite(number, _SHAPES[number % len(_SHAPES)])
        yield Task(layers.picture, layers.share > 0.5, thin_lines(layers.levels, layers.share))


def thin_lines(levels: Map, share: Map) -> NDArray[np.bool_]:
    """The target contours as one-px lines, longer side SIDE px."""
    scale = SIDE / max(share.shape)
    size = max(1, round(share.shape[1] * scale)), max(1, round(share.shape[0] * scale))
    small, mask = (cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in (levels, share))
    outline = outline_of(mask) > 0
    near = cv2.dilate(outline.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    lines: NDArray[np.bool_] = outline | ((ridges(small) > _LEAST) & (mask > 0.5) & ~near)
    return lines
