"""Guides in the drawing and in its file, also as Inkscape writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from taureau.document import Drawing, Guide, Layer, Stroke, bare, drawing_to_svg, rounded, svg_to_drawing
from taureau.geometry import Affine, Curve

DRAWING = Drawing(120, 80, (Layer("One", (Stroke(Curve.line((20, 10), (100, 10)), 2.0),)),))
INKSCAPE = """<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 100 50"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">
  <sodipodi:namedview id="namedview1" pagecolor="#ffffff" showguides="true">
    <sodipodi:guide position="25,40" orientation="0,-1" id="guide1" inkscape:locked="false"
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"/>
    <sodipodi:guide position="25,40" orientation="1,0" id="guide2"/>
    <sodipodi:guide position="0,0" orientation="0.5,-0.5" id="guide3"/>
    <sodipodi:guide position="nowhere" orientation="1,0"/>
    <sodipodi:guide position="1,1" orientation="0,0"/>
  </sodipodi:namedview>
  <path d="M0 0 10 10" stroke="#000" fill="none"/>
</svg>"""
MM = 96 / 25.4


def test_they_come_back_from_the_file_and_without_them_it_stays_as_it_was():
    plain = drawing_to_svg(DRAWING)
    guided = replace(DRAWING, guides=(Guide.across(10.1), Guide.down(33.333), Guide(5, 6, (1.0, -2.0))))
    text = drawing_to_svg(guided)
    assert svg_to_drawing(text) == rounded(guided)
    assert drawing_to_svg(svg_to_drawing(text)) == text
    assert '<sodipodi:guide id="guide1" position="0,69.9" orientation="0,-1"/>' in text
    assert "sodipodi" not in plain
    assert drawing_to_svg(replace(guided, guides=())) == plain


def test_paper_and_guides_share_the_view():
    both = replace(DRAWING, paper="#202020", guides=(Guide.across(10),))
    assert svg_to_drawing(drawing_to_svg(both)) == rounded(both)


def test_guides_of_inkscape_count_from_below_in_its_units():
    across, down, slanted = svg_to_drawing(INKSCAPE).guides
    assert (across.horizontal, down.vertical) == (True, True)
    assert across.y == pytest.approx(10 * MM, abs=1e-5)
    assert down.x == pytest.approx(25 * MM, abs=1e-5)
    assert slanted.distance(0, 50 * MM) == pytest.approx(0, abs=1e-5)
    assert slanted.normal[0] == pytest.approx(slanted.normal[1])


def test_they_are_scaled_with_the_sheet_and_left_out_of_exports():
    scaled = replace(DRAWING, guides=(Guide.across(10),)).transformed(Affine.scale(2))
    assert scaled.guides == (Guide.across(20),)
    assert bare(scaled).guides == ()
