"""Stippling: dots, the denser the darker."""

from __future__ import annotations

import cv2
import numpy as np

from taureau.engine.tone.darkness import Darkness, thresholds
from taureau.geometry import Curve

_TRIES = 30  # places tried for each dot there could be
_NEARER = 0.65  # by how much nearer dots are to each other with every darker level
_LENGTH = 0.02  # spacings, of a dot


def stippled(darkness: Darkness, spacing: float, levels: int) -> list[Curve]:
    """Return dots over what is dark, as very short lines, in document px.

    They are thrown at random, `spacing` document px apart and nearer with every darker level (Poisson disks; Cook,
    1986); the same photo has the same dots.
    """
    apart = spacing / darkness.to_document.mean_scale
    beyond = darkness.beyond(thresholds(levels)[0], apart)
    rows, columns = np.nonzero(beyond > 0)
    if not len(rows):
        return []
    generator = np.random.default_rng(0)
    nearest = apart * _NEARER ** (levels - 1)
    tries = min(len(rows) * 4, round(_TRIES * len(rows) / max(1.0, nearest**2)) + 64)
    chosen = generator.integers(0, len(rows), tries)
    places = np.stack([columns[chosen], rows[chosen]], axis=1) + generator.random((tries, 2))
    level = np.searchsorted(thresholds(levels), darkness.values[rows[chosen], columns[chosen]]) - 1
    radii = apart * _NEARER ** level.clip(0)
    scale = 4  # sub-pixels of the map of what is taken
    taken = np.zeros((beyond.shape[0] * scale, beyond.shape[1] * scale), np.uint8)
    dots = []
    for (x, y), radius in zip(places.tolist(), radii.tolist(), strict=True):
        column, row = int(x * scale), int(y * scale)
        if not taken[row, column]:
            cv2.circle(taken, (column, row), max(1, round(radius * scale)), 1, -1)
            dots.append(Curve.line((x - _LENGTH * apart / 2, y), (x + _LENGTH * apart / 2, y)))
    return [darkness.to_document.curve(dot) for dot in dots]
