"""The figures of the model card: the eye and its teachers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from taureau.perception.eye import Eye

from training.errors import TrainingError
from training.eye.labelling import CONTOURS, CUTOUTS, SALIENCY, read_levels
from training.eye.measuring import Map, Predictor, Score, line_counts, measure, overlap
from training.eye.photos import PhotoFile
from training.eye.scenes import Scenes
from training.eye.tasks import composite_tasks, known_files, photo_tasks
from training.eye.teachers import contour_teacher, saliency_teacher

_SALIENT = 0.35  # saliency threshold of the teacher
_AROUND = 3  # px around the salient region in which the teacher's contours count


def figures(
    eye_on: Callable[[int], Eye],
    files: Sequence[PhotoFile],
    clutter: Sequence[PhotoFile],
    folder: Path,
    *,
    count: int,
    seed: int = 1,
) -> dict[str, Any]:
    """Accuracy on `count` photos of held-out classes and half as many composites, and inference time.

    `eye_on` makes the eye with a number of threads.
    The ground truth of photos is the targets derived from the teachers, of those on plain backgrounds colour keying, of
    composites the exact mask. The teachers are compared as far as they are installed.
    """
    eye = eye_on(1)
    known = known_files(files, folder)[:count]
    if not known:
        raise TrainingError("no photo of the held-out classes is labelled; run the step `teach` first")
    plain = [file for file in known if file.beside(folder / CUTOUTS, ".png").exists()]
    found: dict[str, Any] = {}
    for name, some in (("photos", known), ("plain backgrounds", plain)):
        score = measure(photo_tasks(some, folder), {"eye": _predictor(eye)})["eye"] if some else Score()
        found[name] = {"eye": score.summary(), "teachers": _cached_teachers(some, folder).summary()} if some else {}
    predictors = {"eye": _predictor(eye), **_installed_teachers()}
    composites = composite_tasks(Scenes(files, clutter, folder, seed), count // 2)
    found["composites"] = {name: score.summary() for name, score in measure(composites, predictors).items()}
    found["counts"] = {"photos": len(known), "plain backgrounds": len(plain), "composites": count // 2}
    found["seconds"] = {str(threads): _time(eye_on(threads)) for threads in (1, 2)}
    return found


def _predictor(eye: Eye) -> Predictor:
    def predict(photo: NDArray[np.uint8]) -> tuple[Map, Map]:
        sight = eye.see(photo)
        return sight.subject, sight.contour

    return predict


def _installed_teachers() -> dict[str, Predictor]:
    """Saliency and contours of the teachers, if their packages are installed."""
    try:
        saliency, contours = saliency_teacher(), contour_teacher()
    except TrainingError:
        return {}
    return {"teachers": lambda photo: _as_prediction(saliency(photo), contours(photo))}


def _cached_teachers(files: Sequence[PhotoFile], folder: Path) -> Score:
    """The score of the cached teacher outputs against the targets derived from them."""
    score = Score()
    for file, task in zip(files, photo_tasks(files, folder), strict=True):
        maps = (read_levels(file.beside(folder / name, ".png")) for name in (SALIENCY, CONTOURS))
        subject, contours = _as_prediction(*maps)
        score.overlaps.append(overlap(subject > 0.5, task.subject))
        score.counts += line_counts(contours, task.contours)
    return score


def _as_prediction(saliency: Map, contours: Map) -> tuple[Map, Map]:
    """Saliency shifted so that its threshold is one half, and the contours in and around the salient region."""
    side = 2 * _AROUND + 1
    near = cv2.dilate((saliency > _SALIENT).astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    return saliency + np.float32(0.5 - _SALIENT), np.where(near, contours, 0).astype(np.float32)


def _time(eye: Eye) -> float:
    """Shortest of 20 inference times of one 3:2 photo, in seconds."""
    photo = np.random.default_rng(0).integers(0, 255, (400, 600, 3)).astype(np.uint8)
    best = np.inf
    for _ in range(20):
        began = time.perf_counter()
        eye.see(photo)
        best = min(best, time.perf_counter() - began)
    return round(best, 4)
