"""The drawing as an immutable value, edits of it, and its SVG."""

from app.document.drawing import Drawing, Layer, Stroke
from app.document.edits import bare, rounded, scaled_to_mm
from app.document.errors import DocumentError
from app.document.levels import prefix, without
from app.document.merging import Merge, merged, merges
from app.document.svg_reader import load_svg, svg_to_drawing
from app.document.svg_terms import MM_PER_PX
from app.document.svg_writer import SheetUnit, drawing_to_svg, save_svg
from app.document.whole_file import write_whole

__all__ = [
    "MM_PER_PX",
    "DocumentError",
    "Drawing",
    "Layer",
    "Merge",
    "SheetUnit",
    "Stroke",
    "bare",
    "drawing_to_svg",
    "load_svg",
    "merged",
    "merges",
    "prefix",
    "rounded",
    "save_svg",
    "scaled_to_mm",
    "svg_to_drawing",
    "without",
    "write_whole",
]
