"""Saliency of an encoder: its attention, laid over the photo."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.perception.attention import Map, attention, on_photo
from taureau.perception.encoder import Encoder


def saliency(encoder: Encoder, photo: NDArray[np.uint8]) -> Map:
    """Return how much each pixel of an sRGB photo [H, W, 3] counts for the encoder, 0 … 1, [H, W]."""
    return on_photo(class_activation(encoder, photo), photo.shape)


def class_activation(encoder: Encoder, photo: NDArray[np.uint8], sentence: str | None = None) -> Map:
    """Return the encoder's attention in a photo [H, W, 3], with or without a sentence, 0 … 1, on its grid."""
    return attention(encoder, as_images(photo, encoder.size, encoder), sentence)


def as_images(photo: NDArray[np.uint8], side: int, encoder: Encoder) -> Tensor:
    """Return the photo [H, W, 3] resized to `side` px, both sides multiples of 32, as [1, 3, H', W'] in 0 … 1."""
    height, width = photo.shape[:2]
    scale = side / max(height, width)
    size = tuple(max(32, round(length * scale / 32) * 32) for length in (width, height))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(photo, size, interpolation=interpolation)
    return torch.from_numpy(resized).permute(2, 0, 1)[None].float().div(255).to(encoder.device)
