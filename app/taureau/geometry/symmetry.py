"""Symmetries of the plane about a point: the maps under which a figure repeats."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from taureau.geometry.affine import Affine

Kind = Literal["none", "vertical", "horizontal", "both", "radial"]
LEAST, MOST = 2, 36  # repeats around the point


@dataclass(frozen=True)
class Symmetry:
    """Mirrored on a vertical axis, a horizontal one, or both, or repeated `count` times around the point."""

    kind: Kind = "none"
    count: int = 6

    def maps(self, x: float, y: float) -> tuple[Affine, ...]:
        """Return the maps about a point, the identity first."""
        match self.kind:
            case "none":
                about = [Affine()]
            case "vertical":
                about = [Affine(), Affine.scale(-1, 1)]
            case "horizontal":
                about = [Affine(), Affine.scale(1, -1)]
            case "both":
                about = [Affine(), Affine.scale(-1, 1), Affine.scale(1, -1), Affine.scale(-1, -1)]
            case "radial":
                about = [Affine(), *(Affine.rotate(360 * number / self.count) for number in range(1, self.count))]
        return about[0], *(Affine.translate(x, y) @ map_ @ Affine.translate(-x, -y) for map_ in about[1:])

    def axes(self) -> tuple[tuple[float, float], ...]:
        """Return the unit directions of the axes, or of the rays between the repeats."""
        match self.kind:
            case "none":
                return ()
            case "vertical":
                return ((0.0, -1.0), (0.0, 1.0))
            case "horizontal":
                return ((1.0, 0.0), (-1.0, 0.0))
            case "both":
                return ((0.0, -1.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 0.0))
            case "radial":
                angles = (2 * math.pi * number / self.count - math.pi / 2 for number in range(self.count))
                return tuple((math.cos(angle), math.sin(angle)) for angle in angles)
