"""Beginnings of a drawing, and what is left without some strokes."""

from __future__ import annotations

import pytest

from app.document import Drawing, Layer, Stroke, prefix, without
from app.geometry import Curve


def strokes(*heights: float) -> tuple[Stroke, ...]:
    return tuple(Stroke(Curve.line((0, y), (9, y)), 1.0) for y in heights)


@pytest.fixture
def layered() -> Drawing:
    return Drawing(10, 10, (Layer("below", strokes(1, 2)), Layer("above", strokes(3, 4, 5), visible=False)))


def heights(drawing: Drawing) -> list[list[float]]:
    return [[float(stroke.curve.start[1]) for stroke in layer.strokes] for layer in drawing.layers]


@pytest.mark.parametrize(
    ("count", "left"), [(0, [[], []]), (2, [[1, 2], []]), (3, [[1, 2], [3]]), (9, [[1, 2], [3, 4, 5]])]
)
def test_a_beginning_keeps_the_layers(layered, count, left):
    first = prefix(layered, count)
    assert heights(first) == left
    assert [(layer.name, layer.visible) for layer in first.layers] == [("below", True), ("above", False)]


def test_strokes_are_taken_out_by_their_place_in_drawing_order(layered):
    assert heights(without(layered, {1, 3})) == [[1], [3, 5]]
    assert heights(without(layered, {7})) == [[1, 2], [3, 4, 5]]
    assert heights(layered) == [[1, 2], [3, 4, 5]]
