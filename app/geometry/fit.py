"""Fitting one cubic segment to a run of points by least squares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.geometry.curve import Points


@dataclass(frozen=True, eq=False)
class Fit:
    """A cubic and how well it follows the points it was fitted to."""

    points: Points  # [4, 2] control points
    error: float  # the largest distance from a given point to the curve at its parameter
    worst: int  # index of the point where that happens


def fit_cubic(points: Points, *, rounds: int = 4, stiffness: float = 1e-4) -> Fit:
    """The cubic that starts and ends where `points` [K, 2] do and passes closest to the rest, K ≥ 2.

    Parameters start at the chord lengths and are refined by `rounds` Newton steps (Schneider, Graphics Gems, 1990).
    `stiffness` pulls the two inner control points softly towards the thirds of the chord, so that a short or noisy run
    cannot throw them far away.
    """
    start, end = points[0], points[-1]
    steps = np.hypot(*np.diff(points, axis=0).T)
    t = np.concatenate([[0.0], np.cumsum(steps)])
    if t[-1] == 0:
        return Fit(np.repeat(points[:1], 4, axis=0), 0.0, 0)
    t /= t[-1]
    thirds = np.stack([start + (end - start) / 3, start + (end - start) * 2 / 3])
    ridge = stiffness * len(points)
    control = np.stack([start, thirds[0], thirds[1], end])
    for remaining in reversed(range(rounds + 1)):
        basis = bernstein(t)
        inner = basis[:, 1:3]
        rest = points - basis[:, :1] * start - basis[:, 3:] * end
        normal = inner.T @ inner + ridge * np.eye(2)
        control = np.stack([start, *np.linalg.solve(normal, inner.T @ rest + ridge * thirds), end])
        if remaining:
            t = _closer(control, points, t)
    distance = np.hypot(*(bernstein(t) @ control - points).T)
    worst = int(distance.argmax())
    return Fit(control, float(distance[worst]), worst)


def bernstein(t: NDArray[np.float64]) -> NDArray[np.float64]:
    """The four cubic Bernstein polynomials at `t` [K] in 0 … 1: [K, 4]."""
    s = 1 - t
    return np.stack([s**3, 3 * s * s * t, 3 * s * t * t, t**3], axis=-1)


def _closer(control: Points, points: Points, t: NDArray[np.float64]) -> NDArray[np.float64]:
    """One Newton step of each parameter towards the foot of its point, kept in 0 … 1."""
    first = 3 * np.diff(control, axis=0)  # hodograph
    second = 2 * np.diff(first, axis=0)
    s = 1 - t
    gap = bernstein(t) @ control - points
    velocity = np.stack([s * s, 2 * s * t, t * t], axis=-1) @ first
    acceleration = np.stack([s, t], axis=-1) @ second
    slope = (gap * velocity).sum(1)
    curvature = (velocity * velocity).sum(1) + (gap * acceleration).sum(1)
    step = np.where(curvature > 1e-9, slope / np.where(curvature > 1e-9, curvature, 1.0), 0.0)
    moved: NDArray[np.float64] = np.clip(t - step, 0.0, 1.0)
    return moved
