"""Filled areas as hatching: of SVG of other programs and of our own drawings."""

from __future__ import annotations

import math

import numpy as np
import pytest
from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.document.svg.reader import svg_content
from taureau.export import Export, ExportError, Margins, composed
from taureau.geometry import Curve

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="100mm" viewBox="0 0 100 100">
<path fill="#112233" fill-rule="evenodd" d="M10 10H90V90H10Z M30 30H70V70H30Z M45 45H55V55H45Z"/>
<g fill="#aa0000"><rect x="60" y="60" width="30" height="30" stroke="#000000"/></g>
<circle cx="20" cy="20" r="5" fill="#ffffff"/>
</svg>"""
PLOT = {"profile": "plotter", "paper": "a4", "size_mm": 100, "margins": Margins.even(10), "pen_mm": 0.5}


def area_of(strokes, spacing_mm: float) -> float:
    """The area that lines of hatching stand for, mm²."""
    return sum(stroke.curve.length() for stroke in strokes) * MM_PER_PX * spacing_mm


def test_fills_of_any_svg_with_holes_and_what_lies_in_front() -> None:
    drawing = svg_content(SVG, areas=True).drawing
    assert [stroke.filled for stroke in drawing.strokes] == [True, True, False, True]
    composition = composed(drawing, Export(**PLOT, hatch_fills=True, hatch_spacing_mm=0.5))
    by_name = {layer.name: layer.strokes for layer in composition.drawing.layers}
    assert set(by_name) == {"#112233 0.5 mm", "#aa0000 0.5 mm", "#000000 0.5 mm"}  # no white pen
    ring, hole, island = 80**2, 40**2, 10**2
    hidden = 30**2 - 10**2 + math.pi * 5**2  # by the red square, partly over the hole, and by the white disc
    assert area_of(by_name["#112233 0.5 mm"], 0.5) == pytest.approx(ring - hole + island - hidden, rel=0.02)
    assert area_of(by_name["#aa0000 0.5 mm"], 0.5) == pytest.approx(900, rel=0.02)
    assert len(by_name["#000000 0.5 mm"]) == 1  # the outline
    assert (composition.unseen, composition.areas) == (0, 0)


def test_lines_are_as_far_apart_as_the_pen_asks_for() -> None:
    drawing = svg_content(SVG, areas=True).drawing
    export = Export(format="gcode", paper="a5", margins=Margins.even(10), pen_mm=0.5, hatch_fills=True)
    strokes = composed(drawing, export).drawing.layers[0].strokes
    lines = np.array([(stroke.curve.start, stroke.curve.end) for stroke in strokes]) * MM_PER_PX
    legs = lines[:, 1] - lines[:, 0]
    assert np.abs(legs[:, 0]) == pytest.approx(np.abs(legs[:, 1]))  # at 45 degrees
    apart = lines[:, 0] @ [1, 1] / math.sqrt(2) / 1.75
    assert apart == pytest.approx(np.round(apart))


def test_areas_of_our_own_drawings() -> None:
    disc = Stroke(Curve([[10, 10], [10, 90], [90, 90], [90, 10]]), 0.2, "#334455", filled=True)
    drawing = Drawing(
        100, 100, (Layer("Colours", (disc,), ground=True), Layer("Lines", (Stroke(Curve.line([0, 0], [9, 9]), 1.0),)))
    )
    without = composed(drawing, Export(profile="plotter"))
    assert [layer.name.split()[0] for layer in without.drawing.layers] == ["#141414"]
    hatched = composed(drawing, Export(profile="plotter", hatch_fills=True)).drawing
    assert [len(layer.strokes) for layer in hatched.layers][1] == 1
    assert len(hatched.layers[0].strokes) > 10
    assert {stroke.filled for stroke in hatched.strokes} == {False}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"hatch_fills": True, "hatch_spacing_mm": 0.2}, "nearer than the pen is wide"),
        ({"hatch_fills": True, "hatch_spacing_mm": math.nan}, "spacing of the hatching must be"),
        ({"hatch_spacing_mm": 2.0}, "choose both"),
        ({"hatch_fills": True, "profile": "web"}, "hatching of areas is for"),
    ],
)
def test_what_cannot_be_hatched_is_said(options, says) -> None:
    with pytest.raises(ExportError, match=says):
        composed(svg_content(SVG, areas=True).drawing, Export(**PLOT | options))


def test_a_drawing_without_areas_has_nothing_to_hatch() -> None:
    drawing = Drawing(100, 100, (Layer("a", (Stroke(Curve.line([0, 0], [9, 9]), 1.0),)),))
    with pytest.raises(ExportError, match="there is nothing to hatch"):
        composed(drawing, Export(**PLOT, hatch_fills=True))


def test_an_area_that_plotters_skip_neither_hatches_nor_hides() -> None:
    disc = Stroke(Curve([[10, 10], [10, 90], [90, 90], [90, 10]]), 0.2, "#334455", filled=True)
    alone = Drawing(100, 100, (Layer("a", (disc,)),))
    beneath = Drawing(100, 100, (Layer("a", (disc,)), Layer("%b", (disc,))))
    counts = [composed(one, Export(profile="plotter", hatch_fills=True)).drawing for one in (alone, beneath)]
    assert len(counts[0].layers[0].strokes) == len(counts[1].layers[0].strokes) > 10
    assert counts[1].layers[1].strokes == ()
