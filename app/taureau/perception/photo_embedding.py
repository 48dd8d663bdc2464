"""Photo embeddings from class names (ConSE, arXiv 1312.5650), and how photo-like an image is."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from taureau.perception.encoder import EfficientNetLite0

_SIDE = 224  # px, at which images are classified and compared with photos
_FLAT = 1.5 / 255  # a difference of neighbours below this counts as flat
_SHARP = 0.25, 0.35  # local ranges: soft shading below, certainly an edge above
_TEXTURED = 0.48, 0.58  # shares of non-flat pixels: a drawing below, a photo above
_PAPER = 0.45  # share of non-flat pixels of a small image below which it is certainly a drawing
_SOFT = 0.75, 0.85  # the share of softly shaded ones among them, likewise
_GENTLE = 0.06, 0.1  # local ranges: gentle shading below, an edge above
_SHADED = (0.7, 0.8), (0.3, 0.4)  # shares of soft and gentle pixels among the non-flat: a drawing below, a photo above
_BEST = 10  # classes that are averaged


class PhotoEmbedder(nn.Module):
    """Embeds a photo by the names of the classes that the built-in network finds in it.

    `directions` are the unit embeddings of the names of its 1,000 classes, [1000, D].
    """

    directions: Tensor

    def __init__(self, network: Callable[[], EfficientNetLite0], directions: Tensor) -> None:
        """`network` is called at the first photo; it is shared, and not part of the state dict."""
        super().__init__()
        self._network = network
        self.register_buffer("directions", directions)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return embeddings of images [B, 3, H, W], sRGB in 0 … 1, and the probability of the best class, [B].

        The embeddings, unit vectors [B, D], are means of the class names' embeddings weighted by probability.
        """
        network = self._network()
        images = _resized(images)
        shares = network.logits(network.features(images)[-1]).softmax(-1)
        best, which = shares.topk(min(_BEST, shares.shape[1]), dim=-1)  # [B, K]
        mean = (best[..., None] * self.directions[which]).sum(1)
        return nn.functional.normalize(mean, dim=-1), best[:, 0]


@torch.no_grad()
def photo_cues(images: Tensor) -> tuple[Tensor, Tensor]:
    """Return `photo_likeness` and `photo_shading` of images [B, 3, H, W], measured together and without gradients.

    Small images are enlarged for that, unless all of them have flat paper enough at their own size: enlarging does not
    add texture.
    """
    if not images.is_cuda and max(images.shape[2:]) < _SIDE:  # on CUDA the test would synchronise
        textured = _ramp(_range_of(images.mean(1, keepdim=True)), (_FLAT, 2 * _FLAT)).mean((1, 2, 3))
        if bool((textured < _PAPER).all()):
            none = images.new_zeros(len(images))
            return none, none
    local_range = _local_range(images)
    return _likeness(local_range), _shading(local_range, images)


def photo_likeness(images: Tensor) -> Tensor:
    """Return how far images [B, 3, H, W] are photos rather than drawings, 0 … 1, [B].

    A drawing is flat over most of its area and has sharp edges; a photo has nearly no flat areas and mostly soft
    changes. An image with only one of both, such as an emoji, is not a photo.
    """
    return _likeness(_local_range(images))


def _likeness(local_range: Tensor) -> Tensor:
    textured = _ramp(local_range, (_FLAT, 2 * _FLAT))
    soft = (textured - _ramp(local_range, _SHARP)).clamp(min=0)
    share = textured.mean((1, 2, 3))
    return _ramp(share, _TEXTURED) * _ramp(soft.mean((1, 2, 3)) / (share + 1e-6), _SOFT)


def photo_shading(images: Tensor) -> Tensor:
    """Return how far subjects before a plain background [B, 3, H, W] are shaded as in a photo, 0 … 1, [B].

    For instance tools on white, whose background is too flat for `photo_likeness`. Some emoji are shaded too, so this
    alone does not make a photo. Images below 224 px give 0, for enlarging softens every edge.
    """
    return _shading(_local_range(images), images)


def _shading(local_range: Tensor, images: Tensor) -> Tensor:
    if min(images.shape[2:]) < _SIDE:
        return images.new_zeros(len(images))
    textured = _ramp(local_range, (_FLAT, 2 * _FLAT))
    share = textured.mean((1, 2, 3)) + 1e-6
    soft, gentle = (
        (textured - _ramp(local_range, beyond)).clamp(min=0).mean((1, 2, 3)) / share for beyond in (_SHARP, _GENTLE)
    )
    return _ramp(soft, _SHADED[0]) * _ramp(gentle, _SHADED[1])


def _local_range(images: Tensor) -> Tensor:
    """Return the range of grey levels around each pixel, [B, 1, 222, 222]."""
    return _range_of(_resized(images).mean(1, keepdim=True))


def _range_of(grey: Tensor) -> Tensor:
    """Return the range in the 3 × 3 neighbourhood of each inner pixel, [B, 1, H - 2, W - 2]."""
    pool = nn.functional.max_pool2d
    local_range: Tensor = pool(grey, 3, 1) + pool(-grey, 3, 1)
    return local_range


def _ramp(value: Tensor, between: tuple[float, float]) -> Tensor:
    """Return a linear ramp: 0 up to the first bound, 1 from the second."""
    low, high = between
    return ((value - low) / (high - low)).clamp(0, 1)


def _resized(images: Tensor) -> Tensor:
    if images.shape[2:] == (_SIDE, _SIDE):
        return images
    return nn.functional.interpolate(images, size=(_SIDE, _SIDE), mode="bilinear", antialias=True)
