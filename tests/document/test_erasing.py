"""The eraser on a drawing: what it meets, with the stroke's width, and what it passes over."""

from __future__ import annotations

import pytest
from taureau.document import Drawing, Layer, Stroke, erased, exchanged
from taureau.geometry import Curve


def row(y: float, **changes) -> Stroke:
    return Stroke(Curve.line([0, y], [100, y]), changes.pop("width", 4.0), gain=0.5, **changes)


DRAWING = Drawing(
    100,
    100,
    (
        Layer("hidden", (row(10),), visible=False),
        Layer("locked", (row(20),), locked=True),
        Layer("open", (row(30, color="#aa0000"), row(40), row(90))),
    ),
)
DOWN = [(50, 0), (50, 60)]


def test_the_ink_is_met_not_only_its_middle():
    parts = erased(DRAWING, DOWN, 8)
    assert list(parts) == [2, 3]
    left, right = parts[2]
    assert (left.curve.end[0], right.curve.start[0]) == pytest.approx((40, 60))
    assert (left.color, left.width, left.gain) == ("#aa0000", 4.0, None)


def test_a_shortened_stroke_keeps_its_gain():
    ((only,),) = erased(DRAWING, [(100, 90)], 8).values()
    assert only.gain == 0.5
    assert only.curve.end[0] == pytest.approx(90)


def test_whole_strokes_go_where_they_are_met():
    parts = erased(DRAWING, DOWN, 8, whole=True)
    assert parts == {2: (), 3: ()}
    rest = exchanged(DRAWING, parts)
    assert [len(layer.strokes) for layer in rest.layers] == [1, 1, 1]
    assert rest.layers[2].strokes[0] is DRAWING.layers[2].strokes[2]


def test_nothing_is_met_beside_the_strokes():
    assert erased(DRAWING, [(50, 65)], 8) == {}
    assert erased(DRAWING, [], 8) == {}
