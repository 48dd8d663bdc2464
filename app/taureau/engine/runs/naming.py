"""A photo named by the 1,000 classes of the built-in network, and a drawing by the same names."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.document import Drawing
from taureau.engine.scene.render_drawing import drawing_view
from taureau.perception import builtin_encoder, own_clip

_SHOWN = 5  # names


@torch.no_grad()
def photo_names(photo: NDArray[np.uint8], device: str = "cpu") -> dict[str, float]:
    """Return the five most probable classes of a photo [H, W, 3], sRGB, with their probabilities; raises WeightsError.

    The probabilities of all 1,000 classes add up to 1.
    """
    clip, encoder = own_clip(device), builtin_encoder(device)
    last = encoder.features(clip.prepare(photo))[-1]
    return _most_probable(clip.names, encoder.logits(last)[0].softmax(0))


@torch.no_grad()
def drawing_names(drawing: Drawing, among: Collection[str] = (), device: str = "cpu") -> dict[str, float]:
    """Return the probabilities of these class names for a drawing, by default of its five most probable ones.

    The bundled CLIP compares it with all names. Raises WeightsError.
    """
    clip = own_clip(device)
    seen = clip.encode_image(drawing_view(drawing, clip.size, device), embedding=True).direction()[0]
    shares = (clip.logit_scale * clip.class_directions @ seen).softmax(0)
    if not among:
        return _most_probable(clip.names, shares)
    return {name: share for name, share in zip(clip.names, shares.tolist(), strict=True) if name in among}


def _most_probable(names: tuple[str, ...], shares: Tensor) -> dict[str, float]:
    best, indices = shares.topk(_SHOWN)
    return {names[index]: share for index, share in zip(indices.tolist(), best.tolist(), strict=True)}
