"""Object boundaries from changes of an encoder's features."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from taureau.perception.attention import Map
from taureau.perception.encoder import Encoder
from taureau.perception.saliency import as_images

_STAGES = (2, 3)  # strides 8 and 16: finer stages answer to texture


@torch.no_grad()
def boundaries(encoder: Encoder, image: NDArray[np.uint8]) -> Map:
    """Return how strongly features change at each pixel of a square sRGB image [S, S, 3], 0 … 1, [S, S].

    Contours of objects score high; fur, grass and folds score low, whatever their contrast.
    """
    side = image.shape[0]
    stages = encoder.features(as_images(image, side, encoder), max(_STAGES) + 1)
    total = np.zeros((side, side), dtype=np.float32)
    for index in _STAGES:
        values = stages[index][0].permute(1, 2, 0).cpu().numpy()  # [h, w, C]
        values = values - values.mean((0, 1))
        values /= max(float(values.std()), 1e-9)
        # Normalise, for direction matters more than length; the constant suppresses noise in flat regions.
        values /= np.sqrt((values**2).sum(-1, keepdims=True) + 0.5 * values.shape[-1])
        change = np.zeros(values.shape[:2], dtype=np.float32)
        change[:, 1:-1] += ((values[:, 2:] - values[:, :-2]) ** 2).sum(-1)
        change[1:-1] += ((values[2:] - values[:-2]) ** 2).sum(-1)
        change = np.sqrt(change)
        change /= max(float(np.percentile(change, 97)), 1e-9)
        total += cv2.resize(change, (side, side), interpolation=cv2.INTER_CUBIC).clip(0, 1)
    return (total / len(_STAGES)).astype(np.float32)
