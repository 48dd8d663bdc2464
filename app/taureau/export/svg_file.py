"""SVG for the programs that will read it; what differs is the unit that sizes are in."""

from __future__ import annotations

from dataclasses import replace

from taureau.document import Drawing, SheetUnit, drawing_to_svg
from taureau.export.composition import user_units
from taureau.export.request import Export, Profile

_UNITS: dict[Profile, SheetUnit] = {
    "web": "px",
    "inkscape": "mm",
    "illustrator": "pt",  # Illustrator takes a user unit for a point, whatever the size says
    "plotter": "mm",
}


def svg_bytes(drawing: Drawing, export: Export) -> bytes:
    """The drawing, px of 1/96 inch, as the profile has it."""
    if export.profile != "inkscape":  # paper and locks are words that only it knows
        layers = tuple(replace(layer, locked=False) for layer in drawing.layers)
        drawing = replace(drawing, paper=None, layers=layers)
    text = drawing_to_svg(user_units(drawing, export), precision=export.decimals, unit=_UNITS[export.profile])
    return text.encode("utf-8")
