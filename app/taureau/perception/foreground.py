"""The subject mask from saliency and GrabCut; needs no weights."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.perception.attention import Map

_WORK = 320  # px, the longer side at which GrabCut runs: its time is proportional to the area
_CELL = 12  # px, slightly more than a cell of the saliency grid at that size
_ROUNDS = 4
_FAINT = 0.5  # the least saliency of the initial foreground
_SMALLEST = 0.1  # of the largest component: smaller ones are removed


def foreground(photo: NDArray[np.uint8], saliency: Map) -> NDArray[np.bool_]:
    """Return the subject mask [H, W] of an sRGB photo [H, W, 3], True where the subject is; never empty.

    The saliency map [H, W] decides where it is clear, GrabCut (Rother et al., 2004) by colour in between.
    """
    height, width = photo.shape[:2]
    scale = min(1.0, _WORK / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA)
    level = cv2.resize(saliency, size, interpolation=cv2.INTER_AREA)
    threshold = max(otsu_threshold(level), _FAINT)
    salient = (level > threshold).astype(np.uint8)
    if salient.all() or not salient.any():
        return np.ones((height, width), dtype=bool)
    # The saliency grid is coarse: within one cell of its outline colour decides, elsewhere the map.
    cell = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _CELL + 1, 2 * _CELL + 1))
    labels = np.where(salient > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    sure = level > np.median(level[salient > 0])  # thin parts have no interior
    labels[sure | (cv2.erode(salient, cell) > 0)] = cv2.GC_FGD
    labels[cv2.dilate(salient, cell) == 0] = cv2.GC_BGD
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(0)  # GrabCut initialises its colour models by k-means
    cv2.grabCut(small, labels, None, *models, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    mask = _largest_parts((labels & 1).astype(np.uint8))  # GC_FGD and GC_PR_FGD are odd
    # Smooth the outline: resize as grey levels, threshold at one half.
    full = cv2.resize(
        cv2.GaussianBlur(mask * np.float32(1), (0, 0), 1.0), (width, height), interpolation=cv2.INTER_LINEAR
    )
    found: NDArray[np.bool_] = full > 0.5
    return found if found.any() else np.ones((height, width), dtype=bool)


def otsu_threshold(values: Map) -> float:
    """Return the threshold that maximises the variance between two groups of values (Otsu, 1979)."""
    ordered = np.sort(values.ravel().astype(np.float64))
    total = len(ordered)
    low_count = np.arange(1, total)
    low_sum = np.cumsum(ordered)[:-1]
    difference = low_sum / low_count - (ordered.sum() - low_sum) / (total - low_count)
    between = low_count * (total - low_count) * difference**2
    return float(ordered[int(between.argmax())]) if total > 1 else float(ordered[0])


def _largest_parts(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(mask)
    areas = statistics[:, cv2.CC_STAT_AREA]
    keep = areas > _SMALLEST * areas[1:].max(initial=0)
    keep[0] = False
    return keep[labels].astype(np.uint8)
