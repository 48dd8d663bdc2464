"""The model: EfficientNet-Lite0 from ImageNet with its first stages frozen, and two projections."""

from __future__ import annotations

import copy
import math
from typing import Any

import torch
from taureau.perception.faster import bfloat16_pays
from taureau.perception.taureau_clip import DrawingTower
from torch import Tensor, nn

MAX_LOG_SCALE = math.log(100)
_INITIAL_SCALE = 20.0


class PictogramModel(nn.Module):
    """Embeds images, and frozen features of sentences, in one space of `width` dimensions; learns a cosine scale.

    The stem and the first `frozen` stages keep their ImageNet weights and statistics. On a CPU with fast bfloat16
    they are computed in it during training: in float32 they take half of the time of a step.
    """

    def __init__(self, *, frozen: int = 3, sentence_width: int = 384, hidden: int = 512, width: int = 256) -> None:
        super().__init__()
        self.hidden, self.width = hidden, width
        self.tower = DrawingTower(hidden, width)
        self.words = nn.Linear(sentence_width, width)
        self.scale = nn.Parameter(torch.tensor(math.log(_INITIAL_SCALE)))
        self.requires_grad_(True)
        network = self.tower.network.network
        self._first = self.tower.network._stages[frozen].start
        for part in self._frozen_parts():
            part.requires_grad_(False)
        self.to(memory_format=torch.channels_last)
        early = network._conv_stem, network._bn0, network._swish, *network._blocks[: self._first]
        self._early = (_fused(nn.Sequential(*early)),)  # in a tuple, so that it is no submodule
        self.train()

    def train(self, mode: bool = True) -> PictogramModel:
        super().train(mode)
        for part in self._frozen_parts():
            part.eval()
        return self

    @torch.no_grad()
    def early(self, images: Tensor) -> Tensor:
        """Return the output of the frozen stages for images [B, 3, S, S], sRGB in 0 … 1."""
        network = self._early[0]
        inputs = (images * (255 / 128) - 127 / 128).contiguous(memory_format=torch.channels_last)
        out: Tensor = network(inputs.to(next(network.parameters()).dtype))
        return out.float()

    def late(self, early: Tensor) -> Tensor:
        """Return unit embeddings [B, width] from the output of `early`."""
        x = early
        for block in self.tower.network.network._blocks[self._first :]:
            x = block(x)
        return nn.functional.normalize(self.tower.embed(x), dim=-1)

    def forward(self, images: Tensor) -> Tensor:
        """Return unit embeddings [B, width] of images [B, 3, S, S], sRGB in 0 … 1."""
        return self.late(self.early(images))

    def read(self, features: Tensor) -> Tensor:
        """Return unit embeddings [K, width] of features of sentences [K, sentence_width]."""
        return nn.functional.normalize(self.words(features), dim=-1)

    def _frozen_parts(self) -> list[nn.Module]:
        network = self.tower.network.network
        return [network._conv_stem, network._bn0, *network._blocks[: self._first]]


def _fused(early: nn.Sequential) -> nn.Sequential:
    """Return a copy with batch normalisation folded into convolutions, in bfloat16 where that is faster."""
    from torch.nn.utils.fusion import fuse_conv_bn_eval

    early = copy.deepcopy(early).eval()
    folded: Any = fuse_conv_bn_eval  # its annotation is narrower than what it accepts
    early[0], early[1] = folded(early[0], early[1]), nn.Identity()
    for block in list(early)[3:]:
        for convolution, norm in (("_expand_conv", "_bn0"), ("_depthwise_conv", "_bn1"), ("_project_conv", "_bn2")):
            if hasattr(block, convolution):
                setattr(block, convolution, folded(getattr(block, convolution), getattr(block, norm)))
                setattr(block, norm, nn.Identity())
    early = early.requires_grad_(False).to(memory_format=torch.channels_last)
    return early.bfloat16() if bfloat16_pays() else early
