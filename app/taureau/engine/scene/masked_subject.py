"""The photo as the published method shows it to CLIP: the masked subject in a square, on white."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.frame import Frame


def on_white(
    photo: NDArray[np.uint8],  # [H, W, 3]
    mask: NDArray[np.bool_],  # [H, W]
    frame: Frame,
    side: int,
) -> NDArray[np.float32]:
    """What lies in the frame, white outside the mask and beyond the photo: [side, side, 3] sRGB in 0 … 1."""
    inside = frame.inside(mask.shape).astype(np.float32)
    share = frame.crop(mask.astype(np.float32)).clip(0, 1) * inside  # [S, S]
    colors = frame.crop(photo).astype(np.float32) / 255
    square = (colors * share[..., None] + (1 - share[..., None])).astype(np.float32)
    if side == frame.size:
        return square
    interpolation = cv2.INTER_AREA if side < frame.size else cv2.INTER_CUBIC
    return cv2.resize(square, (side, side), interpolation=interpolation).clip(0, 1)
