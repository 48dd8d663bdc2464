"""Strokes cut where they meet, so that a line can turn from one to the other there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Curve, Points
from taureau.geometry.erasing import between
from taureau.geometry.one_line.bridges import outward
from taureau.geometry.one_line.neighbours import close_pairs

_DOT = 0.004  # reaches, the length that a dot is drawn with
_SHORTEST = 3.0  # reaches, the shortest piece that is cut off


@dataclass(frozen=True, eq=False)
class Piece:
    """A stretch of a stroke that the line runs along without a turn.

    Its ends are numbered 2 · piece, where it starts, and 2 · piece + 1.
    """

    stroke: int
    curve: Curve
    line: Points  # [K ≥ 2, 2], points along it

    @property
    def tangents(self) -> tuple[Points, Points]:
        """The unit directions in which it leaves its stretch at the start, and at the end."""
        points = self.curve.points
        return outward(points), outward(points[::-1])

    def goes_on(self, left: int, other: Piece, entered: int) -> bool:
        """Return whether a stroke goes on where this piece is left, and the other one entered, by these ends."""
        own, there = self.line[-(left % 2)], other.line[-(entered % 2)]
        return self.stroke == other.stroke and abs(left - entered) == 1 and np.array_equal(own, there)


def pieces_of(curves: Sequence[Curve], *, spacing: float, reach: float) -> list[Piece]:
    """Return the strokes cut where they cross, and where one ends on another, within `reach` px.

    `spacing`: px between the points along each piece.
    """
    curves = [_with_direction(curve, _DOT * reach) for curve in curves]
    parameters = [_evenly(curve, spacing) for curve in curves]
    lines = [curve.at(at) for curve, at in zip(curves, parameters, strict=True)]
    found: list[Piece] = []
    for number, (curve, cuts) in enumerate(zip(curves, _cuts(lines, spacing, reach), strict=True)):
        stops = [0.0, *(float(parameters[number][cut]) for cut in cuts), float(curve.segment_count)]
        for first, last in pairwise(stops):
            part = between(curve, first, last)
            found.append(Piece(number, part, part.at(_evenly(part, spacing))))
    return found


def _with_direction(curve: Curve, length: float) -> Curve:
    """Return the curve; of a dot a line of this length in its place."""
    if np.ptp(curve.points, axis=0).max() > length:
        return curve
    half = np.array([length / 2, 0.0])
    return Curve.line(curve.start - half, curve.start + half)


def _evenly(curve: Curve, spacing: float) -> NDArray[np.float64]:
    """Return parameters of points at about this spacing along a curve, its ends among them."""
    count = max(2, round(curve.length() / spacing) + 1)
    at = curve.parameters(np.linspace(0, 1, count))
    at[0], at[-1] = 0.0, curve.segment_count
    return at


def _cuts(lines: Sequence[Points], spacing: float, reach: float) -> list[list[int]]:
    """Return at which of its points each line is cut, in ascending order."""
    points = np.concatenate(lines)
    counts = np.array([len(line) for line in lines])
    owner = np.repeat(np.arange(len(lines)), counts)
    place = np.arange(len(points)) - np.repeat(np.cumsum(counts) - counts, counts)
    from_end = np.minimum(place, counts[owner] - 1 - place)
    is_end = from_end == 0
    one, other, apart = close_pairs(points, max(reach, spacing))
    # Two strokes cross where points of theirs nearly coincide; an end meets a stroke from farther.
    meets = (owner[one] != owner[other]) & ((apart <= 0.75 * spacing) | is_end[one] | is_end[other])
    margin = _SHORTEST * reach / spacing  # points
    cuts: list[list[int]] = [[] for _ in lines]
    one, other, apart = one[meets], other[meets], apart[meets]
    for index in np.argsort(apart, kind="stable").tolist():
        for point in (int(one[index]), int(other[index])):
            own = cuts[owner[point]]
            if from_end[point] > margin and all(abs(place[point] - cut) > margin for cut in own):
                own.append(int(place[point]))
    return [sorted(own) for own in cuts]
