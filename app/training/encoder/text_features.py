"""The frozen features of many sentences, each read once and kept on disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import torch
from taureau.perception.faster import bfloat16_pays
from taureau.perception.sentences import SentenceTower
from torch import Tensor

_AT_ONCE = 256  # sentences


def read_all(tower: SentenceTower, sentences: Sequence[str], kept: Path) -> Tensor:
    """The features [K, W] of all sentences in half precision; those known from an earlier time are taken from `kept`.

    `kept` is a file for one tower; it is written anew where sentences were missing in it.
    """
    from safetensors.torch import load_file, save_file

    known = (
        load_file(kept) if kept.exists() else {"keys": torch.empty(0, dtype=torch.int64), "features": torch.empty(0)}
    )
    place = {key: index for index, key in enumerate(known["keys"].tolist())}
    keys = [_key(sentence) for sentence in sentences]
    new = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if key not in place}
    order = sorted(new, key=lambda key: len(new[key]))  # alike in length, so there is little padding
    read = [known["features"].half().reshape(-1, tower.width)]
    for start in range(0, len(order), _AT_ONCE):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16_pays()):
            read.append(tower([new[key] for key in order[start : start + _AT_ONCE]]).half())
    features = torch.cat(read)
    if order:
        place |= {key: len(place) + index for index, key in enumerate(order)}
        part = kept.with_name(kept.name + ".part")
        save_file({"keys": torch.tensor(list(place)), "features": features}, part)
        os.replace(part, kept)
    return features[torch.tensor([place[key] for key in keys])]


def _key(sentence: str) -> int:
    """A number for a sentence; of two sentences in a billion billion one pair is alike."""
    return int.from_bytes(hashlib.sha256(sentence.encode()).digest()[:8], "big", signed=True)
