"""Mask and saliency as maps small enough for events, to be overlaid on the photo."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.events import SubjectFound
from taureau.geometry import Affine

LONGEST = 512  # px


def subject_found(
    run: str,
    mask: NDArray[np.bool_],  # [H, W] of the photo
    saliency: NDArray[np.float32],  # [H, W] of the photo, 0 … 1
    strokes: NDArray[np.float64],  # [N, 4, 2], canvas px, the first ones
    to_document: Affine,  # from canvas px
) -> SubjectFound:
    """Return the event with these maps."""
    subject = None if mask.all() else downscaled(mask.astype(np.float32))
    return SubjectFound(run, subject, downscaled(saliency), to_document.points(strokes[:, 0]))


def downscaled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a map [H, W] in 0 … 1 with its longer side at most LONGEST px."""
    height, width = values.shape
    scale = min(1.0, LONGEST / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small: NDArray[np.float32] = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    return small.clip(0, 1)
