"""What is where in a scene: dimensions beside those of the bundled CLIP, which tell exchanged words apart.

CLIP binds attributes poorly: "a red circle above a blue square" and the same words exchanged lie together (arXiv
2204.06125, section 7). These dimensions are next to nothing for a single thing and its name, so that naming goes on as
before.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from taureau.perception.quantisation import dequantised, quantised

_MOST = 0.6  # length of these dimensions in a unit embedding, at most
_GAIN = 12.0  # gain of a sentence's embedding: unit vectors have small entries
_DROPPED = 0.2  # share of the hidden features of an image during training
_SCALE = ".scale"


class Relations(nn.Module):
    """Two networks of two layers, from an image's features and from a sentence's embedding to common dimensions."""

    mean: Tensor
    spread: Tensor

    def __init__(self, features: int, sentence_width: int, *, hidden: int = 512, width: int = 96) -> None:
        """`features`: the number of those of an image, pooled and by place."""
        super().__init__()
        self.width = width
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("spread", torch.ones(features))
        self.image = nn.Sequential(
            nn.Linear(features, hidden), nn.GELU(), nn.Dropout(_DROPPED), nn.Linear(hidden, width)
        )
        self.sentence = nn.Sequential(
            nn.Linear(sentence_width, 3 * hidden // 2), nn.GELU(), nn.Linear(3 * hidden // 2, width)
        )

    def of_images(self, features: Tensor) -> Tensor:
        """Features of images as `places` returns them -> [B, width], shorter than 1."""
        return _bounded(self.image((features - self.mean) / self.spread))

    def of_sentences(self, sentences: Tensor) -> Tensor:
        """Embeddings of sentences [B, sentence_width] -> [B, width], shorter than 1."""
        return _bounded(self.sentence(_GAIN * sentences))


def places(last: Tensor, pooled: Tensor) -> Tensor:
    """Return the features of images [B, F], from their last stage [B, C, H, W] and its pooled features [B, P]."""
    return torch.cat([pooled, last.flatten(1)], 1)


def beside(embeddings: Tensor, relations: Tensor) -> Tensor:
    """Return unit embeddings [B, D] with relations [B, R], shorter than 1, as unit embeddings [B, D + R]."""
    left = (1 - relations.square().sum(-1, keepdim=True)).sqrt()
    return torch.cat([embeddings * left, relations], -1)


def packed_relations(relations: Relations) -> bytes:
    """Return the networks as a safetensors file: matrices as int8 with an fp16 scale for each row, the rest in fp16."""
    from safetensors.torch import save

    state: dict[str, Tensor] = {}
    for key, value in relations.state_dict().items():
        if value.ndim < 2:
            state[key] = value.half()
        else:
            state[key], state[key + _SCALE] = quantised(value)
    return save({key: value.contiguous() for key, value in state.items()})


def relations_from_file(file: Path) -> Relations:
    """Load what `packed_relations` wrote; raises what safetensors and torch raise for a damaged file."""
    from safetensors.torch import load_file

    state = _unpacked(load_file(file))
    hidden, features = state["image.0.weight"].shape
    width, sentence_width = len(state["image.3.bias"]), state["sentence.0.weight"].shape[1]
    relations = Relations(features, sentence_width, hidden=hidden, width=width)
    relations.load_state_dict(state)
    return relations.eval().requires_grad_(False)


def _unpacked(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {
        key: dequantised(value, state[key + _SCALE]) if key + _SCALE in state else value.float()
        for key, value in state.items()
        if not key.endswith(_SCALE)
    }


def _bounded(vectors: Tensor) -> Tensor:
    """Return vectors [B, R] in their direction, shorter than `_MOST`."""
    return vectors / (1 + (vectors.square().sum(-1, keepdim=True)) / _MOST**2).sqrt()
