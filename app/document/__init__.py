"""The drawing as an immutable value, edits of it, and its SVG."""

from app.document.arranging import (
    at_bottom,
    duplicated,
    exchanged,
    inserted,
    lowered,
    moved_to_layer,
    on_top,
    raised,
    restyled,
    transformed,
)
from app.document.drawing import Drawing, Layer, Stroke
from app.document.edits import bare, rounded, scaled_to_mm
from app.document.erasing import erased
from app.document.errors import DocumentError
from app.document.layers import layer_moved, locked, made_visible, renamed, with_layer, without_layer
from app.document.levels import prefix, spare, without
from app.document.looks import AS_DRAWN, LOOKS, Look, in_look, stroke_in_look
from app.document.merging import Merge, merged, merges
from app.document.papers import CHALK, INK, INKS, PAPERS, WARM_WHITE, contrast, is_dark, on_paper
from app.document.reference import Reference
from app.document.svg_reader import SvgContent, load_svg, read_svg, svg_to_drawing
from app.document.svg_terms import MM_PER_PX
from app.document.svg_writer import SheetUnit, drawing_to_svg, save_svg
from app.document.whole_file import write_whole

__all__ = [
    "AS_DRAWN",
    "CHALK",
    "INK",
    "INKS",
    "LOOKS",
    "MM_PER_PX",
    "PAPERS",
    "WARM_WHITE",
    "DocumentError",
    "Drawing",
    "Layer",
    "Look",
    "Merge",
    "Reference",
    "SheetUnit",
    "Stroke",
    "SvgContent",
    "at_bottom",
    "bare",
    "contrast",
    "drawing_to_svg",
    "duplicated",
    "erased",
    "exchanged",
    "in_look",
    "inserted",
    "is_dark",
    "layer_moved",
    "load_svg",
    "locked",
    "lowered",
    "made_visible",
    "merged",
    "merges",
    "moved_to_layer",
    "on_paper",
    "on_top",
    "prefix",
    "raised",
    "read_svg",
    "renamed",
    "restyled",
    "rounded",
    "save_svg",
    "scaled_to_mm",
    "spare",
    "stroke_in_look",
    "svg_to_drawing",
    "transformed",
    "with_layer",
    "without",
    "without_layer",
    "write_whole",
]
