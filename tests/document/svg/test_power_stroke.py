"""Strokes with profiles and pens in SVG: seen the same elsewhere, editable in Inkscape, and back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from taureau.document import PENS, Drawing, Layer, Stroke, drawing_to_svg, rounded, svg_to_drawing
from taureau.document.grain import GRAINS
from taureau.geometry import Curve, Profile

SWELL = Profile(((0.0, 0.25), (0.5, 1.5), (1.0, 0.0)))
STROKE = Stroke(Curve([(10, 50), (40, 0), (60, 100), (90, 50)]), 6.0, "#aa3311", 0.5, None, "nose", profile=SWELL)


def sheet(*strokes: Stroke) -> Drawing:
    return Drawing(100, 100, (Layer("one", strokes),))


@pytest.mark.parametrize("pen", [None, *PENS])
@pytest.mark.parametrize("profile", [None, SWELL])
def test_a_stroke_comes_back_as_it_was(pen, profile):
    drawing = sheet(replace(STROKE, pen=pen, profile=profile))
    (stroke,) = svg_to_drawing(drawing_to_svg(drawing)).strokes
    assert stroke == next(rounded(drawing).strokes)


def test_it_is_a_filled_outline_with_its_middle_line_for_inkscape():
    svg = drawing_to_svg(sheet(STROKE))
    assert 'effect="powerstroke"' in svg
    assert 'inkscape:original-d="M10,50 C40,0 60,100 90,50"' in svg
    assert 'fill="#aa3311" fill-opacity="0.5"' in svg
    assert "stroke-width" not in svg


def test_widths_that_inkscape_changed_count():
    svg = drawing_to_svg(sheet(STROKE))
    changed = svg.replace('offset_points="0,0.75 |', 'offset_points="0,3 |')
    assert changed != svg
    (stroke,) = svg_to_drawing(changed).strokes
    assert stroke.profile.at([0.0, 0.5, 1.0]) == pytest.approx([1.0, 1.5, 0.0], abs=0.01)


def test_a_middle_line_that_inkscape_changed_counts():
    svg = drawing_to_svg(sheet(STROKE)).replace('original-d="M10,50', 'original-d="M20,50')
    (stroke,) = svg_to_drawing(svg).strokes
    assert stroke.curve.start == pytest.approx((20, 50))


def test_without_our_words_it_is_an_outline():
    svg = drawing_to_svg(sheet(STROKE)).replace("taureau:profile", "data-profile")
    (stroke,) = svg_to_drawing(svg).strokes
    assert stroke.profile is None


@pytest.mark.parametrize("text", ["1,0", "0,1 0,2", "nan,1", "0,1 1", "x" * 50, "0,-3 1,1"])
def test_a_profile_that_is_none_is_not_believed(text):
    svg = drawing_to_svg(sheet(STROKE)).replace('taureau:profile="0,0.25 0.5,1.5 1,0"', f'taureau:profile="{text}"')
    assert all(stroke.profile is None for stroke in svg_to_drawing(svg).strokes)


def test_one_picture_serves_all_strokes_of_a_pen_and_colour():
    strokes = [replace(STROKE, width=width, pen="chalk", id="") for width in (2.0, 2.0, 9.0)]
    svg = drawing_to_svg(sheet(*strokes))
    assert svg.count("data:image/png") == 1
    assert svg.count("<pattern") == 2


def test_smooth_pens_have_no_texture():
    assert "brush" not in GRAINS
    assert "<pattern" not in drawing_to_svg(sheet(replace(STROKE, pen="brush")))
