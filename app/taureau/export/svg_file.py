"""SVG for different programs, which differ in the unit of the sheet's size."""

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


def svg_bytes(drawing: Drawing, export: Export, painted: str | None = None) -> bytes:
    """The drawing, in px of 1/96 inch, as SVG for the profile; `painted`: on an area of this colour."""
    if export.profile != "inkscape":  # paper and locks are words that only it knows
        layers = tuple(replace(layer, locked=False) for layer in drawing.layers)
        drawing = replace(drawing, paper=None, layers=layers)
    text = drawing_to_svg(
        user_units(drawing, export), precision=export.decimals, unit=_UNITS[export.profile], painted=painted
    )
    return text.encode("utf-8")
