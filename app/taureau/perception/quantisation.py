"""Row-wise int8 quantisation of weights: a quarter of the size of float32, and nearly as exact."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

WORDS = "embeddings.word_embeddings.weight"  # [V, W]; most of a text tower's weights; int8 where quantised
SCALES = "embeddings.word_embeddings.scale"  # [V], fp16, the scale of each row
_MOST = 127
_LEAST_SCALE = 2.0**-14  # the smallest normal number of fp16


def quantised(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Return a matrix [R, C] as int8 [R, C] and a scale for each row, fp16 [R]."""
    rows = rows.float()
    scales = (rows.abs().amax(1) / _MOST).clamp(min=_LEAST_SCALE).half()
    return (rows / scales.float()[:, None]).round().clamp(-_MOST, _MOST).to(torch.int8), scales


def dequantised(rows: Tensor, scales: Tensor) -> Tensor:
    """Return the matrix [R, C] in float32."""
    return rows.float() * scales.float()[:, None]


def packed_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return a text tower's weights with the word table quantised; idempotent."""
    if SCALES in state:
        return dict(state)
    rows, scales = quantised(state[WORDS])
    return {**state, WORDS: rows, SCALES: scales}


def unpacked_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return a text tower's weights with the word table in float32 and no scales; idempotent."""
    if SCALES not in state:
        return dict(state)
    rest = {key: value for key, value in state.items() if key != SCALES}
    return {**rest, WORDS: dequantised(state[WORDS], state[SCALES])}
