"""Starts without contours: the published one, points where the eye rests; and strokes on a grid or anywhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.engine.scene import CANVAS

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


def composed_start(count: int, random: np.random.Generator, *, mirrored: bool, margin: float = 0.1) -> Points:
    """Arcs and straight lines of any size, anywhere; `mirrored`, as `symmetric` has it, about the upright middle."""
    drawn = np.stack([_line(random) if random.random() < 0.4 else _arc(random) for _ in range(count)])
    drawn = np.clip(drawn, margin * CANVAS, (1 - margin) * CANVAS)
    return symmetric(drawn) if mirrored else drawn


def symmetric(drawn: Points) -> Points:
    """The first half of the strokes and their mirror images; where the number is odd the last one is its own."""
    half = len(drawn) // 2
    image = np.stack([CANVAS - drawn[..., 0], drawn[..., 1]], axis=-1)
    last = (drawn[2 * half :] + image[2 * half :, ::-1]) / 2
    return np.concatenate([drawn[:half], image[:half], last])


def _line(random: np.random.Generator) -> Points:
    angle = random.choice([0.0, np.pi / 2, random.uniform(0, np.pi)])
    reach = random.uniform(0.05, 0.25) * CANVAS * np.array([np.cos(angle), np.sin(angle)])
    middle = random.uniform(0.2, 0.8, 2) * CANVAS
    return middle + np.array([-1, -1 / 3, 1 / 3, 1])[:, None] * reach


def _arc(random: np.random.Generator) -> Points:
    """Part of a circle, a third of it at most."""
    middle, radius = random.uniform(0.2, 0.8, 2) * CANVAS, random.uniform(0.07, 0.36) * CANVAS
    start, sweep = random.uniform(0, 2 * np.pi), random.uniform(0.6, 2.1)
    ends = np.array([[np.cos(angle), np.sin(angle)] for angle in (start, start + sweep)])
    along = np.stack([-ends[:, 1], ends[:, 0]], axis=-1) * 4 / 3 * np.tan(sweep / 4)
    return middle + radius * np.stack([ends[0], ends[0] + along[0], ends[1] - along[1], ends[1]])


def scribbles(first: NDArray[np.float64], random: np.random.Generator, *, reach: float = 1.0) -> Points:
    """Strokes from their first points [N, 2]: three more follow, each a random step from the one before."""
    steps = random.uniform(-_STEP, _STEP, size=(len(first), 3, 2)) * reach * CANVAS / 2
    return np.concatenate([first[:, None], first[:, None] + np.cumsum(steps, axis=1)], axis=1)
