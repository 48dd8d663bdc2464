"""Affine maps of the plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from taureau.geometry.curve import Curve, Points


@dataclass(frozen=True)
class Affine:
    """The map (x, y) -> (a·x + c·y + e, b·x + d·y + f); the letters are SVG's `matrix(a b c d e f)`."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def scale(cls, x: float, y: float | None = None) -> Affine:
        return cls(a=x, d=x if y is None else y)

    @classmethod
    def translate(cls, x: float, y: float) -> Affine:
        return cls(e=x, f=y)

    @classmethod
    def rotate(cls, degrees: float) -> Affine:
        """Turn about the origin, clockwise on a screen whose y runs down."""
        angle = np.radians(degrees)
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        return cls(cos, sin, -sin, cos)

    def __matmul__(self, other: Affine) -> Affine:
        """The map that does `other` first, then this one."""
        return Affine(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    @property
    def determinant(self) -> float:
        return self.a * self.d - self.b * self.c

    @property
    def mean_scale(self) -> float:
        """The mean scale of lengths: the square root of the area's scale."""
        return float(np.sqrt(abs(self.determinant)))

    @property
    def unevenness(self) -> float:
        """The ratio of the longest to the shortest axis of a circle's image, 1 or more."""
        area, squares = abs(self.determinant), self.a * self.a + self.b * self.b + self.c * self.c + self.d * self.d
        # The axes' lengths are the singular values: their product is the area, the sum of their squares is the trace.
        return (
            float((squares + np.sqrt(max(squares * squares - 4 * area * area, 0.0))) / (2 * area))
            if area > 0
            else np.inf
        )

    def inverse(self) -> Affine:
        """The inverse map; raises ValueError when this one is singular."""
        det = self.determinant
        if not np.isfinite(det) or det == 0:
            raise ValueError("this map flattens the plane and cannot be undone")
        a, b, c, d = self.d / det, -self.b / det, -self.c / det, self.a / det
        return Affine(a, b, c, d, -(a * self.e + c * self.f), -(b * self.e + d * self.f))

    def points(self, points: Points) -> Points:
        """Map an array [..., 2]."""
        linear = np.array([[self.a, self.b], [self.c, self.d]])
        mapped: Points = points @ linear + np.array([self.e, self.f])
        return mapped

    def curve(self, curve: Curve) -> Curve:
        return Curve(self.points(curve.points))
