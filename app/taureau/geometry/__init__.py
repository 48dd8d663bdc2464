"""Immutable Bézier curves, affine maps, bounds, distances, and pens that receive a curve's path."""

from taureau.geometry.affine import Affine
from taureau.geometry.bounds import Box, bounds, bounds_of
from taureau.geometry.curve import Curve, Points
from taureau.geometry.decimals import decimal_text, rounded_number
from taureau.geometry.distance import distance
from taureau.geometry.pen import Pen, Point
from taureau.geometry.profile import Profile
from taureau.geometry.recording_pen import RecordingPen
from taureau.geometry.svg_path_pen import SvgPathPen
from taureau.geometry.symmetry import Symmetry
from taureau.geometry.traces import Traces

__all__ = [
    "Affine",
    "Box",
    "Curve",
    "Pen",
    "Point",
    "Points",
    "Profile",
    "RecordingPen",
    "SvgPathPen",
    "Symmetry",
    "Traces",
    "bounds",
    "bounds_of",
    "decimal_text",
    "distance",
    "rounded_number",
]
