"""Fitting polylines, closed or open, with few cubics."""

from __future__ import annotations

import itertools
import math

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Curve, Points
from taureau.geometry.fit import fit_cubic

_SPACING = 0.75  # tolerances between the points that cubics are fitted to
_LOOK = 6  # points before and behind, between which the line's turn is measured
_CORNER = math.radians(55)  # by which the line turns in a corner
_FEWEST = 4  # points that a cubic is fitted to before the line is cut


def closed_curve(line: Points, tolerance: float) -> Curve:
    """Return a closed curve that stays within about `tolerance` px of a closed polyline [K, 2], K ≥ 3.

    It begins where the line turns most sharply, has corners where the line has, and is smooth elsewhere
    (Schneider, Graphics Gems, 1990). Raises ValueError for a line without a length or a tolerance of 0.
    """
    if not tolerance > 0:
        raise ValueError(f"a tolerance is above 0 px, not {tolerance}")
    points = _evenly(line, _SPACING * tolerance)
    turns = _turns(points)
    start = int(turns.argmax())
    points, turns = np.roll(points, -start, axis=0), np.roll(turns, -start)
    tangents = np.roll(points, -2, axis=0) - np.roll(points, 2, axis=0)
    ends = [0, *(corner for corner in _corners(turns) if corner > 0), len(points)]
    points, tangents = np.concatenate([points, points[:1]]), np.concatenate([tangents, tangents[:1]])
    smooth = turns[0] < _CORNER  # the start is no corner: the curve comes in as it set out
    pieces: list[Points] = []
    for first, last in itertools.pairwise(ends):
        leaving = tangents[0] if smooth and first == 0 else None
        arriving = tangents[0] if smooth and last == len(points) - 1 else None
        pieces += _pieces(points[first : last + 1], tangents[first : last + 1], tolerance, leaving, arriving)
    return Curve.from_segments(pieces)


def open_curve(
    line: Points, tolerance: float, *, leaving: Points | None = None, arriving: Points | None = None
) -> Curve:
    """Return a smooth curve that stays within about `tolerance` px of an open polyline [K, 2], K ≥ 2.

    Its ends are those of the line; `leaving` and `arriving` [2] are the directions that it has there, None leaves them
    to the line. Raises ValueError for a tolerance of 0.
    """
    if not tolerance > 0:
        raise ValueError(f"a tolerance is above 0 px, not {tolerance}")
    return Curve.from_segments(_pieces(line, np.gradient(line, axis=0), tolerance, leaving, arriving))


def _evenly(line: Points, spacing: float) -> Points:
    """Return points [N, 2] at about this spacing along a closed polyline, N ≥ 4 · _LOOK."""
    around = np.concatenate([line, line[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(around, axis=0).T))])
    if not along[-1] > 0:
        raise ValueError("an outline has a length")
    count = max(4 * _LOOK, round(along[-1] / spacing))
    at = np.linspace(0, along[-1], count, endpoint=False)
    return np.stack([np.interp(at, along, around[:, axis]) for axis in (0, 1)], axis=1)


def _turns(points: Points) -> NDArray[np.float64]:
    """Return by how much the line turns at each point, radians."""
    before, after = points - np.roll(points, _LOOK, axis=0), np.roll(points, -_LOOK, axis=0) - points
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turns: NDArray[np.float64] = np.abs(np.arctan2(cross, (before * after).sum(1)))
    return turns


def _corners(turns: NDArray[np.float64]) -> list[int]:
    """Return the points that turn by a corner's angle and more than any other so near."""
    around = np.stack([np.roll(turns, shift) for shift in range(-_LOOK, _LOOK + 1)])
    found: list[int] = []
    for corner in np.flatnonzero((turns >= _CORNER) & (turns >= around.max(0))).tolist():
        if not found or corner - found[-1] >= _LOOK:
            found.append(corner)
    return found


def _pieces(
    points: Points, tangents: Points, tolerance: float, leaving: Points | None, arriving: Points | None
) -> list[Points]:
    """Return cubics [4, 2] that follow an open polyline one after the other, smooth where they meet."""
    fit = fit_cubic(points, leaving=leaving, arriving=arriving)
    if fit.error <= tolerance or len(points) < _FEWEST:
        return [fit.points]
    cut = min(max(fit.worst, 1), len(points) - 2)
    through = tangents[cut] if tangents[cut].any() else None
    return [
        *_pieces(points[: cut + 1], tangents[: cut + 1], tolerance, leaving, through),
        *_pieces(points[cut:], tangents[cut:], tolerance, through, arriving),
    ]
