"""Mask and saliency as maps small enough for events, to be overlaid on the photo."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.events import SubjectFound
from taureau.engine.scene.scene import CANVAS, Scene
from taureau.geometry import Affine

LONGEST = 512  # px


def subject_found(
    run: str,
    mask: NDArray[np.bool_],  # [H, W] of the photo
    saliency: NDArray[np.float32],  # [H, W] of the photo, 0 … 1
    strokes: NDArray[np.float64],  # [N, 4, 2], canvas px, the first ones
    to_document: Affine,  # from canvas px
    scene: Scene | None = None,
) -> SubjectFound:
    """Return the event with these maps, and the contours of the scene."""
    subject = None if mask.all() else downscaled(mask.astype(np.float32))
    contours = None if scene is None else contours_on_photo(scene)
    return SubjectFound(run, subject, downscaled(saliency), to_document.points(strokes[:, 0]), contours)


def contours_on_photo(scene: Scene) -> NDArray[np.float32]:
    """Return the weighted edges of the scene's frame as a map of the whole photo, 0 … 1."""
    height, width = scene.mask.shape
    scale = min(1.0, LONGEST / max(height, width))
    to_map = Affine.scale(scale) @ scene.frame.to_canvas.inverse() @ Affine.scale(CANVAS / scene.weight.shape[0])
    matrix = np.array([[to_map.a, to_map.c, to_map.e], [to_map.b, to_map.d, to_map.f]])
    size = max(1, round(width * scale)), max(1, round(height * scale))
    lines = cv2.GaussianBlur(scene.weight.clip(0, 1), (0, 0), max(0.6, 0.5 / to_map.a))
    placed: NDArray[np.float32] = cv2.warpAffine(2 * lines, matrix, size, flags=cv2.INTER_LINEAR)
    return placed.clip(0, 1)


def downscaled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a map [H, W] in 0 … 1 with its longer side at most LONGEST px."""
    height, width = values.shape
    scale = min(1.0, LONGEST / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small: NDArray[np.float32] = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    return small.clip(0, 1)
