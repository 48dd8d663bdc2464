"""Frozen sentence features, computed once and cached on disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import torch
from taureau.perception.faster import bfloat16_pays
from taureau.perception.sentences import SentenceTower
from torch import Tensor

_BATCH = 256  # sentences


def sentence_features(tower: SentenceTower, sentences: Sequence[str], cache: Path) -> Tensor:
    """Return the features [K, W] of sentences in half precision, from the file `cache` where possible.

    The cache belongs to one tower; it is rewritten when sentences were missing.
    """
    from safetensors.torch import load_file, save_file

    known = (
        load_file(cache) if cache.exists() else {"keys": torch.empty(0, dtype=torch.int64), "features": torch.empty(0)}
    )
    row_of = {key: index for index, key in enumerate(known["keys"].tolist())}
    keys = [_key(sentence) for sentence in sentences]
    new = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if key not in row_of}
    order = sorted(new, key=lambda key: len(new[key]))  # of similar length, with little padding
    read = [known["features"].half().reshape(-1, tower.width)]
    for start in range(0, len(order), _BATCH):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16_pays()):
            read.append(tower([new[key] for key in order[start : start + _BATCH]]).half())
    features = torch.cat(read)
    if order:
        row_of |= {key: len(row_of) + index for index, key in enumerate(order)}
        part = cache.with_name(cache.name + ".part")
        save_file({"keys": torch.tensor(list(row_of)), "features": features}, part)
        os.replace(part, cache)
    return features[torch.tensor([row_of[key] for key in keys])]


def _key(sentence: str) -> int:
    """Return a 64-bit hash of a sentence."""
    return int.from_bytes(hashlib.sha256(sentence.encode()).digest()[:8], "big", signed=True)
