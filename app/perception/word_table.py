"""The table of a text tower's word embeddings, kept as whole numbers of one byte: most of what the tower weighs."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

WORDS = "embeddings.word_embeddings.weight"  # [V, W]; int8 where packed
SCALES = "embeddings.word_embeddings.scale"  # [V], fp16: what a row's whole numbers are multiplied by
_MOST = 127
_LEAST_SCALE = 2.0**-14  # the least of fp16 at full precision


def packed_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A tower's weights with its word table as int8 and one fp16 scale a row; what is packed already stays as it is."""
    if SCALES in state:
        return dict(state)
    rows = state[WORDS].float()
    scales = (rows.abs().amax(1) / _MOST).clamp(min=_LEAST_SCALE).half()
    whole = (rows / scales.float()[:, None]).round().clamp(-_MOST, _MOST).to(torch.int8)
    return {**state, WORDS: whole, SCALES: scales}


def unpacked_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A tower's weights with its word table in float32 and no scales; what is not packed stays as it is."""
    if SCALES not in state:
        return dict(state)
    rest = {key: value for key, value in state.items() if key != SCALES}
    return {**rest, WORDS: state[WORDS].float() * state[SCALES].float()[:, None]}
