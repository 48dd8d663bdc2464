"""Superpixels: small pieces of a photo between its edges, and what is measured of them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.perception.eye import Sight

Map = NDArray[np.float32]  # [H, W]

_GRADIENT = 20.0  # L*a*b* units per px at which an edge of colour counts a half
_LEARNED, _COLORED = 0.6, 0.8  # weights of the contour map and of the edges of colour
_SMOOTHNESS = 1.5  # px, of the edges whose valleys seed the pieces
_SPACING = 9  # px: a seed is the lowest place in a window of this side
_TINT = 0.7  # weight of colour beside edges while the pieces grow


@dataclass(frozen=True, eq=False)
class Superpixels:
    """K pieces and the pairs of them that touch."""

    labels: NDArray[np.int32]  # [H, W], 0 … K − 1
    area: NDArray[np.float64]  # [K], px
    border: NDArray[np.float64]  # [K], px on the border of the photo
    subject: NDArray[np.float64]  # [K], mean likelihood of the subject, 0 … 1
    color: NDArray[np.float64]  # [K, 3], mean L*a*b*
    pairs: NDArray[np.int64]  # [P, 2], the smaller label first
    length: NDArray[np.float64]  # [P], px of common outline
    edge: NDArray[np.float64]  # [P], sum of the edge strength along it, 0 … 1 each px


def superpixels(photo: NDArray[np.uint8], sight: Sight) -> Superpixels:
    """Divide an sRGB photo [H, W, 3] along its contours and edges of colour (watershed, Meyer 1994)."""
    lab = cv2.bilateralFilter(cv2.cvtColor(photo.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), 5, 8, 3)
    edges = _edges(lab, sight.contour)
    labels = _watershed(lab, edges)
    area = np.bincount(labels.ravel()).astype(np.float64)

    def mean(values: Map) -> NDArray[np.float64]:
        return np.bincount(labels.ravel(), weights=values.ravel()) / area

    outside = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    border = np.bincount(outside, minlength=len(area)).astype(np.float64)
    color = np.stack([mean(lab[..., channel]) for channel in range(3)], axis=1)
    return Superpixels(labels, area, border, mean(sight.subject), color, *_touching(labels, edges))


def _edges(lab: NDArray[np.float32], contour: Map) -> Map:
    """Return the strength of edges [H, W], 0 … 1."""
    across, down = (cv2.Scharr(lab, cv2.CV_32F, *way) / 32 for way in ((1, 0), (0, 1)))
    gradient = np.sqrt((across**2 + down**2).sum(-1)) / _GRADIENT
    edges: Map = (_LEARNED * contour + _COLORED * gradient / (1 + gradient)).clip(0, 1)
    return edges


def _watershed(lab: NDArray[np.float32], edges: Map) -> NDArray[np.int32]:
    """Return the labels [H, W] of the pieces that grow from the valleys between edges."""
    smooth = cv2.GaussianBlur(edges, (0, 0), _SMOOTHNESS)
    valleys = smooth <= cv2.erode(smooth, np.ones((_SPACING, _SPACING))) + 1e-4
    _, seeds = cv2.connectedComponents(valleys.astype(np.uint8))
    tint = lab[..., 1] + lab[..., 2] + 128
    planes = np.dstack([255 * edges, _TINT * 2.55 * lab[..., 0], _TINT * tint]).clip(0, 255).astype(np.uint8)
    # The watershed gives no label to the border of what it gets: here one px beyond the photo.
    planes, seeds = (cv2.copyMakeBorder(image, 1, 1, 1, 1, cv2.BORDER_REPLICATE) for image in (planes, seeds))
    labels = cv2.watershed(planes, seeds)[1:-1, 1:-1]
    while (between := labels <= 0).any():  # the lines between pieces go to one side
        labels = np.where(between, cv2.dilate(labels.astype(np.float32), np.ones((3, 3))), labels).astype(np.int32)
    return labels - 1


def _touching(
    labels: NDArray[np.int32], edges: Map
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the pairs of labels that touch [P, 2], the length of their outline and its strength [P]."""
    sides = [(labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])]
    one, other = (np.concatenate([pair[side].ravel() for pair in sides]).astype(np.int64) for side in (0, 1))
    strength = np.concatenate(
        [np.maximum(edges[:, :-1], edges[:, 1:]).ravel(), np.maximum(edges[:-1], edges[1:]).ravel()]
    )
    differ = one != other
    count = int(labels.max()) + 1
    keys = np.minimum(one, other)[differ] * count + np.maximum(one, other)[differ]
    unique, pair = np.unique(keys, return_inverse=True)
    length = np.bincount(pair).astype(np.float64)
    edge = np.bincount(pair, weights=strength[differ]).astype(np.float64)
    return np.stack(np.divmod(unique, count), axis=1), length, edge
