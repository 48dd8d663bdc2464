"""Axis-aligned boxes, and the exact bounding box of a curve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from taureau.geometry.curve import Curve, Points


@dataclass(frozen=True)
class Box:
    """An axis-aligned rectangle, left ≤ right and top ≤ bottom; y runs down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, margin: float) -> Box:
        """The box with `margin` more on every side, as half a stroke's width around its curve."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def overlaps(self, other: Box) -> bool:
        """Whether the two share a point; touching edges count."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def extrema(curve: Curve) -> Points:
    """The interior extrema of x and y of each segment, [N, 2]."""
    segments = curve.segments  # [S, 4, 2]
    legs = np.diff(segments, axis=1)  # the derivative is 3 · (legs₀ v² + 2 legs₁ v u + legs₂ u²), v = 1 - u
    a = legs[:, 0] - 2 * legs[:, 1] + legs[:, 2]  # a u² + 2 b u + c = 0, each [S, 2]
    b = legs[:, 1] - legs[:, 0]
    c = legs[:, 0]
    root = np.sqrt(np.maximum(b * b - a * c, 0))
    # The sum below never cancels, so both roots stay exact even when the quadratic is nearly a line.
    sum_ = -(b + np.where(b < 0, -root, root))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        u = np.stack([sum_ / a, c / sum_])  # [2, S, 2]
    # Where there is no real root the middle of both comes out: a point of the curve, harmless among the
    # candidates.
    inside = np.isfinite(u) & (u > 0) & (u < 1)
    _, index, _ = np.nonzero(inside)
    return curve.at(index + u[inside]) if len(index) else np.empty((0, 2))


def bounds(curve: Curve) -> Box:
    """The exact box around the curve itself, without the width of a stroke."""
    points = np.concatenate([curve.points[::3], extrema(curve)])
    left, top = points.min(axis=0)
    right, bottom = points.max(axis=0)
    return Box(float(left), float(top), float(right), float(bottom))


def bounds_of(curves: Iterable[Curve]) -> Box | None:
    """The box around all the curves; None when there are none."""
    box: Box | None = None
    for curve in curves:
        box = bounds(curve) if box is None else box.union(bounds(curve))
    return box
