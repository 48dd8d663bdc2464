"""Immutable Bézier curves, affine maps, and pens that curves draw themselves onto."""

from app.geometry.affine import Affine
from app.geometry.bounds import Box, bounds, bounds_of
from app.geometry.curve import Curve, Points
from app.geometry.decimals import decimal_text, rounded_number
from app.geometry.distance import distance
from app.geometry.pen import Pen, Point
from app.geometry.recording_pen import RecordingPen
from app.geometry.svg_path_pen import SvgPathPen
from app.geometry.traces import Traces

__all__ = [
    "Affine",
    "Box",
    "Curve",
    "Pen",
    "Point",
    "Points",
    "RecordingPen",
    "SvgPathPen",
    "Traces",
    "bounds",
    "bounds_of",
    "decimal_text",
    "distance",
    "rounded_number",
]
