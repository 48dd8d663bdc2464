"""Saliency: class activation, diffused over regions of similar features."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.perception.attention import Map, attention, on_photo
from taureau.perception.clip import ClipEncoder
from taureau.perception.encoder import Encoder
from taureau.perception.taureau_clip import TaureauClip

_SIDE = 448  # px, the longer side at which features are compared, for a grid of 28 cells
_REACH = 0.35  # of the longer side: the radius of the affinity
_PRIOR_WEIGHT = 0.03  # weight of a cell's own prior against its neighbours


def saliency(encoder: Encoder, photo: NDArray[np.uint8], checkpoint: Callable[[], None] = lambda: None) -> Map:
    """Return how far each pixel of an sRGB photo [H, W, 3] belongs to its subject, 0 … 1, [H, W].

    For CLIP it is the attention alone, as published. The built-in encoder's class activation is coarse and misses parts
    that do not decide the class, such as a head or a wheel. So it is the prior on a graph of 28 × 28 cells, whose edges
    weigh the similarity of features, and the harmonic solution f of (L + μD) f = μD y spreads it over the whole object
    (Zhou et al., "Learning with Local and Global Consistency", 2003). `checkpoint` is called between
    the parts of the work, and may raise.
    """
    where = class_activation(encoder, photo)
    checkpoint()
    if isinstance(encoder, ClipEncoder | TaureauClip):
        return on_photo(where, photo.shape)
    cells, (rows, columns) = _cells(encoder, photo)
    checkpoint()
    y, x = np.mgrid[:rows, :columns]
    place = np.stack([y.ravel(), x.ravel()], axis=1) / max(rows, columns)
    squared = ((place[:, None] - place[None]) ** 2).sum(-1)
    affinity = np.maximum(cells @ cells.T - 0.1, 0) ** 2 * np.exp(-squared / (2 * _REACH**2)) + 1e-5  # [K, K]
    centre = np.exp(-(((y + 0.5) / rows * 2 - 1) ** 2 + ((x + 0.5) / columns * 2 - 1) ** 2) / 0.6)
    prior = (0.5 + 0.5 * _resized(where, rows, columns)) * centre * _texture(photo, rows, columns)
    prior -= prior.mean()
    prior -= 0.5 * _border(rows, columns)
    degree = affinity.sum(1)
    laplacian = np.diag(degree) - affinity
    spread = np.linalg.solve(laplacian + _PRIOR_WEIGHT * np.diag(degree), _PRIOR_WEIGHT * degree * prior.ravel())
    lowest, highest = np.percentile(spread, (0, 99))
    scaled = (spread.reshape(rows, columns) - lowest) / max(highest - lowest, 1e-9)
    return np.clip(_resized(scaled.astype(np.float32), *photo.shape[:2]), 0, 1)


def class_activation(encoder: Encoder, photo: NDArray[np.uint8], sentence: str | None = None) -> Map:
    """Return the encoder's attention in a photo [H, W, 3], with or without a sentence, 0 … 1, on its grid."""
    return attention(encoder, as_images(photo, encoder.size, encoder), sentence)


def as_images(photo: NDArray[np.uint8], side: int, encoder: Encoder) -> Tensor:
    """Return the photo [H, W, 3] resized to `side` px, both sides multiples of 32, as [1, 3, H', W'] in 0 … 1."""
    height, width = photo.shape[:2]
    scale = side / max(height, width)
    size = tuple(max(32, round(length * scale / 32) * 32) for length in (width, height))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(photo, size, interpolation=interpolation)
    return torch.from_numpy(resized).permute(2, 0, 1)[None].float().div(255).to(encoder.device)


@torch.no_grad()
def _cells(encoder: Encoder, photo: NDArray[np.uint8]) -> tuple[NDArray[np.float32], tuple[int, int]]:
    """Return unit-length features of each cell [K, C] from the stages of stride 16, and the grid's rows and columns."""
    stages = encoder.features(as_images(photo, _SIDE, encoder), 5)[3:5]
    centred = [stage - stage.mean((2, 3), keepdim=True) for stage in stages]
    unit = torch.cat([torch.nn.functional.normalize(stage, dim=1) for stage in centred], dim=1)[0]
    cells = torch.nn.functional.normalize(unit.flatten(1).T, dim=1).cpu().numpy()
    return cells, (unit.shape[1], unit.shape[2])


def _texture(photo: NDArray[np.uint8], rows: int, columns: int) -> Map:
    """Return the texture of each cell, 0.4 … 1: in an empty sky or wall features are meaningless."""
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.float32)
    grey = cv2.resize(grey, (columns * 8, rows * 8), interpolation=cv2.INTER_AREA)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    energy = cv2.resize(cv2.GaussianBlur(slope, (0, 0), 6), (columns, rows), interpolation=cv2.INTER_AREA)
    return np.clip(energy / max(float(np.median(energy)), 1e-6), 0.4, 1)


def _border(rows: int, columns: int) -> Map:
    """Return 1 at the photo's border, less at the bottom, where subjects are cut off more often."""
    border = np.zeros((rows, columns), dtype=np.float32)
    border[-1] = 0.4
    border[0] = border[:, 0] = border[:, -1] = 1.0
    return border


def _resized(values: Map, rows: int, columns: int) -> Map:
    resized: Map = cv2.resize(values, (columns, rows), interpolation=cv2.INTER_CUBIC)
    return resized
