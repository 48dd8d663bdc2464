"""Teacher outputs for each photo, cached as grey PNG files."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
from taureau.document.whole_file import write_whole

from training.eye.photos import PhotoFile, read_photo
from training.eye.subjects import cut_out, find_subject
from training.eye.teachers import Map, Teacher

SALIENCY, CONTOURS, FEATURES = "saliency", "contours", "faces"  # folders of teacher outputs
SUBJECTS, CUTOUTS = "subjects", "cutouts"  # folders of derived targets


def label(
    files: Sequence[PhotoFile],
    teacher: Teacher,
    folder: Path,
    *,
    minutes: float = 1e9,
    notify: Callable[[str], None] = print,
) -> int:
    """Run a teacher on all photos that have no cached output, within a time limit; returns the number cached."""
    end, there = time.monotonic() + 60 * minutes, 0
    for index, file in enumerate(files):
        kept = file.beside(folder, ".png")
        if not kept.exists():
            if time.monotonic() > end:
                break
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_levels(kept, teacher(read_photo(file.path)))
        there += 1
        if index % 100 == 99:
            notify(f"{folder.name}: {there} of {len(files)}")
    return there


def write_levels(path: Path, levels: Map) -> None:
    """Store a map with values 0 … 1 as bytes."""
    write_whole(path, cv2.imencode(".png", np.rint(levels * 255).astype(np.uint8))[1].tobytes())


def read_levels(path: Path) -> Map:
    """A stored map [H, W], 0 … 1."""
    return np.asarray(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), dtype=np.float32) / np.float32(255)


def read_subject(file: PhotoFile, folder: Path) -> tuple[Map, Map]:
    """Alpha and certainty of a photo's subject, [H, W] each, 0 … 1."""
    path = file.beside(folder / SUBJECTS, ".png")
    both = np.asarray(cv2.imread(str(path), cv2.IMREAD_COLOR), dtype=np.float32) / np.float32(255)
    return both[..., 0], both[..., 1]


def cut_subjects(files: Sequence[PhotoFile], folder: Path, *, notify: Callable[[str], None] = print) -> int:
    """Compute the subject of every photo with a cached saliency map; returns the number done.

    Stored are the subject's alpha and its certainty and, for plain backgrounds, the subject as RGBA.
    """
    there = 0
    for file in files:
        known, kept = file.beside(folder / SALIENCY, ".png"), file.beside(folder / SUBJECTS, ".png")
        if not known.exists():
            continue
        if not kept.exists():
            photo = read_photo(file.path)
            subject = find_subject(photo, read_levels(known))
            kept.parent.mkdir(parents=True, exist_ok=True)
            if subject.ground is not None:
                alone = file.beside(folder / CUTOUTS, ".png")
                alone.parent.mkdir(parents=True, exist_ok=True)
                write_whole(alone, cv2.imencode(".png", cut_out(photo, subject)[..., [2, 1, 0, 3]])[1].tobytes())
            both = np.stack([subject.share, subject.certainty, np.zeros_like(subject.share)], axis=-1)
            write_levels(kept, both)
        there += 1
        if there % 100 == 0:
            notify(f"{SUBJECTS}: {there}")
    return there
