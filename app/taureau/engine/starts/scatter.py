"""First strokes without contours: at saliency-sampled points (CLIPasso), scattered, or on a grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.scene import CANVAS

_TEMPERATURE = 0.3  # of the softmax over pixels
_STEP = 0.05  # of half the canvas: the largest step between control points, in x and in y

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


def published_start(
    attention: NDArray[np.floating],  # [CANVAS, CANVAS], saliency on any scale
    ink: NDArray[np.floating],  # [CANVAS, CANVAS], XDoG edges, 0 … 1
    count: int,
    random: np.random.Generator,
) -> Points:
    """Return CLIPasso's first strokes (arXiv 2202.05822, section 3.3).

    Points are drawn without replacement from a softmax, at temperature 0.3, over the non-zero pixels of saliency,
    min–max scaled, times edges. Where there are too few such pixels, they are drawn from all.
    """
    spread = float(np.ptp(attention))
    density = (attention - attention.min()) / (spread if spread > 0 else 1.0) * ink
    pixels = np.flatnonzero(density)
    if len(pixels) < count:
        pixels = np.arange(density.size)
    probability = np.exp(density.ravel()[pixels].astype(np.float64) / _TEMPERATURE)
    picked = random.choice(pixels, size=count, replace=False, p=probability / probability.sum())
    return scribbles(np.stack([picked % CANVAS, picked // CANVAS], axis=-1) + 0.5, random)


def scattered_start(count: int, random: np.random.Generator, *, margin: float = 0.15) -> Points:
    """Return strokes at random points away from the canvas's border."""
    return scribbles(random.uniform(margin, 1 - margin, size=(count, 2)) * CANVAS, random, reach=4)


def grid_start(count: int, random: np.random.Generator, *, margin: float = 0.15) -> Points:
    """Return strokes in the cells of a grid, whose last row may be incomplete."""
    columns = int(np.ceil(np.sqrt(count)))
    rows = -(-count // columns)
    index = np.arange(count)
    cell = np.stack([(index % columns + 0.5) / columns, (index // columns + 0.5) / rows], axis=-1)
    return scribbles((margin + (1 - 2 * margin) * cell) * CANVAS, random, reach=4)


def scribbles(first: NDArray[np.float64], random: np.random.Generator, *, reach: float = 1.0) -> Points:
    """Return strokes from first points [N, 2] by three random steps each."""
    steps = random.uniform(-_STEP, _STEP, size=(len(first), 3, 2)) * reach * CANVAS / 2
    return np.concatenate([first[:, None], first[:, None] + np.cumsum(steps, axis=1)], axis=1)
