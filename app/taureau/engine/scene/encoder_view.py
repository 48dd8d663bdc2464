"""The photo as CLIP sees it, after CLIPasso: the masked subject in a square, on white; and its saliency."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from taureau.cancellation import Cancellation
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.scene import CANVAS, Map
from taureau.perception import Encoder
from taureau.perception.saliency import saliency


@dataclass(frozen=True, eq=False)
class EncoderView:
    """The masked subject on white, and where an encoder looks in it."""

    mask: NDArray[np.bool_]  # [H, W] of the photo
    pixels: NDArray[np.uint8]  # [CANVAS, CANVAS, 3]
    image: torch.Tensor  # the same at the encoder's size, [1, 3, S, S] in 0 … 1
    canvas_saliency: Map  # [CANVAS, CANVAS], 0 … 1
    saliency: Map  # the same on the photo, [H, W], 0 outside the frame


def encoder_view(
    encoder: Encoder,
    saliency_encoder: Encoder,
    photo: NDArray[np.uint8],  # [H, W, 3]
    mask: NDArray[np.bool_],  # [H, W]
    frame: Frame,
    cancellation: Cancellation,
) -> EncoderView:
    """Return what `encoder` is shown of a photo, with the saliency of `saliency_encoder`. Raises CancelledError."""
    target = on_white(photo, mask, frame, CANVAS)
    square = torch.from_numpy(cv2.resize(target, (encoder.size, encoder.size), interpolation=cv2.INTER_AREA))
    image = square.permute(2, 0, 1)[None].contiguous().to(encoder.device)
    cancellation.checkpoint()
    pixels = np.round(target * 255).astype(np.uint8)
    on_canvas = saliency(saliency_encoder, pixels)
    cancellation.checkpoint()
    return EncoderView(mask, pixels, image, on_canvas, frame.on_photo(on_canvas, mask.shape))


def on_white(
    photo: NDArray[np.uint8],  # [H, W, 3]
    mask: NDArray[np.bool_],  # [H, W]
    frame: Frame,
    side: int,
) -> NDArray[np.float32]:
    """Return the frame's content, white outside the mask and beyond the photo: [side, side, 3] sRGB in 0 … 1."""
    inside = frame.inside(mask.shape).astype(np.float32)
    alpha = frame.crop(mask.astype(np.float32)).clip(0, 1) * inside  # [S, S]
    colors = frame.crop(photo).astype(np.float32) / 255
    square = (colors * alpha[..., None] + (1 - alpha[..., None])).astype(np.float32)
    if side == frame.size:
        return square
    interpolation = cv2.INTER_AREA if side < frame.size else cv2.INTER_CUBIC
    return cv2.resize(square, (side, side), interpolation=interpolation).clip(0, 1)
