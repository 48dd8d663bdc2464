"""Evaluation: IoU of masks, and the F-measure of thin contours."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from training.eye.lines import ridges

Map = NDArray[np.float32]
Predictor = Callable[[NDArray[np.uint8]], tuple[Map, Map]]  # photo [H, W, 3] -> subject and contours, [H, W] each
SIDE = 160  # px, longer side at which contours are compared
_TOLERANCE = 2.0  # px
LEVELS = tuple(round(level, 2) for level in np.arange(0.05, 1.0, 0.05))


@dataclass(frozen=True, eq=False)
class Task:
    """A photo [H, W, 3] with its ground truth."""

    photo: NDArray[np.uint8]
    subject: NDArray[np.bool_]  # [H, W]
    contours: NDArray[np.bool_]  # one-px lines, longer side SIDE px


@dataclass
class Score:
    """Accumulated results of one predictor."""

    overlaps: list[float] = field(default_factory=list)  # IoU of each mask
    seconds: list[float] = field(default_factory=list)
    # Per threshold in LEVELS: matched and all predicted px, matched and all true px.
    counts: NDArray[np.float64] = field(default_factory=lambda: np.zeros((len(LEVELS), 4)))

    def summary(self) -> dict[str, float]:
        """IoU mean and median, best F-measure with its threshold, precision and recall, and median time."""
        precision = self.counts[:, 0] / np.maximum(self.counts[:, 1], 1)
        recall = self.counts[:, 2] / np.maximum(self.counts[:, 3], 1)
        f = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
        best = int(f.argmax())
        return {
            "iou_mean": round(float(np.mean(self.overlaps)), 3),
            "iou_median": round(float(np.median(self.overlaps)), 3),
            "f": round(float(f[best]), 3), "level": LEVELS[best], "precision": round(float(precision[best]), 3),
            "recall": round(float(recall[best]), 3),
            "seconds": round(float(np.median(self.seconds or [0.0])), 4),
        }  # fmt: skip


def measure(tasks: Iterable[Task], predictors: Mapping[str, Predictor]) -> dict[str, Score]:
    """Evaluates all predictors on all tasks; the subject is thresholded at one half."""
    scores = {name: Score() for name in predictors}
    for task in tasks:
        for name, predictor in predictors.items():
            began = time.perf_counter()
            subject, contours = predictor(task.photo)
            scores[name].seconds.append(time.perf_counter() - began)
            scores[name].overlaps.append(overlap(subject > 0.5, task.subject))
            scores[name].counts += line_counts(contours, task.contours)
    return scores


def overlap(seen: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> float:
    """Intersection over union of two masks; 1 if both are empty."""
    union = int((seen | wanted).sum())
    return float((seen & wanted).sum()) / union if union else 1.0


def line_counts(levels: Map, wanted: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Per threshold in LEVELS: matched and all predicted px, matched and all true px, [K, 4]; tolerance two px."""
    thin = ridges_at_size(levels, wanted.shape)
    off_wanted = _distance(wanted)
    counts = np.zeros((len(LEVELS), 4))
    for index, level in enumerate(LEVELS):
        drawn = thin > level
        right = drawn & (off_wanted <= _TOLERANCE)
        found = wanted & (_distance(drawn) <= _TOLERANCE)
        counts[index] = right.sum(), drawn.sum(), found.sum(), wanted.sum()
    return counts


def ridges_at_size(levels: Map, shape: Sequence[int]) -> Map:
    """Ridges of a map resized to `shape`, with the map's values."""
    small = cv2.resize(levels, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    ridge: Map = np.where(ridges(small, faint=0.0, clear=1e-6) > 0, small, 0).astype(np.float32)
    return ridge


def _distance(lines: NDArray[np.bool_]) -> Map:
    if not lines.any():
        return np.full(lines.shape, np.inf, dtype=np.float32)
    away: Map = cv2.distanceTransform((~lines).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return away
