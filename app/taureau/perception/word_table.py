"""The table of a text tower's word embeddings, kept as whole numbers of one byte: most of what the tower weighs."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from taureau.perception.byte_rows import as_bytes, from_bytes

WORDS = "embeddings.word_embeddings.weight"  # [V, W]; int8 where packed
SCALES = "embeddings.word_embeddings.scale"  # [V], fp16: what a row's whole numbers are multiplied by


def packed_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A tower's weights with its word table as int8 and one fp16 scale a row; what is packed already stays as it is."""
    if SCALES in state:
        return dict(state)
    whole, scales = as_bytes(state[WORDS])
    return {**state, WORDS: whole, SCALES: scales}


def unpacked_words(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """A tower's weights with its word table in float32 and no scales; what is not packed stays as it is."""
    if SCALES not in state:
        return dict(state)
    rest = {key: value for key, value in state.items() if key != SCALES}
    return {**rest, WORDS: from_bytes(state[WORDS], state[SCALES])}
