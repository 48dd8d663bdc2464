"""Directions and polylines, and the cubics that lead from one line to another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.bounds import Box
from taureau.geometry.curve import Points

_SHORTEST = 1e-3  # px, the length of a handle that still has a direction


def outward(points: Points) -> Points:
    """Return the unit direction out of a curve with these control points, at its first; arbitrary for a dot."""
    legs = points[0] - points[1:]
    lengths = np.hypot(*legs.T)
    leaves = lengths > 1e-6 * max(1.0, float(lengths.max(initial=0)))
    if not leaves.any():
        return np.array([1.0, 0.0])
    first = int(leaves.argmax())
    direction: Points = legs[first] / lengths[first]
    return direction


def heading(line: Points, over: float) -> Points:
    """Return the unit direction of a polyline over so many px from its start."""
    off = np.hypot(*(line - line[0]).T)
    far = int(np.argmax(off >= min(over, float(off.max()))))
    direction: Points = (line[far] - line[0]) / max(float(off[far]), 1e-9)
    return direction


def angles(one: Points, other: Points) -> NDArray[np.float64]:
    """Return the angles between unit vectors [..., 2], radians; a quarter turn to no vector at all."""
    angle: NDArray[np.float64] = np.arccos((one * other).sum(-1).clip(-1, 1))
    return angle


def turn_between(one: Points, other: Points) -> float:
    """Return the angle between two unit vectors [2], radians."""
    return float(angles(one, other))


def bridge(start: Points, leaving: Points, end: Points, arriving: Points, sheet: Box | None = None) -> Points:
    """Return a cubic [4, 2] between two points in these unit directions, as round as an arc that turns as much.

    Its handles are shortened where they would leave the sheet.
    """
    leg = end - start
    far = float(np.hypot(*leg))
    ahead = leg / max(far, 1e-9)
    turn = turn_between(leaving, ahead) + turn_between(ahead, arriving)
    handle = far / 3 / np.cos(min(turn, 1.1 * np.pi) / 4) ** 2
    first, last = (
        max(min(handle, _room(place, way, sheet)), _SHORTEST) for place, way in ((start, leaving), (end, -arriving))
    )
    return np.stack([start, start + first * leaving, end - last * arriving, end])


def _room(place: Points, way: Points, sheet: Box | None) -> float:
    """Return how far it is from a place to the sheet's edge, px; 0 from without."""
    if sheet is None:
        return np.inf
    edges = np.where(way > 0, (sheet.right, sheet.bottom), (sheet.left, sheet.top))
    with np.errstate(divide="ignore", invalid="ignore"):
        rooms = np.where(way == 0, np.inf, (edges - place) / way)
    return max(float(rooms.min()), 0.0)


def evenly(line: Points, spacing: float, *, least: int = 1) -> Points:
    """Return points [K, 2] at about this spacing along a polyline, in at least so many steps."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, along[-1], max(least, round(along[-1] / spacing)) + 1)
    return np.stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)], axis=1)


def smoothed(line: Points, sigma: float) -> Points:
    """Return a polyline [K, 2] blurred along its length by `sigma` points, its ends where they are."""
    reach = int(np.ceil(3 * sigma))
    if len(line) < 3 or reach < 1:
        return line
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    # Reflected through its ends, which so stay in place.
    inner = np.arange(1, reach + 1).clip(max=len(line) - 1)
    before, after = 2 * line[0] - line[inner[::-1]], 2 * line[-1] - line[-1 - inner]
    padded = np.concatenate([before, line, after])
    return np.stack([np.convolve(padded[:, axis], weights, "valid") for axis in (0, 1)], axis=1)
