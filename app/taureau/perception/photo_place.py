"""Where a photo lies among words: its likely ImageNet classes at the places of their names (ConSE, arXiv 1312.5650)."""

from __future__ import annotations

from torch import Tensor, nn

from taureau.perception.encoder import EfficientNetLite0

_SIDE = 224  # px, at which an image is looked at for its likeness to a photo, and for its classes
_FLAT = 1.5 / 255  # neighbours that differ by less than this are of one tone
_SHARP = 0.25, 0.35  # a range of tones around a pixel that is none of soft shading any more, and certainly none
_LIVELY = 0.48, 0.58  # the share of pixels around which the tone changes: a drawing below, a photo above
_SOFT = 0.75, 0.85  # the share of those whose change is soft, likewise
_GENTLE = 0.06, 0.1  # a range of tones that is still shading and no edge, and one that is none
_SHADED = (0.7, 0.8), (0.3, 0.4)  # of what is not plain, the shares of soft and of gentle change: drawn, and seen
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

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Unit directions [B, D] of images [B, 3, H, W], sRGB in 0 … 1: the names' by their probabilities.

        And how sure the network is of its best class, [B].
        """
        network = self._network[0]
        images = _at_sight(images)
        shares = network.logits(network.features(images)[-1]).softmax(-1)
        best, which = shares.topk(min(_BEST, shares.shape[1]), dim=-1)  # [B, K]
        place = (best[..., None] * self.directions[which]).sum(1)
        return nn.functional.normalize(place, dim=-1), best[:, 0]


def photo_likeness(images: Tensor) -> Tensor:
    """How far images [B, 3, H, W] are photos rather than drawings, 0 … 1, [B].

    Paper and ink are of one tone over most of a drawing, and where the tone changes, it does so sharply. In a photo it
    changes nearly everywhere, and mostly softly. What is only one of both, such as an emoji, is no photo.
    """
    spread = _spread(images)
    lively = _risen(spread, (_FLAT, 2 * _FLAT))
    soft = (lively - _risen(spread, _SHARP)).clamp(min=0)
    share = lively.mean((1, 2, 3))
    return _risen(share, _LIVELY) * _risen(soft.mean((1, 2, 3)) / (share + 1e-6), _SOFT)


def photo_shading(images: Tensor) -> Tensor:
    """How far what images [B, 3, H, W] show before a plain ground is shaded as in a photo, 0 … 1, [B].

    Tools on white are such: too much of the picture is of one tone for `photo_likeness`. Some emoji are shaded too, so
    that this alone makes no photo. A picture of less than 224 px is not judged, for to enlarge it softens every edge.
    """
    if min(images.shape[2:]) < _SIDE:
        return images.new_zeros(len(images))
    spread = _spread(images)
    lively = _risen(spread, (_FLAT, 2 * _FLAT))
    share = lively.mean((1, 2, 3)) + 1e-6
    soft, gentle = (
        (lively - _risen(spread, beyond)).clamp(min=0).mean((1, 2, 3)) / share for beyond in (_SHARP, _GENTLE)
    )
    return _risen(soft, _SHADED[0]) * _risen(gentle, _SHADED[1])


def _spread(images: Tensor) -> Tensor:
    """The range of tones around each pixel, [B, 1, 222, 222]."""
    grey = _at_sight(images).mean(1, keepdim=True)
    pool = nn.functional.max_pool2d
    spread: Tensor = pool(grey, 3, 1) + pool(-grey, 3, 1)
    return spread


def _risen(value: Tensor, between: tuple[float, float]) -> Tensor:
    """0 up to the first bound, 1 from the second, a straight line between."""
    low, high = between
    return ((value - low) / (high - low)).clamp(0, 1)


def _at_sight(images: Tensor) -> Tensor:
    if images.shape[2:] == (_SIDE, _SIDE):
        return images
    return nn.functional.interpolate(images, size=(_SIDE, _SIDE), mode="bilinear", antialias=True)
