"""Straight hatching: parallel lines, or lines that cross, clipped by where the subject is dark."""

from __future__ import annotations

import math

import cv2
import numpy as np

from taureau.engine.tone.darkness import Darkness, Map, thresholds
from taureau.geometry import Curve, Points

_ANGLE = 45.0  # degrees, of the first lines
_TURNS = (0.0, 90.0, 45.0, 135.0)  # degrees between the first lines and those of each level that crosses them
_STEP = 0.5  # px between the places at which a line looks whether it is dark
_SHORTEST = 0.8  # spacings: shorter lines are left out


def hatched(darkness: Darkness, spacing: float, levels: int, *, crossed: bool) -> list[Curve]:
    """Return lines over what is dark, in document px, `spacing` document px apart in the lightest of the levels.

    Darker levels have lines between those of the level before, or, `crossed`, lines of another direction.
    """
    apart = spacing / darkness.to_document.mean_scale
    curves: list[Curve] = []
    for level, threshold in enumerate(thresholds(levels)):
        beyond = darkness.beyond(threshold, apart)
        if crossed:
            lines = _clipped(beyond, _ANGLE + _TURNS[level], apart, 0.0)
        elif level == 0:
            lines = _clipped(beyond, _ANGLE, apart, 0.0)
        else:  # between those that are there: half as far apart with every level
            gap = apart / 2 ** (level - 1)
            lines = _clipped(beyond, _ANGLE, gap, gap / 2)
        curves += [Curve.line(*line) for line in lines if math.dist(*line) >= _SHORTEST * min(apart, 12.0)]
    return [darkness.to_document.curve(curve) for curve in curves]


def _clipped(beyond: Map, angle: float, gap: float, offset: float) -> list[Points]:
    """Return the parts [2, 2] of parallel lines on which values are above 0, px; every other line runs back."""
    rows, columns = beyond.shape
    along = np.array([math.cos(math.radians(angle)), -math.sin(math.radians(angle))])
    across = np.array([-along[1], along[0]])
    corners = np.array([[0, 0], [columns, 0], [0, rows], [columns, rows]], dtype=np.float64)
    low, high = (corners @ across).min(), (corners @ across).max()
    first, last = (corners @ along).min(), (corners @ along).max()
    starts = np.arange(math.ceil((low - offset) / gap), (high - offset) / gap) * gap + offset
    steps = np.arange(first, last, _STEP)
    places = starts[:, None, None] * across + steps[None, :, None] * along  # [lines, steps, 2]
    x, y = (places[..., axis].astype(np.float32) - np.float32(0.5) for axis in (0, 1))
    values = cv2.remap(beyond, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=-1.0)
    lines = []
    for number, row in enumerate(values):
        parts = [places[number, 0] + along * _STEP * np.array(part)[:, None] for part in _above_zero(row)]
        lines += parts if number % 2 == 0 else [part[::-1] for part in reversed(parts)]
    return lines


def _above_zero(values: Map) -> list[tuple[float, float]]:
    """Return the stretches of a row [N] of values in which they are above 0, as indices between the values."""
    dark = values > 0
    changes = np.flatnonzero(dark[1:] != dark[:-1])
    ends = [index + values[index] / (values[index] - values[index + 1]) for index in changes.tolist()]
    if dark[0]:
        ends.insert(0, 0.0)
    if dark[-1]:
        ends.append(float(len(values) - 1))
    return list(zip(ends[::2], ends[1::2], strict=True))
