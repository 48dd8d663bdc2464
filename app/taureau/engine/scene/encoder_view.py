"""What an encoder is shown of a photo, and where it looks in it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from taureau.engine.cancellation import Stopwatch
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.masked_subject import on_white
from taureau.engine.scene.scene import CANVAS, Map
from taureau.perception import Encoder, saliency


@dataclass(frozen=True, eq=False)
class Sight:
    """The masked subject on white, and what is salient in it."""

    mask: NDArray[np.bool_]  # [H, W] of the photo
    image: NDArray[np.uint8]  # [CANVAS, CANVAS, 3]
    shown: torch.Tensor  # the same at the encoder's size, [1, 3, S, S] in 0 … 1
    attention: Map  # [CANVAS, CANVAS], 0 … 1
    saliency: Map  # the same over the photo, [H, W], 0 beyond the frame


def show(
    encoder: Encoder, gazer: Encoder, photo: NDArray[np.uint8], mask: NDArray[np.bool_], frame: Frame, watch: Stopwatch
) -> Sight:
    """Show a photo [H, W, 3] to the encoder; `gazer` is whose attention counts. Raises StoppedError."""
    target = on_white(photo, mask, frame, CANVAS)
    square = torch.from_numpy(cv2.resize(target, (encoder.size, encoder.size), interpolation=cv2.INTER_AREA))
    shown = square.permute(2, 0, 1)[None].contiguous().to(encoder.device)
    watch.checkpoint()
    image = np.round(target * 255).astype(np.uint8)
    attention = saliency(gazer, image, watch.checkpoint)
    watch.checkpoint()
    return Sight(mask, image, shown, attention, frame.on_photo(attention, mask.shape))
