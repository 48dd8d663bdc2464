"""Text embeddings that a drawing of a sentence must not be mistaken for."""

from __future__ import annotations

import torch
from torch import Tensor

from taureau.perception import Encoder, TaureauClip

_SCRIBBLES = ("a scribble", "random lines", "tangled lines", "abstract lines", "noise", "a curve")
_SYNONYM = 0.8  # the cosine from which a name means nearly the same as the sentence


def distractor_directions(encoder: Encoder, text: Tensor) -> Tensor:
    """Return unit embeddings [K, D] of scribbles, and of the encoder's class names that are not near `text` [1, D]."""
    others = encoder.encode_text(_SCRIBBLES)
    if isinstance(encoder, TaureauClip):
        names = encoder.photos.directions
        others = torch.cat([others, names[(names @ text[0]) < _SYNONYM]])
    return others
