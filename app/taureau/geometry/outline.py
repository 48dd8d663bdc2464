"""The outline of a line whose width changes along it: one closed chain of cubics, to be filled by the nonzero rule.

Both sides are offset curves, p(t) ± n(t) · r(t). Each is cut into pieces that a cubic with the same ends and
derivatives follows within a tolerance. Ends are round, or points where the width is 0. In a corner the outer side runs
in an arc around it. The inner side runs through the middle of the line there, and wherever the line bends more tightly
than it is wide, so that no loop of it can undo the fill.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Curve, Points
from taureau.geometry.profile import CONSTANT, Profile

TOLERANCE = 0.004  # of the width, from the true offset curve
_FINEST = 6  # halvings of a segment
_CORNER = math.radians(4)  # by which the line turns in a corner
_CUSP = math.radians(35)  # by which it turns between two points that are as near as can be
_NUDGE = 1e-4  # of a segment, into it from an end whose handle has no length
_NOTHING = 1e-9
_REMEMBERED = 4096  # outlines, for saving and painting again what did not change
_ARC = math.radians(90)  # at most, for one cubic


@lru_cache(maxsize=_REMEMBERED)
def outline(curve: Curve, width: float, profile: Profile | None = None, tolerance: float = TOLERANCE) -> Curve:
    """The closed outline of the line, `width` px wide times the factors of the profile."""
    line = _Line(curve, width / 2, profile or CONSTANT)
    runs = [line.run(first, last, tolerance * width) for first, last in pairwise(line.corners)]
    left, right = _Path(), _Path()
    for number, run in enumerate(runs):
        if number:
            _join(left, right, runs[number - 1], run)
        left.follow(run, 1.0)
        right.follow(run, -1.0)
    start, end = runs[0], runs[-1]
    path = _Path(left.points)
    path.arc(end.at[-1], end.offset(1.0)[-1], math.pi)
    path.append(right.points[::-1])
    path.arc(start.at[0], start.offset(-1.0)[0], math.pi)
    path.line(path.points[0])
    return Curve(np.array(path.points))


class _Run:
    """A smooth part of a line at K parameters: points, unit tangents, radii, and the derivatives of these."""

    def __init__(self, line: _Line, t: NDArray[np.float64], last_segment: int) -> None:
        self.t = t
        segment = np.minimum(np.floor(t).astype(int), last_segment)
        u = t - segment
        p = line.segments[segment]  # [K, 4, 2]
        inside = np.clip(u, _NUDGE, 1 - _NUDGE)[:, None]
        self.at = _bernstein(p, u[:, None])
        self.rate = _derivative(p, u[:, None])
        rate = np.where(_norm(self.rate)[:, None] > _NOTHING, self.rate, _derivative(p, inside))
        speed = np.maximum(_norm(rate), _NOTHING)
        self.heading = rate / speed[:, None]
        self.heading[_norm(rate) <= _NOTHING] = (1.0, 0.0)
        turning = _second_derivative(p, inside)
        across = self.heading[:, 0] * turning[:, 1] - self.heading[:, 1] * turning[:, 0]
        self.bend = np.where(_norm(rate) > _NOTHING, across / speed, 0.0)  # radians per parameter
        share = line.share(t)
        self.radius = line.radius * line.profile.at(share)
        self.growth = line.radius * line.profile.slopes(share) * _norm(self.rate) / line.length

    def offset(self, side: float) -> Points:
        """The points of the left (1) or right (-1) side, [K, 2]."""
        points: Points = self.at + side * self.radius[:, None] * _normal(self.heading)
        return points

    def offset_rate(self, side: float) -> Points:
        """The derivatives of the side by the parameter, [K, 2]."""
        along = self.rate + side * (self.radius * self.bend)[:, None] * self.heading
        rate: Points = along + side * self.growth[:, None] * _normal(self.heading)
        return rate

    def folds(self, side: float) -> NDArray[np.bool_]:
        """Where the side runs backwards, because the line bends more tightly than it is wide, [K]."""
        return -side * self.radius * self.bend > _norm(self.rate) + _NOTHING


class _Line:
    """A curve with the half of its width, and where it has corners."""

    def __init__(self, curve: Curve, radius: float, profile: Profile) -> None:
        self.segments, self.radius, self.profile = curve.segments, radius, profile
        steps = 64
        fine = curve.sample(steps)
        along = np.concatenate([[0.0], np.cumsum(_norm(np.diff(fine, axis=0)))])
        self.length = max(float(along[-1]), _NOTHING)
        self._known, self._along = np.linspace(0, curve.segment_count, len(along)), along / self.length
        joints = np.arange(1, curve.segment_count, dtype=np.float64)
        before = _Run(self, joints - _NUDGE, curve.segment_count - 1).heading
        after = _Run(self, joints + _NUDGE, curve.segment_count - 1).heading
        turns = (before * after).sum(1) < math.cos(_CORNER)
        self.corners = [0.0, *joints[turns].tolist(), float(curve.segment_count)]

    def share(self, t: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.interp(t, self._known, self._along)

    def run(self, first: float, last: float, tolerance: float) -> _Run:
        """The part between two parameters, at as many as its sides need."""
        points = [share for share, _ in self.profile.points]
        stops = np.interp(points, self._along, self._known)
        joints = np.arange(first, last + 1)
        t = np.unique(np.concatenate([joints, stops[(stops > first + _NUDGE) & (stops < last - _NUDGE)]]))
        last_segment = int(last) - 1
        for _ in range(_FINEST):
            run, middle = _Run(self, t, last_segment), _Run(self, (t[:-1] + t[1:]) / 2, last_segment)
            coarse = np.zeros(len(middle.t), dtype=bool)
            for side in (1.0, -1.0):
                p = _hermite(run.offset(side), run.offset_rate(side), np.diff(t))
                gap = _norm(_bernstein(p, np.full((len(p), 1), 0.5)) - middle.offset(side))
                coarse |= (gap > tolerance) | (run.folds(side)[:-1] != run.folds(side)[1:])
            if not coarse.any():
                break
            t = np.sort(np.concatenate([t, middle.t[coarse]]))
        return _Run(self, t, last_segment)


class _Path:
    """Control points of a chain of cubics that is drawn on."""

    def __init__(self, points: list[Points] | None = None) -> None:
        self.points: list[Points] = list(points or ())

    def line(self, to: Points) -> None:
        """Draw straight to a point, unless it is there."""
        here = self.points[-1]
        if _apart(here, to):
            self.points += [here + (to - here) / 3, to - (to - here) / 3, to]
        else:
            self.points[-1] = to

    def append(self, points: list[Points]) -> None:
        """Draw straight to the start of a chain of cubics, then along it."""
        if self.points:
            self.line(points[0])
            self.points += points[1:]
        else:
            self.points += points

    def follow(self, run: _Run, side: float) -> None:
        """Draw along a side of a run; along its middle where the side folds, with a disc that fills the bend."""
        sides, folds = _hermite(run.offset(side), run.offset_rate(side), np.diff(run.t)), run.folds(side)
        middles = _hermite(run.at, run.rate, np.diff(run.t))
        cusps = (np.diff(run.t) < 2.5 * 0.5**_FINEST) & (abs(_turns(run.heading[:-1], run.heading[1:])) > _CUSP)
        turns = np.where(cusps, _turns(run.heading[:-1], run.heading[1:]), 0.0).tolist()
        folded = (folds[:-1] | folds[1:]).tolist()
        for index, inner in enumerate(folded):
            if side * turns[index] > 0:
                leg = side * run.radius[index] * _normal(run.heading)[index]
                self.arc(run.at[index + 1], run.at[index + 1] + leg, turns[index])
                continue
            self.append(list(middles[index] if inner else sides[index]))
            if inner and not (index + 1 < len(folded) and folded[index + 1]):
                first = index - folded[index::-1].index(False) + 1 if False in folded[: index + 1] else 0
                middle = (first + index + 1) // 2
                self.disc(run.at[middle], run.radius[middle], side)

    def disc(self, center: Points, radius: float, side: float) -> None:
        """Draw a circle and come back."""
        here = self.points[-1]
        self.arc(center, center + np.array([radius, 0.0]), side * math.tau)
        self.line(here)

    def arc(self, center: Points, start: Points, angle: float) -> None:
        """Draw a part of a circle from `start`, clockwise (y down) by an angle in radians; nothing of a dot."""
        leg = start - center
        if _norm(leg) <= _NOTHING:
            return
        count = max(1, math.ceil(abs(angle) / _ARC - 1e-9))
        handle = 4 / 3 * math.tan(angle / count / 4)
        for index in range(count):
            here, there = (_turned(leg, angle * part / count) for part in (index, index + 1))
            controls = here + handle * _quarter(here), there - handle * _quarter(there)
            self.append([center + here, *(center + control for control in controls), center + there])


def _join(left: _Path, right: _Path, before: _Run, after: _Run) -> None:
    """Turn both sides around a corner: the outer one in an arc, the inner one through the corner itself."""
    arriving, leaving = before.heading[-1], after.heading[0]
    angle = float(_turns(arriving, leaving))
    outer, inner, side = (left, right, 1.0) if angle > 0 else (right, left, -1.0)
    outer.arc(after.at[0], before.offset(side)[-1], angle)
    inner.line(after.at[0])


def _bernstein(p: Points, u: Points) -> Points:
    v = 1 - u
    point: Points = p[:, 0] * v**3 + 3 * p[:, 1] * v * v * u + 3 * p[:, 2] * v * u * u + p[:, 3] * u**3
    return point


def _derivative(p: Points, u: Points) -> Points:
    legs, v = np.diff(p, axis=1), 1 - u
    rate: Points = 3 * (legs[:, 0] * v * v + 2 * legs[:, 1] * v * u + legs[:, 2] * u * u)
    return rate


def _second_derivative(p: Points, u: Points) -> Points:
    bends = np.diff(p, n=2, axis=1)
    rate: Points = 6 * (bends[:, 0] * (1 - u) + bends[:, 1] * u)
    return rate


def _hermite(points: Points, rates: Points, steps: NDArray[np.float64]) -> Points:
    """The cubics [K - 1, 4, 2] through K points with these derivatives, `steps` [K - 1] apart."""
    third = steps[:, None] / 3
    return np.stack([points[:-1], points[:-1] + rates[:-1] * third, points[1:] - rates[1:] * third, points[1:]], 1)


def _normal(heading: Points) -> Points:
    """The unit vectors to the left of headings [K, 2], y down."""
    return np.stack([heading[:, 1], -heading[:, 0]], axis=1)


def _turns(before: Points, after: Points) -> NDArray[np.float64]:
    """The angles from headings [..., 2] to others, radians, positive clockwise (y down)."""
    cross = before[..., 0] * after[..., 1] - before[..., 1] * after[..., 0]
    angles: NDArray[np.float64] = np.arctan2(cross, (before * after).sum(-1))
    return angles


def _norm(vectors: Points) -> NDArray[np.float64]:
    length: NDArray[np.float64] = np.hypot(vectors[..., 0], vectors[..., 1])
    return length


def _apart(one: Points, two: Points) -> bool:
    return bool(np.abs(one - two).max() > _NOTHING)


def _turned(leg: Points, angle: float) -> Points:
    cos, sin = math.cos(angle), math.sin(angle)
    return np.array([leg[0] * cos - leg[1] * sin, leg[0] * sin + leg[1] * cos])


def _quarter(leg: Points) -> Points:
    return np.array([-leg[1], leg[0]])
