"""Starts without contours: the published one, points where the eye rests; and strokes on a grid or anywhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.scene import CANVAS

_TEMPERATURE = 0.3  # of the softmax over places
_STEP = 0.05  # of half the canvas: the farthest each control point lies from the one before, in x and in y

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


def published_start(
    attention: NDArray[np.floating],  # [CANVAS, CANVAS], saliency on any scale
    ink: NDArray[np.floating],  # [CANVAS, CANVAS], XDoG edges, 0 … 1
    count: int,
    random: np.random.Generator,
) -> Points:
    """CLIPasso's start (arXiv 2202.05822, section 3.3).

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
    """Strokes that begin anywhere but close to the canvas's border."""
    return scribbles(random.uniform(margin, 1 - margin, size=(count, 2)) * CANVAS, random, reach=4)


def grid_start(count: int, random: np.random.Generator, *, margin: float = 0.15) -> Points:
    """Strokes that begin in the cells of a grid, a row left short where the count is not full."""
    columns = int(np.ceil(np.sqrt(count)))
    rows = -(-count // columns)
    index = np.arange(count)
    cell = np.stack([(index % columns + 0.5) / columns, (index // columns + 0.5) / rows], axis=-1)
    return scribbles((margin + (1 - 2 * margin) * cell) * CANVAS, random, reach=4)


def scribbles(first: NDArray[np.float64], random: np.random.Generator, *, reach: float = 1.0) -> Points:
    """Strokes from their first points [N, 2]: three more follow, each a random step from the one before."""
    steps = random.uniform(-_STEP, _STEP, size=(len(first), 3, 2)) * reach * CANVAS / 2
    return np.concatenate([first[:, None], first[:, None] + np.cumsum(steps, axis=1)], axis=1)
