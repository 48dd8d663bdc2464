"""The network that learns: EfficientNet-Lite0 from ImageNet, its first stages frozen, and two projections."""

from __future__ import annotations

import copy
import math
from typing import Any

import torch
from taureau.perception.faster import bfloat16_pays
from taureau.perception.taureau_clip import DrawingTower
from torch import Tensor, nn

SHARPEST = math.log(100)  # the logarithm of the scale never exceeds this
_FIRST_SCALE = 20.0


class PictogramModel(nn.Module):
    """Images and the frozen features of sentences to one space of `width` dimensions, and the scale of its cosines.

    The stem and the first `frozen` stages stay as ImageNet left them, their normalisation too. On a CPU that is quick
    at it they are computed in bfloat16 while learning: they take half of a step else.
    """

    def __init__(self, *, frozen: int = 3, sentence_width: int = 384, hidden: int = 512, width: int = 256) -> None:
        super().__init__()
        self.hidden, self.width = hidden, width
        self.tower = DrawingTower(hidden, width)
        self.words = nn.Linear(sentence_width, width)
        self.scale = nn.Parameter(torch.tensor(math.log(_FIRST_SCALE)))
        self.requires_grad_(True)
        network = self.tower.network.network
        self._first = self.tower.network._stages[frozen].start
        for part in self._still():
            part.requires_grad_(False)
        self.to(memory_format=torch.channels_last)
        early = network._conv_stem, network._bn0, network._swish, *network._blocks[: self._first]
        self._early = (_quick(nn.Sequential(*early)),)  # in a tuple: it is no part of what is kept
        self.train()

    def train(self, mode: bool = True) -> PictogramModel:
        super().train(mode)
        for part in self._still():
            part.eval()
        return self

    @torch.no_grad()
    def early(self, images: Tensor) -> Tensor:
        """What the frozen stages make of images [B, 3, S, S], sRGB in 0 … 1."""
        network = self._early[0]
        inputs = (images * (255 / 128) - 127 / 128).contiguous(memory_format=torch.channels_last)
        out: Tensor = network(inputs.to(next(network.parameters()).dtype))
        return out.float()

    def late(self, early: Tensor) -> Tensor:
        """Unit embeddings [B, width] of what `early` gave."""
        x = early
        for block in self.tower.network.network._blocks[self._first :]:
            x = block(x)
        return nn.functional.normalize(self.tower.embed(x), dim=-1)

    def forward(self, images: Tensor) -> Tensor:
        """Unit embeddings [B, width] of images [B, 3, S, S], sRGB in 0 … 1."""
        return self.late(self.early(images))

    def read(self, features: Tensor) -> Tensor:
        """Unit embeddings [K, width] of the features of sentences [K, sentence_width]."""
        return nn.functional.normalize(self.words(features), dim=-1)

    def _still(self) -> list[nn.Module]:
        network = self.tower.network.network
        return [network._conv_stem, network._bn0, *network._blocks[: self._first]]


def _quick(early: nn.Sequential) -> nn.Sequential:
    """A copy with its normalisation folded into its convolutions, in bfloat16 where that is faster."""
    from torch.nn.utils.fusion import fuse_conv_bn_eval

    early = copy.deepcopy(early).eval()
    folded: Any = fuse_conv_bn_eval  # it takes any sort of convolution, but says less
    early[0], early[1] = folded(early[0], early[1]), nn.Identity()
    for block in list(early)[3:]:
        for convolution, norm in (("_expand_conv", "_bn0"), ("_depthwise_conv", "_bn1"), ("_project_conv", "_bn2")):
            if hasattr(block, convolution):
                setattr(block, convolution, folded(getattr(block, convolution), getattr(block, norm)))
                setattr(block, norm, nn.Identity())
    early = early.requires_grad_(False).to(memory_format=torch.channels_last)
    return early.bfloat16() if bfloat16_pays() else early
