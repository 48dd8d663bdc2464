"""The network that learns: EfficientNet-Lite0 from ImageNet, its first stages frozen, and two projections."""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch import Tensor, nn

from app.perception.taureau_clip import DrawingTower

SHARPEST = math.log(100)  # the logarithm of the scale never exceeds this


class PictogramModel(nn.Module):
    """Images and the frozen features of sentences to one space of `width` dimensions, and the scale of its cosines.

    The stem and the first `frozen` stages stay as ImageNet left them, their normalisation too.
    """

    def __init__(self, *, frozen: int = 3, sentence_width: int = 384, hidden: int = 512, width: int = 256) -> None:
        super().__init__()
        self.hidden, self.width = hidden, width
        self.tower = DrawingTower(hidden, width)
        self.words = nn.Linear(sentence_width, width)
        self.scale = nn.Parameter(torch.tensor(math.log(1 / 0.05)))
        self.requires_grad_(True)
        net, stages = self.tower.network.network, self.tower.network._stages
        self._head_start = stages[frozen].start if frozen < len(stages) else len(net._blocks)
        self._still = nn.ModuleList([net._conv_stem, net._bn0, *net._blocks[: self._head_start]])
        self._still.requires_grad_(False)
        self.train()

    def train(self, mode: bool = True) -> PictogramModel:
        super().train(mode)
        self._still.eval()
        return self

    def state(self) -> dict[str, Tensor]:
        """What is kept of it: all but the second name of the frozen part."""
        return {key: value for key, value in self.state_dict().items() if not key.startswith("_still.")}
