"""Quantisation of a text tower's word embeddings, which are most of its weights."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from taureau.perception.byte_rows import as_bytes, from_bytes

WORDS = "embeddings.word_embeddings.weight"  # [V, W]; int8 where packed
SCALES = "embeddings.word_embeddings.scale"  # [V], fp16, the scale of each row


def packed_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return a tower's weights with the word table as int8 and an fp16 scale per row; idempotent."""
    if SCALES in state:
        return dict(state)
    whole, scales = as_bytes(state[WORDS])
    return {**state, WORDS: whole, SCALES: scales}


def unpacked_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return a tower's weights with the word table in float32 and no scales; idempotent."""
    if SCALES not in state:
        return dict(state)
    rest = {key: value for key, value in state.items() if key != SCALES}
    return {**rest, WORDS: from_bytes(state[WORDS], state[SCALES])}
