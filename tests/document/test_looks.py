"""Looks change the pens and leave the lines alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from taureau.document import LOOKS, DocumentError, Drawing, Layer, Stroke, drawing_to_svg, in_look
from taureau.geometry import Curve

from tests.document.rendering import rendered

LINE = Curve.line([10, 20], [90, 20])
DRAWING = Drawing(100, 40, (Layer("a", (Stroke(LINE, 4.0), Stroke(LINE, 2.0, "#AA0000", 0.5, 0.25))),), {"seed": "1"})


def test_ink_is_the_drawing_itself():
    assert in_look(DRAWING, "ink") is DRAWING


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_keeps_every_line_and_all_that_is_known_of_it(look):
    dressed = in_look(DRAWING, look)
    for stroke, before in zip(dressed.strokes, DRAWING.strokes, strict=True):
        assert stroke.curve is before.curve
        assert stroke.gain == before.gain
        assert stroke.width == pytest.approx(before.width * LOOKS[look].width)
        assert stroke.opacity == pytest.approx(before.opacity * LOOKS[look].opacity)
    assert (dressed.facts, dressed.paper, dressed.layers[0].name) == (DRAWING.facts, None, "a")


def test_pencil_fades_towards_the_paper_be_it_light_or_dark():
    assert [stroke.color for stroke in in_look(DRAWING, "pencil").strokes] == ["#434343", "#bb3333"]
    dark = in_look(replace(DRAWING, paper="#000000"), "pencil")
    assert [stroke.color for stroke in dark.strokes] == ["#101010", "#880000"]
    assert [stroke.color for stroke in in_look(DRAWING, "marker").strokes] == ["#141414", "#aa0000"]


def test_each_look_is_seen_to_differ():
    ink, pencil, marker = (rendered(drawing_to_svg(in_look(DRAWING, look))) for look in ("ink", "pencil", "marker"))
    assert pencil[20, 50] < ink[20, 50]
    assert (marker > 0.01).sum() > 1.5 * (ink > 0.01).sum() > (pencil > 0.01).sum()


def test_another_name_is_refused():
    with pytest.raises(DocumentError, match="no look 'chalk'; choose ink, pencil, marker"):
        in_look(DRAWING, "chalk")
