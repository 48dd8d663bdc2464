"""A pictogram's own lines as single cubics, each a stroke that a hand would draw without stopping."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from taureau.document import DocumentError, svg_to_drawing
from taureau.geometry import Curve, Points
from taureau.geometry.fit import bernstein, fit_cubic

SIDE = 200  # px, of the SVG that is read
REACH = 0.85  # of half the square, that the longer edge of the drawing reaches to
_TOLERANCE = 1.6  # px, by which a cubic may leave the line it stands for
_STEP = 2.0  # px between points at which a line is looked at
_LOOK = 3  # steps before and behind a point, over which its turn is measured
_CORNER = np.radians(50)
_SHORTEST = 5.0  # px
_SAME = 2.5  # px between two strokes that are drawn once
_THIN = 0.085  # of the side: a filled shape thinner than this is itself a line, with an outline on both its sides
_DEEPEST = 5  # halvings of a line
_MOST_PATHS = 60
_SAMPLES = bernstein(np.linspace(0, 1, 9))


def strokes_of(svg: str, *, fewest: int, most: int) -> Points | None:
    """The strokes [N, 4, 2] of a pictogram in −1 … 1, y downwards, centred, the longest first.

    Lines are taken as they are, filled shapes by their outline. None where there is nothing to be drawn so: thin shapes
    have two outlines, and what `most` strokes cannot draw, or fewer than `fewest` can, is left to other pictograms.
    """
    try:
        curves = [stroke.curve for layer in svg_to_drawing(svg).layers for stroke in layer.strokes]
    except DocumentError:
        return None
    if not 0 < len(curves) <= _MOST_PATHS or (not is_drawn_in_lines(svg) and _is_thin(curves)):
        return None
    pieces = [piece for curve in curves for piece in cubics(curve)]
    if not pieces:
        return None
    strokes = _once(np.stack(pieces))
    if not fewest <= len(strokes) <= most:
        return None
    drawn = _SAMPLES @ strokes
    low, high = drawn.min((0, 1)), drawn.max((0, 1))
    return (strokes - (low + high) / 2) * (2 * REACH / max(float((high - low).max()), _SHORTEST))


def is_drawn_in_lines(svg: str) -> bool:
    """Whether a pictogram has lines of a width, rather than filled shapes alone."""
    return "stroke=" in svg and "stroke-width" in svg


def cubics(curve: Curve) -> list[Points]:
    """Cubics [4, 2] that follow a curve within a tolerance, cut at its corners; none of a speck."""
    line = _even(curve.sample(8))
    if line is None:
        return []
    closed = bool(np.hypot(*(line[0] - line[-1])) < _STEP / 2)
    corners = _corners(line, closed=closed)
    if closed:  # begins at a corner, or at its top, and has another end halfway round
        corners = [corner for corner in corners if corner < len(line) - 1]
        first = corners[0] if corners else int(np.lexsort((line[:-1, 0], line[:-1, 1]))[0])
        line = np.concatenate([line[first:-1], line[: first + 1]])
        corners = [corner - first for corner in corners] or [len(line) // 2]
    cuts = sorted({0, *corners, len(line) - 1})
    return [piece for a, b in pairwise(cuts) for piece in _followed(line[a : b + 1], _DEEPEST)]


def _even(points: Points) -> Points | None:
    """The same line by points at even distances; None of a speck."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    if along[-1] < _SHORTEST:
        return None
    places = np.linspace(0, along[-1], max(2, round(along[-1] / _STEP)) + 1)
    return np.stack([np.interp(places, along, points[:, axis]) for axis in (0, 1)], axis=-1)


def _corners(line: Points, *, closed: bool) -> list[int]:
    """Where a line [K, 2] turns sharply, the sharpest of neighbours, in order."""
    around = np.concatenate([line[-1 - _LOOK : -1], line, line[1 : 1 + _LOOK]]) if closed else line
    turns = np.zeros(len(around))
    if len(around) > 2 * _LOOK:
        arriving = around[_LOOK:-_LOOK] - around[: -2 * _LOOK]
        leaving = around[2 * _LOOK :] - around[_LOOK:-_LOOK]
        cross = arriving[:, 0] * leaving[:, 1] - arriving[:, 1] * leaving[:, 0]
        turns[_LOOK:-_LOOK] = np.abs(np.arctan2(cross, (arriving * leaving).sum(1)))
    if closed:
        turns = turns[_LOOK:-_LOOK]
    found: list[int] = []
    for index in np.argsort(-turns, kind="stable").tolist():
        if turns[index] < _CORNER:
            break
        if all(abs(index - other) > _LOOK for other in found):
            found.append(index)
    return sorted(found)


def _followed(line: Points, halvings: int) -> list[Points]:
    """One cubic where it can follow the line, else those of its halves."""
    fit = fit_cubic(line, rounds=3)
    if fit.error <= _TOLERANCE or halvings == 0 or len(line) < 6:
        return [fit.points]
    half = len(line) // 2
    return [*_followed(line[: half + 1], halvings - 1), *_followed(line[half:], halvings - 1)]


def _once(strokes: Points) -> Points:
    """Without specks, and each of those that lie upon each other once; the longest first."""
    drawn = _SAMPLES @ strokes
    lengths = np.hypot(*np.moveaxis(np.diff(drawn, axis=1), -1, 0)).sum(1)
    kept: list[int] = []
    for index in np.argsort(-lengths, kind="stable").tolist():
        if lengths[index] < _SHORTEST:
            break
        if not any(_apart(drawn[index], drawn[other]) < _SAME for other in kept):
            kept.append(index)
    return strokes[kept]


def _apart(one: Points, other: Points) -> float:
    """The largest difference of coordinates of two lines [S, 2], in whichever direction they are drawn."""
    return float(min(np.abs(one - other).max(), np.abs(one - other[::-1]).max()))


def _is_thin(curves: list[Curve]) -> bool:
    """Whether filled shapes are no thicker than a line, by their area and the length of their outline."""
    outlines = [curve.sample(8) for curve in curves]
    length = sum(float(np.hypot(*np.diff(points, axis=0).T).sum()) for points in outlines)
    return 2 * abs(sum(map(_area, outlines))) < _THIN * SIDE * length


def _area(points: Points) -> float:
    """Of a closed polygon [K, 2], signed, px²."""
    x, y = points.T
    products: NDArray[np.float64] = x * np.roll(y, -1) - y * np.roll(x, -1)
    return float(products.sum() / 2)
