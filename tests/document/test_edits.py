"""Edits give a new drawing and leave the old one alone."""

import math

import pytest
from taureau.document import DocumentError, Drawing, Layer, Stroke, drawing_to_svg, rounded, scaled_to_mm
from taureau.geometry import Curve

DRAWING = Drawing(200, 100, (Layer("a", (Stroke(Curve.line([0, 0], [200, 100]), 2),)),), {"seed": "1"})


def test_scaled_to_mm_scales_the_sheet_the_curves_and_the_widths() -> None:
    scaled = scaled_to_mm(DRAWING, 254)
    assert (scaled.width, scaled.height) == pytest.approx((960, 480))
    (stroke,) = scaled.strokes
    assert stroke.width == pytest.approx(9.6)
    assert stroke.curve.end.tolist() == pytest.approx([960, 480])
    assert scaled.facts == {"seed": "1"}
    assert 'width="254mm" height="127mm" viewBox="0 0 960 480"' in drawing_to_svg(scaled)
    assert DRAWING.width == 200


def test_the_longer_side_is_the_one_that_is_set() -> None:
    assert scaled_to_mm(Drawing(100, 400), 127).width == pytest.approx(120)


@pytest.mark.parametrize("length", [0, -5, math.nan, math.inf])
def test_a_length_is_above_zero(length: float) -> None:
    with pytest.raises(DocumentError, match="give a length above 0"):
        scaled_to_mm(DRAWING, length)


def test_rounded_keeps_sizes_above_zero_and_shares_within_one() -> None:
    drawing = Drawing(
        1e-9,
        12.34567,
        (Layer("a", (Stroke(DRAWING.layers[0].strokes[0].curve, 0, "#ABCDEF", 1.5, math.nan),)),),
    )
    result = rounded(drawing)
    (stroke,) = result.strokes
    assert (result.width, result.height) == (0.001, 12.346)
    assert (stroke.width, stroke.color, stroke.opacity, stroke.gain) == (0.001, "#abcdef", 1, None)
    assert rounded(drawing, 1).height == 12.3
