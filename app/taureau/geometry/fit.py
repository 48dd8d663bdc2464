"""Fitting one cubic segment to a run of points by least squares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points

_SHORTEST = 0.01  # of a run's length, that a handle of given direction is long


@dataclass(frozen=True, eq=False)
class Fit:
    """A cubic and how well it follows the points it was fitted to."""

    points: Points  # [4, 2] control points
    error: float  # the largest distance from a given point to the curve at its parameter
    worst: int  # index of the point where that happens
    at: NDArray[np.float64]  # [K] the parameter of each given point


def fit_cubic(
    points: Points,
    *,
    rounds: int = 4,
    stiffness: float = 1e-4,
    leaving: Points | None = None,
    arriving: Points | None = None,
    at: NDArray[np.float64] | None = None,
) -> Fit:
    """The least-squares cubic through `points` [K, 2], K ≥ 2, with their first and last point as its ends.

    Parameters start at the chord lengths, or `at` [K] in 0 … 1, and are refined by `rounds` Newton steps (Schneider,
    Graphics Gems, 1990). `stiffness` pulls the two inner control points softly towards the thirds of the chord, so that
    a short or noisy run cannot throw them far away. `leaving` and `arriving` [2] are the directions in which the cubic
    must set out and come in, of any length above 0; None leaves them to the points.
    """
    start, end = points[0], points[-1]
    steps = np.hypot(*np.diff(points, axis=0).T)
    t = np.concatenate([[0.0], np.cumsum(steps)])
    length = t[-1]
    if length == 0:
        return Fit(np.repeat(points[:1], 4, axis=0), 0.0, 0, np.zeros(len(points)))
    t = t / length if at is None else at
    thirds = np.stack([start + (end - start) / 3, start + (end - start) * 2 / 3])
    ridge = stiffness * len(points)
    control = np.stack([start, thirds[0], thirds[1], end])
    basis = bernstein(t)
    for remaining in reversed(range(rounds + 1)):
        inner = basis[:, 1:3]
        rest = points - basis[:, :1] * start - basis[:, 3:] * end
        if leaving is None and arriving is None:
            handles = _solved(inner.T @ inner, inner.T @ rest + ridge * thirds, ridge)
        else:
            handles = _directed(inner, rest, (start, end), (leaving, arriving), thirds, ridge, length)
        control = np.array([start, *handles, end])
        if remaining:
            t = _closer(control, points, t, basis)
            basis = bernstein(t)
    distance = np.hypot(*(basis @ control - points).T)
    worst = int(distance.argmax())
    return Fit(control, float(distance[worst]), worst, t)


def _directed(
    inner: NDArray[np.float64],
    rest: Points,
    ends: tuple[Points, Points],
    directions: tuple[Points | None, Points | None],
    thirds: Points,
    ridge: float,
    length: float,
) -> Points:
    """The inner control points [2, 2] where one or both lie in a given direction from their ends.

    Each unknown is a column: how far along its direction a bound handle lies, or x and y of a free one.
    """
    columns, wanted, origins = [], [], np.zeros((2, 2))
    axes: list[tuple[int, Points]] = []  # of which handle, and along what
    for handle, (end, direction, sign) in enumerate(zip(ends, directions, (1.0, -1.0), strict=True)):
        if direction is None:
            along = list(np.eye(2))
            wanted += thirds[handle].tolist()
        else:
            along = [sign * direction / np.hypot(*direction)]
            origins[handle] = end
            wanted.append(length / 3)
        for axis in along:
            axes.append((handle, axis))
            columns.append((inner[:, handle, None] * axis).ravel())
    design = np.stack(columns, axis=-1)  # [2K, unknowns]
    remains = (rest - inner @ origins).ravel()
    normal = design.T @ design + ridge * np.eye(len(axes))
    values = np.linalg.solve(normal, design.T @ remains + ridge * np.array(wanted))
    handles = origins.copy()
    for (handle, axis), value in zip(axes, values, strict=True):
        bound = directions[handle] is not None  # it may neither turn back nor run far ahead
        handles[handle] += axis * (np.clip(value, _SHORTEST * length, length) if bound else value)
    return handles


def bernstein(t: NDArray[np.float64]) -> NDArray[np.float64]:
    """The four cubic Bernstein polynomials at `t` [K] in 0 … 1: [K, 4]."""
    s = 1 - t
    basis = np.empty((*t.shape, 4))
    basis[..., 0], basis[..., 1], basis[..., 2], basis[..., 3] = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return basis


def _solved(normal: NDArray[np.float64], right: Points, ridge: float) -> Points:
    """The solution [2, 2] of (normal + ridge · 1) x = right, which LAPACK takes longer to be called for."""
    a, b, d = normal[0, 0] + ridge, normal[0, 1], normal[1, 1] + ridge
    solution: Points = np.array([d * right[0] - b * right[1], a * right[1] - b * right[0]]) / (a * d - b * b)
    return solution


def _closer(control: Points, points: Points, t: NDArray[np.float64], basis: NDArray[np.float64]) -> NDArray[np.float64]:
    """One Newton step of each parameter towards the nearest point on the curve, clipped to 0 … 1.

    `basis` are the Bernstein polynomials at `t`.
    """
    first = 3 * (control[1:] - control[:-1])  # hodograph
    second = 2 * (first[1:] - first[:-1])
    s = (1 - t)[:, None]
    along = t[:, None]
    gap = basis @ control - points
    velocity = s * s * first[0] + 2 * s * along * first[1] + along * along * first[2]
    acceleration = s * second[0] + along * second[1]
    slope = np.einsum("ij,ij->i", gap, velocity)
    curvature = np.einsum("ij,ij->i", velocity, velocity) + np.einsum("ij,ij->i", gap, acceleration)
    step = np.where(curvature > 1e-9, slope / np.where(curvature > 1e-9, curvature, 1.0), 0.0)
    moved: NDArray[np.float64] = np.clip(t - step, 0.0, 1.0)
    return moved
