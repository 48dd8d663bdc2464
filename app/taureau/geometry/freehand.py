"""Fitting a freehand line with few cubics while it is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Curve, Points
from taureau.geometry.fit import fit_cubic

_SPACING = 0.5  # tolerances between two points that are kept
_LOOK = 8.0  # tolerances before and behind a point, over which the line's turn there is measured
_CORNER = math.radians(50)  # by which the line turns in a corner
_SUDDEN = 0.7  # of the turn over the whole look, that happens within half of it where the turn is a corner
_MOST = 240  # points that the growing end is fitted to; of more, every other one is left out
_TRUSTED = 0.85  # of the points a cubic can follow, after which it is cut off for the next to go on from
_EVERY = 4  # points after which the growing end is looked at anew
_DOT = 0.05  # px, the length of a stroke that was only tapped


@dataclass(frozen=True, eq=False)
class _Piece:
    points: Points  # [4, 2]
    last: int  # the index of the last of the points that it follows

    @property
    def arriving(self) -> Points | None:
        """The direction in which it ends; None where it has none."""
        leg: Points = self.points[3] - self.points[2]
        return leg if np.hypot(*leg) > 1e-9 else None


class Freehand:
    """Give it the points of the hand as they come; `curve` passes within `tolerance` px of them.

    Sharp turns become corners, elsewhere the line runs smoothly from one cubic into the next. What lies behind is
    settled and never changes; a new point costs the same however long the line has become.
    """

    def __init__(self, tolerance: float) -> None:
        if not tolerance > 0:
            raise ValueError(f"a tolerance is above 0 px, not {tolerance}")
        self._tolerance = tolerance
        self._settled: list[Points] = []  # cubics [4, 2]
        self._points: list[tuple[float, float]] = []  # from the end of the last settled cubic on
        self._leaving: Points | None = None  # the direction in which they must set out
        self._tip: tuple[float, float] | None = None  # where the hand is, when that is no step from the last point
        self._new = 0

    def add(self, x: float, y: float) -> None:
        """Add a point, px; points that are not finite are ignored."""
        if not (math.isfinite(x) and math.isfinite(y)):
            return
        if self._points and math.dist(self._points[-1], (x, y)) < _SPACING * self._tolerance:
            self._tip = (x, y) if (x, y) != self._points[-1] else None
            return
        self._points.append((x, y))
        self._tip = None
        self._new += 1
        if self._new >= _EVERY:
            self._new = 0
            self._settle()

    @property
    def curve(self) -> Curve | None:
        """The line so far, from the first point to the last; a tap is a very short line. None before the first."""
        if not self._points:
            return None
        points = np.array([*self._points, self._tip] if self._tip else self._points)
        segments = list(self._settled)
        start, leaving = 0, self._leaving
        for corner in [*_corners(points, _LOOK * self._tolerance), len(points) - 1]:
            if corner > start:
                segments += [piece.points for piece in self._fitted(points[start : corner + 1], leaving)]
            start, leaving = corner, None
        if not segments or not any((segment != segment[0]).any() for segment in segments):
            x, y = self._points[0]
            return Curve.line((x - _DOT / 2, y), (x + _DOT / 2, y))
        return Curve.from_segments(segments)

    def _settle(self) -> None:
        """Finish what no later point can change: all before a corner, and what one cubic can no longer follow."""
        look = _LOOK * self._tolerance
        while True:
            points = np.array(self._points)
            along = _along(points)
            sure = int(np.searchsorted(along, along[-1] - 2 * look, side="right")) - 1
            if sure < 2:
                return
            corner = next(iter(_corners(points, look)), sure + 1)
            if corner <= sure:
                self._settled += [piece.points for piece in self._fitted(points[: corner + 1], self._leaving)]
                self._points = self._points[corner:]
                self._leaving = None
                continue
            *pieces, _ = self._fitted(points[: sure + 1], self._leaving)
            if pieces:
                self._settled += [piece.points for piece in pieces]
                x, y = pieces[-1].points[-1].tolist()
                self._points = [(x, y), *self._points[pieces[-1].last + 1 :]]
                self._leaving = pieces[-1].arriving
            elif len(points) > _MOST:
                del self._points[1:sure:2]
            return

    def _fitted(self, points: Points, leaving: Points | None) -> list[_Piece]:
        """Cubics that follow the points [K, 2] smoothly one after the other, each as far as it can."""
        pieces: list[_Piece] = []
        last = len(points) - 1
        passed = 0
        while True:
            fit, step = fit_cubic(points, leaving=leaving), _EVERY
            count = len(points)
            while fit.error > self._tolerance:  # fewer and fewer of the points
                count = max(2, count - step)
                step *= 2
                fit = fit_cubic(points[:count], leaving=leaving)
            if count == len(points):
                return [*pieces, _Piece(fit.points, last)]
            # The end of a cubic is its least certain part; what is cut off there is fitted again with what follows.
            place = round(_TRUSTED * (count - 1)) if count > 3 else count - 1
            u = float(fit.at[place])
            whole = Curve(fit.points)
            cut = whole if place == count - 1 or not 0 < u < 1 else whole.split(u)[0]
            place = place if cut is not whole else count - 1
            passed += place
            pieces.append(_Piece(cut.points, passed))
            leaving = pieces[-1].arriving
            points = np.concatenate([cut.points[-1:], points[place + 1 :]])


def _along(points: Points) -> NDArray[np.float64]:
    """The arc length of the polyline up to each point [K, 2], px."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])


def _corners(points: Points, look: float) -> list[int]:
    """The corners of the polyline [K, 2], without its ends."""
    if len(points) < 3:
        return []
    along = _along(points)
    (wide, _), (narrow, across) = (_turns(points, along, reach) for reach in (look, look / 2))
    sharp = (narrow >= _CORNER) & (narrow >= _SUDDEN * wide)
    # Half a look from an end there is too little of the line to tell.
    sharp &= (along >= look / 2) & (along[-1] - along >= look / 2)
    found: list[int] = []
    for index in np.flatnonzero(sharp).tolist():
        if found and along[index] - along[found[-1]] < look / 2:
            if across[index] < across[found[-1]]:
                found[-1] = index
        else:
            found.append(index)
    return found


def _turns(points: Points, along: NDArray[np.float64], reach: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """By how much the line turns at each point [K], radians, seen from `reach` px before it to `reach` px behind, and
    how far from each other those two places are, px."""
    before, after = (
        np.stack([np.interp(along + shift, along, points[:, axis]) for axis in (0, 1)], axis=-1)
        for shift in (-reach, reach)
    )
    arriving, leaving = points - before, after - points
    cross = arriving[:, 0] * leaving[:, 1] - arriving[:, 1] * leaving[:, 0]
    turns: NDArray[np.float64] = np.abs(np.arctan2(cross, (arriving * leaving).sum(axis=1)))
    return turns, np.hypot(*(after - before).T)
