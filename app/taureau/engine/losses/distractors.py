"""What a drawing of a sentence is not to be taken for."""

from __future__ import annotations

import torch
from torch import Tensor

from taureau.perception import Encoder, TaureauClip

_SCRIBBLES = ("a scribble", "random lines", "tangled lines", "abstract lines", "noise", "a curve")
_ALIKE = 0.8  # cosine of names that mean nearly the same as the sentence


def other_names(encoder: Encoder, text: Tensor) -> Tensor:
    """The directions [K, D] of scribbles, and of the names an encoder knows but those close to `text` [1, D]."""
    others = encoder.read(_SCRIBBLES)
    if isinstance(encoder, TaureauClip):
        names = encoder.photos.directions
        others = torch.cat([others, names[(names @ text[0]) < _ALIKE]])
    return others
