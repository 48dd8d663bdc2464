"""Profiles and textures in exported files."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from taureau.document import PENS, SHAPES, Drawing, Layer, Stroke, drawing_to_svg, svg_to_drawing
from taureau.document.grain import GRAINS
from taureau.export import Export
from taureau.export.composition import composed
from taureau.export.pdf_file import pdf_bytes
from taureau.export.picture_file import picture_bytes
from taureau.export.svg_file import svg_bytes
from taureau.geometry import Curve


def drawing(pen: str | None, width: float = 12.0) -> Drawing:
    strokes = (Stroke(Curve.line((20, y), (180, y)), width, profile=SHAPES["swell"], pen=pen) for y in (50, 100, 150))
    return Drawing(200, 200, (Layer("one", tuple(strokes)),))


def picture(made: Drawing, side: int = 200) -> np.ndarray:
    png = picture_bytes(made, (side, side), 96 * side / 200, kind="png", transparent=False)
    return np.asarray(Image.open(io.BytesIO(png)).convert("L")).astype(int)


@pytest.mark.parametrize("pen", PENS)
def test_a_picture_has_the_texture_of_the_pen(pen):
    inside = picture(drawing(pen))[97:103, 60:140]
    assert (inside.std() > 3) == (pen in GRAINS)
    assert inside.mean() < 180


@pytest.mark.parametrize("pen", PENS)
def test_a_pdf_has_a_picture_of_the_texture_and_fills_outlines(pen):
    data = pdf_bytes(drawing(pen))
    assert (b"/Subtype /Image" in data) == (pen in GRAINS)
    assert data == pdf_bytes(drawing(pen))


def test_bands_of_a_large_picture_meet_without_a_seam():
    """A texture lies still on the page, whatever part of it is rendered."""
    made = drawing("charcoal", 60.0)
    whole, small = picture(made, 1000), picture(made, 500)  # three bands, and one
    halved = whole.reshape(500, 2, 500, 2).mean(axis=(1, 3))
    assert np.abs(halved - small).mean() < 12


def test_plotters_get_the_middle_line():
    export = Export(profile="plotter")
    svg = svg_bytes(composed(drawing("brush"), export).drawing, export).decode()
    assert svg.count('stroke-linecap="round"') == 3
    assert "powerstroke" not in svg
    assert "<pattern" not in svg


def test_exported_svg_holds_the_outline_and_comes_back():
    export = Export(profile="inkscape")
    svg = svg_bytes(composed(drawing("chalk"), export).drawing, export)
    assert [stroke.pen for stroke in svg_to_drawing(svg).strokes] == ["chalk"] * 3
    assert drawing_to_svg(svg_to_drawing(svg)) == svg.decode()
