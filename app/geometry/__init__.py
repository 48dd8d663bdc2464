"""Immutable Bézier curves, affine maps, and pens that curves draw themselves onto."""

from app.geometry.affine import Affine
from app.geometry.curve import Curve, Points

__all__ = ["Affine", "Curve", "Points"]
