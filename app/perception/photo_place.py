"""Where a photo lies among words: its likely ImageNet classes, each at the place of its name (ConSE, arXiv 1312.5650)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from app.perception.encoder import EfficientNetLite0

_FLAT = 1.5 / 255  # neighbours that differ by less than this are of one tone
_LIVELY = 0.55, 0.85  # the share of pixels beside which the tone changes: a drawing below, a photo above
_BEST = 10  # classes that have a say


class PhotoPlace(nn.Module):
    """The classes of the built-in network as directions among words, and how photo-like an image is.

    `directions` are the unit embeddings of the names of its 1,000 classes, [1000, D].
    """

    directions: Tensor

    def __init__(self, network: EfficientNetLite0, directions: Tensor) -> None:
        super().__init__()
        self._network = (network,)  # in a tuple: it is shared, and no part of what is saved
        self.register_buffer("directions", directions)

    def forward(self, images: Tensor) -> Tensor:
        """Unit directions [B, D] of images [B, 3, H, W], sRGB in 0 … 1: the names' by their probabilities."""
        network = self._network[0]
        side = network.size
        if images.shape[2:] != (side, side):
            images = nn.functional.interpolate(images, size=(side, side), mode="bilinear", antialias=True)
        shares = network.logits(network.features(images)[-1]).softmax(-1)
        best, which = shares.topk(min(_BEST, shares.shape[1]), dim=-1)  # [B, K]
        place = (best[..., None] * self.directions[which]).sum(1)
        return nn.functional.normalize(place, dim=-1)


def photo_likeness(images: Tensor) -> Tensor:
    """How far images [B, 3, H, W] are photos rather than drawings, 0 … 1, [B].

    Paper and ink are of one tone over most of a drawing; in a photo the tone changes nearly everywhere.
    """
    grey = images.mean(1, keepdim=True)
    pool = nn.functional.max_pool2d
    spread = pool(grey, 3, 1) + pool(-grey, 3, 1)  # the range of tones around each pixel, [B, 1, H − 2, W − 2]
    lively = ((spread - _FLAT) / _FLAT).clamp(0, 1).mean((1, 2, 3))
    low, high = _LIVELY
    return ((lively - low) / (high - low)).clamp(0, 1)
