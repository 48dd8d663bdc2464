"""Parallel lines within closed shapes, cut exactly where the shapes end and where others lie in front."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points

Spans = NDArray[np.float64]  # [K, 3]: the number of a line, and from where to where along it

_MOST_CROSSINGS = 100_000  # of lines with the outline of one shape: beyond that a spacing is a mistake


def hatch_lines(
    shape: Points,
    spacing: float,
    degrees: float,
    *,
    in_front: Sequence[Points] = (),
    shortest: float = 0.0,
    even_odd: bool = False,
) -> list[Points]:
    """Return the parts [2, 2] of parallel lines that lie within a shape and outside those in front of it.

    Shapes are polygons [N, 2], closed, whose inside is where their winding number is not 0, or, of `shape` where
    `even_odd` is set, where it is odd. The lines are `spacing` apart, at an angle in degrees against the x-axis,
    counter-clockwise where y runs down; they are places of the plane, so that neighbouring shapes share them. Every
    other one runs back. Parts shorter than `shortest` are left out. Raises ValueError for a spacing that is not
    positive, or that makes too many lines.
    """
    if not spacing > 0:
        raise ValueError(f"lines must be more than 0 apart, not {spacing:g}")
    angle = math.radians(degrees)
    along = np.array([math.cos(angle), -math.sin(angle)])
    across = np.array([-along[1], along[0]])
    axes = np.stack([along, across], axis=1)
    spans = _inside(shape @ axes, spacing, even_odd=even_odd)
    fronts = [_inside(front @ axes, spacing) for front in in_front]
    if fronts:
        spans = _outside(spans, np.concatenate(fronts))
    spans = spans[spans[:, 2] - spans[:, 1] > shortest]
    rows = spans[:, 0]
    backwards = rows % 2 == 1
    order = np.lexsort((np.where(backwards, -spans[:, 1], spans[:, 1]), rows))
    lines = []
    for row, first, last in spans[order].tolist():
        line = np.array([[first], [last]]) * along + row * spacing * across
        lines.append(line[::-1] if row % 2 else line)
    return lines


def _inside(polygon: Points, spacing: float, *, even_odd: bool = False) -> Spans:
    """Return the spans, in the order of the lines, in which horizontal lines are inside a polygon."""
    start, end = polygon, np.roll(polygon, -1, axis=0)
    heights = np.stack([start[:, 1], end[:, 1]], axis=1) / spacing
    first = np.ceil(heights.min(axis=1)).astype(np.int64)  # a line is crossed by an edge from its lower end on …
    counts = np.ceil(heights.max(axis=1)).astype(np.int64) - first  # … to below its upper end
    if counts.sum() > _MOST_CROSSINGS:
        raise ValueError("there would be too many lines: take a larger spacing")
    edge = np.repeat(np.arange(len(polygon)), counts)
    rows = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
    # From its lower end each edge is met at the same place, whichever way it runs: the cut to a hole leaves no gap.
    down = heights[edge, 1] > heights[edge, 0]
    low, high = np.where(down[:, None], start[edge], end[edge]).T, np.where(down[:, None], end[edge], start[edge]).T
    x = low[0] + (rows * spacing - low[1]) / (high[1] - low[1]) * (high[0] - low[0])
    turns = np.where(down, 1, -1)
    order = np.lexsort((x, rows))
    rows, x, winding = rows[order], x[order], np.cumsum(turns[order])  # each line's turns add up to 0
    inside = np.flatnonzero(winding % 2 != 0 if even_odd else winding != 0)
    return _joined(np.stack([rows[inside].astype(np.float64), x[inside], x[inside + 1]], axis=1))


def _outside(spans: Spans, others: Spans) -> Spans:
    """Return the parts of spans outside the others."""
    both = np.concatenate([spans, others])
    own = np.repeat([1, 0, 1, 0], [len(spans), len(others)] * 2)
    rows = np.concatenate([both[:, 0], both[:, 0]])
    x = np.concatenate([both[:, 1], both[:, 2]])
    change = np.repeat([1, -1], len(both))
    order = np.lexsort((x, rows))
    rows, x = rows[order], x[order]
    within = np.cumsum((change * own)[order])
    covered = np.cumsum((change * (1 - own))[order])
    seen = np.flatnonzero((within > 0) & (covered == 0))
    return _joined(np.stack([rows[seen], x[seen], x[seen + 1]], axis=1))


def _joined(spans: Spans) -> Spans:
    """Return spans with those that follow each other without a gap made one."""
    if not len(spans):
        return spans
    begins = np.append(True, (spans[1:, 0] != spans[:-1, 0]) | (spans[1:, 1] > spans[:-1, 2]))
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(spans)) - 1
    return np.stack([spans[first, 0], spans[first, 1], spans[last, 2]], axis=1)
