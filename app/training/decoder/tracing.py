"""Tracing an icon: its lines and outlines as single cubic strokes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from taureau.document import DocumentError, svg_to_drawing
from taureau.geometry import Points
from taureau.geometry.fit import bernstein, fit_cubic
from taureau.geometry.welding import welded

from training.decoder.skeleton import centre_lines, line_width

SIDE = 200  # px, of the SVG
EXTENT = 0.85  # half of the drawing's longer edge, in units of −1 … 1
_TOLERANCE = 1.6  # px between a cubic and its line
_STEP = 2.0  # px between the samples of a line
_WINDOW = 3  # samples on either side of a point for its turning angle
_CORNER = np.radians(50)
_SHORTEST = 5.0  # px
_DUPLICATE = 2.5  # px between strokes that are duplicates
_THIN = 0.085  # share of the side; a filled shape thinner than this is a line with two outlines
_WIDEST_LINE = 22.0  # px; thicker shapes are outlined
_DRAWN = 0.8  # share of the ink that centre lines must explain
_GAP = 4.0  # px within which ends of strokes are joined
_MAX_SPLITS = 5  # recursive halvings of a line
_MOST_PATHS = 60
_SAMPLES = bernstein(np.linspace(0, 1, 9))


@dataclass(frozen=True, eq=False)
class Tracing:
    """An icon as strokes."""

    strokes: Points  # [N, 4, 2] in −1 … 1, y down, centred, the longest first
    in_lines: bool  # drawn in lines; else the outlines of filled shapes


def trace_icon(svg: str, *, fewest: int, most: int) -> Tracing | None:
    """Trace an icon with `SIDE` px along its longer edge.

    Lines are traced as they are, thin even shapes along their middle, other filled shapes by their outline. None for
    other thin shapes, and for icons that need fewer than `fewest` or more than `most` strokes.
    """
    try:
        lines = [stroke.curve.sample(8) for layer in svg_to_drawing(svg).layers for stroke in layer.strokes]
    except DocumentError:
        return None
    if not 0 < len(lines) <= _MOST_PATHS:
        return None
    in_lines = "stroke=" in svg and "stroke-width" in svg
    if not in_lines:
        ink = rendered_ink(svg)
        if (middle := _middle_lines(ink)) is not None:
            lines, in_lines = middle, True
        elif 2 * float(ink.sum()) < _THIN * SIDE * sum(map(_length, lines)):
            return None
    pieces = [piece for line in lines for piece in cubics(line)]
    if not pieces:
        return None
    strokes = deduplicated(np.stack(pieces))
    if not fewest <= len(strokes) <= most:
        return None
    return Tracing(centred(strokes, _GAP), in_lines)


def centred(strokes: Points, gap: float) -> Points:
    """Return strokes in px, their ends joined across gaps, as they are trained on: in −1 … 1 and centred."""
    strokes = welded(strokes, gap)
    drawn = _SAMPLES @ strokes
    low, high = drawn.min((0, 1)), drawn.max((0, 1))
    return np.asarray((strokes - (low + high) / 2) * (2 * EXTENT / max(float((high - low).max()), _SHORTEST)))


def rendered_ink(svg: str) -> NDArray[np.float32]:
    """Return the ink of an SVG on white, [H, W] in 0 … 1; blank where it cannot be rendered."""
    import resvg_py

    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg, background="white"))
    except ValueError:
        return np.zeros((SIDE, SIDE), np.float32)
    with Image.open(io.BytesIO(png)) as opened:
        return (1 - np.asarray(opened.convert("L"), np.float32) / 255).astype(np.float32)


def _middle_lines(ink: NDArray[np.float32]) -> list[Points] | None:
    """Return the centre lines of ink in thin, even lines; None for other shapes."""
    width = line_width(ink)
    if width is None or width > _WIDEST_LINE:
        return None
    lines = centre_lines(ink, width)
    drawn = sum(_length(line) + width / 2 for line in lines) * width
    return lines if drawn > _DRAWN * float(ink.sum()) else None


def cubics(line: Points, tolerance: float = _TOLERANCE, corner: float = _CORNER) -> list[Points]:
    """Return cubics [4, 2] that follow a line [K, 2] within a tolerance in px, split where it turns by more than
    `corner` rad; none for a tiny line."""
    even = _even(line)
    if even is None:
        return []
    line = even
    closed = bool(np.hypot(*(line[0] - line[-1])) < _STEP / 2)
    corners = _corners(line, corner, closed=closed)
    if closed:  # start at a corner, or at the top and split halfway
        corners = [index for index in corners if index < len(line) - 1]
        first = corners[0] if corners else int(np.lexsort((line[:-1, 0], line[:-1, 1]))[0])
        line = np.concatenate([line[first:-1], line[: first + 1]])
        corners = [index - first for index in corners] or [len(line) // 2]
    cuts = sorted({0, *corners, len(line) - 1})
    return [piece for a, b in pairwise(cuts) for piece in _fitted(line[a : b + 1], tolerance, _MAX_SPLITS)]


def _even(points: Points) -> Points | None:
    """Resample a line at equal distances; None if it is too short."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    if along[-1] < _SHORTEST:
        return None
    places = np.linspace(0, along[-1], max(2, round(along[-1] / _STEP)) + 1)
    return np.stack([np.interp(places, along, points[:, axis]) for axis in (0, 1)], axis=-1)


def _corners(line: Points, corner: float, *, closed: bool) -> list[int]:
    """Return the sorted indices of the corners of a line [K, 2], without non-maxima."""
    around = np.concatenate([line[-1 - _WINDOW : -1], line, line[1 : 1 + _WINDOW]]) if closed else line
    turns = np.zeros(len(around))
    if len(around) > 2 * _WINDOW:
        arriving = around[_WINDOW:-_WINDOW] - around[: -2 * _WINDOW]
        leaving = around[2 * _WINDOW :] - around[_WINDOW:-_WINDOW]
        cross = arriving[:, 0] * leaving[:, 1] - arriving[:, 1] * leaving[:, 0]
        turns[_WINDOW:-_WINDOW] = np.abs(np.arctan2(cross, (arriving * leaving).sum(1)))
    if closed:
        turns = turns[_WINDOW:-_WINDOW]
    found: list[int] = []
    for index in np.argsort(-turns, kind="stable").tolist():
        if turns[index] < corner:
            break
        if all(abs(index - other) > _WINDOW for other in found):
            found.append(index)
    return sorted(found)


def _fitted(line: Points, tolerance: float, halvings: int) -> list[Points]:
    """Return one cubic if it fits the line, else those of its halves."""
    fit = fit_cubic(line, rounds=3)
    if fit.error <= tolerance or halvings == 0 or len(line) < 6:
        return [fit.points]
    half = len(line) // 2
    return [*_fitted(line[: half + 1], tolerance, halvings - 1), *_fitted(line[half:], tolerance, halvings - 1)]


def deduplicated(strokes: Points) -> Points:
    """Return the strokes without short ones and duplicates, the longest first."""
    drawn = _SAMPLES @ strokes
    lengths = np.hypot(*np.moveaxis(np.diff(drawn, axis=1), -1, 0)).sum(1)
    kept: list[int] = []
    for index in np.argsort(-lengths, kind="stable").tolist():
        if lengths[index] < _SHORTEST:
            break
        if not any(_distance(drawn[index], drawn[other]) < _DUPLICATE for other in kept):
            kept.append(index)
    return strokes[kept]


def _distance(one: Points, other: Points) -> float:
    """Return the largest coordinate difference of two lines [S, 2], in either direction."""
    return float(min(np.abs(one - other).max(), np.abs(one - other[::-1]).max()))


def _length(line: Points) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())
