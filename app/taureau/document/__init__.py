"""Drawings as immutable values, edits that return new ones, and SVG in and out."""

from taureau.document.aligning import Axis, Edge, Spacing, aligned, distributed, ink_box
from taureau.document.arranging import (
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
from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.document.edits import bare, fitted_into, rounded, scaled_to_mm
from taureau.document.erasing import erased, remains
from taureau.document.errors import DocumentError
from taureau.document.ground import Ground, ground_count, line_indices, with_ground
from taureau.document.groups import (
    chosen_items,
    group_count,
    grouped,
    is_group,
    released,
    settled,
    ungrouped,
    with_groups,
)
from taureau.document.guides import Guide
from taureau.document.layers import layer_moved, locked, made_visible, renamed, with_layer, without_layer
from taureau.document.levels import prefix, spare, without
from taureau.document.line_edits import closed, ends_joined, split, two_ends_joined
from taureau.document.looks import AS_DRAWN, LOOKS, Look, in_look, stroke_in_look
from taureau.document.merging import Merge, merged, merges
from taureau.document.one_line import joinable, one_line
from taureau.document.papers import CHALK, INK, INKS, PAPERS, WARM_WHITE, contrast, is_dark, on_paper, vanishes
from taureau.document.pens import PENS, SHAPES, Emphasis, PenKind, width_of
from taureau.document.similarity import Respect, similar
from taureau.document.svg.reader import SvgContent, load_svg, read_svg, svg_to_drawing
from taureau.document.svg.reference import Reference
from taureau.document.svg.source import is_svg, is_svg_file
from taureau.document.svg.terms import MM_PER_PX
from taureau.document.svg.writer import Additions, SheetUnit, drawing_to_svg, save_svg
from taureau.document.units import Unit, length_text, number_text, parsed_length, size_text
from taureau.document.whole_file import write_whole

__all__ = [
    "AS_DRAWN",
    "CHALK",
    "INK",
    "INKS",
    "LOOKS",
    "MM_PER_PX",
    "PAPERS",
    "PENS",
    "SHAPES",
    "WARM_WHITE",
    "Additions",
    "Axis",
    "DocumentError",
    "Drawing",
    "Edge",
    "Emphasis",
    "Ground",
    "Guide",
    "Layer",
    "Look",
    "Merge",
    "PenKind",
    "Reference",
    "Respect",
    "SheetUnit",
    "Spacing",
    "Stroke",
    "SvgContent",
    "Unit",
    "aligned",
    "at_bottom",
    "bare",
    "chosen_items",
    "closed",
    "contrast",
    "distributed",
    "drawing_to_svg",
    "duplicated",
    "ends_joined",
    "erased",
    "exchanged",
    "fitted_into",
    "ground_count",
    "group_count",
    "grouped",
    "in_look",
    "ink_box",
    "inserted",
    "is_dark",
    "is_group",
    "is_svg",
    "is_svg_file",
    "joinable",
    "layer_moved",
    "length_text",
    "line_indices",
    "load_svg",
    "locked",
    "lowered",
    "made_visible",
    "merged",
    "merges",
    "moved_to_layer",
    "number_text",
    "on_paper",
    "on_top",
    "one_line",
    "parsed_length",
    "prefix",
    "raised",
    "read_svg",
    "released",
    "remains",
    "renamed",
    "restyled",
    "rounded",
    "save_svg",
    "scaled_to_mm",
    "settled",
    "similar",
    "size_text",
    "spare",
    "split",
    "stroke_in_look",
    "svg_to_drawing",
    "transformed",
    "two_ends_joined",
    "ungrouped",
    "vanishes",
    "width_of",
    "with_ground",
    "with_groups",
    "with_layer",
    "without",
    "without_layer",
    "write_whole",
]
