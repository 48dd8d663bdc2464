"""Strokes moved, restyled, ordered, added and exchanged, each compared with a naive second computation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import (
    Drawing,
    Layer,
    Stroke,
    at_bottom,
    duplicated,
    exchanged,
    inserted,
    lowered,
    moved_to_layer,
    on_top,
    raised,
    restyled,
    transformed,
)
from taureau.geometry import Affine, Curve


def stroke(number: int) -> Stroke:
    return Stroke(Curve.line([0, number], [100, number]), 2.0, f"#0000{number:02x}", gain=0.5)


def drawing_of(*counts: int) -> Drawing:
    """Layers of so many strokes, whose colours count them in document order."""
    numbers = iter(range(sum(counts)))
    layers = tuple(Layer(f"layer {i}", tuple(stroke(next(numbers)) for _ in range(n))) for i, n in enumerate(counts))
    return Drawing(100, 80, layers, {"seed": "7"}, "#fff0e0")


def numbers_of(drawing: Drawing) -> list[list[int]]:
    return [[int(one.color[1:], 16) for one in layer.strokes] for layer in drawing.layers]


drawings_and_places = st.lists(st.integers(0, 5), min_size=1, max_size=4).flatmap(
    lambda counts: st.tuples(st.just(drawing_of(*counts)), st.frozensets(st.integers(0, sum(counts))))
)


def naively_raised(layer: list[int], chosen: frozenset[int]) -> list[int]:
    """From the top down, each chosen one changes places with the one above it, unless that is chosen, too."""
    layer = list(layer)
    for here in range(len(layer) - 2, -1, -1):
        if layer[here] in chosen and layer[here + 1] not in chosen:
            layer[here : here + 2] = layer[here + 1], layer[here]
    return layer


@given(drawings_and_places)
def test_raised_and_lowered_are_mirror_images(given_):
    drawing, places = given_
    layers = numbers_of(drawing)
    assert numbers_of(raised(drawing, places)) == [naively_raised(layer, places) for layer in layers]
    assert numbers_of(lowered(drawing, places)) == [naively_raised(layer[::-1], places)[::-1] for layer in layers]


@given(drawings_and_places)
def test_on_top_and_at_bottom_keep_the_order_among_the_strokes(given_):
    drawing, places = given_
    parts = [
        ([n for n in layer if n not in places], [n for n in layer if n in places]) for layer in numbers_of(drawing)
    ]
    assert numbers_of(on_top(drawing, places)) == [rest + chosen for rest, chosen in parts]
    assert numbers_of(at_bottom(drawing, places)) == [chosen + rest for rest, chosen in parts]


@pytest.mark.parametrize("edit", [raised, lowered, on_top, at_bottom])
def test_ordering_shares_every_stroke(edit):
    drawing = drawing_of(2, 3)
    result = edit(drawing, {0, 3})
    assert {id(one) for one in result.strokes} == {id(one) for one in drawing.strokes}
    assert (result.facts, result.paper) == (drawing.facts, drawing.paper)


@given(drawings_and_places)
def test_transformed_moves_these_and_shares_the_others(given_):
    drawing, places = given_
    affine = Affine.translate(3, 4) @ Affine.rotate(90) @ Affine.scale(2)
    before = list(drawing.strokes)
    for place, one in enumerate(transformed(drawing, places, affine).strokes):
        if place in places:
            x, y = before[place].curve.points.T
            np.testing.assert_allclose(one.curve.points, np.stack([3 - 2 * y, 4 + 2 * x], axis=-1), atol=1e-12)
            assert one.width == pytest.approx(4.0)
            assert (one.color, one.gain) == (before[place].color, before[place].gain)
        else:
            assert one is before[place]


def test_a_stroke_that_is_squeezed_flat_can_still_be_saved():
    flat = transformed(drawing_of(1), {0}, Affine.scale(1, 0))
    assert [one.width for one in flat.strokes] == [0.001]


def test_restyled_changes_what_is_given_and_shares_what_wears_it_already():
    drawing = drawing_of(1, 2)
    result = list(restyled(drawing, {0, 2}, color="#AA0000", opacity=0.5).strokes)
    before = list(drawing.strokes)
    assert [(one.width, one.color, one.opacity) for one in result] == [
        (2.0, "#aa0000", 0.5),
        (2.0, "#000001", 1.0),
        (2.0, "#aa0000", 0.5),
    ]
    assert result[1] is before[1]
    assert all(a is b for a, b in zip(restyled(drawing, {0, 1, 2}, width=2.0).strokes, before, strict=True))
    assert restyled(drawing, {0}, opacity=0.0).layers[0].strokes[0].opacity == 0.0


def test_inserted_strokes_lie_on_top_of_their_layer():
    drawing = drawing_of(2, 1)
    result, places = inserted(drawing, [stroke(8), stroke(9)], 0)
    assert numbers_of(result) == [[0, 1, 8, 9], [2]]
    assert places == (2, 3)
    with pytest.raises(IndexError):
        inserted(drawing, [stroke(8)], 2)


@given(drawings_and_places, st.data())
def test_moved_to_a_layer_they_lie_on_its_top_in_their_order(given_, data):
    drawing, places = given_
    layer = data.draw(st.integers(0, len(drawing.layers) - 1))
    expected = [[n for n in numbers if n not in places] for numbers in numbers_of(drawing)]
    moving = sorted(place for place in places if place < drawing.stroke_count)
    expected[layer] += moving
    result, now = moved_to_layer(drawing, places, layer)
    assert numbers_of(result) == expected
    strokes = list(result.strokes)
    assert [int(strokes[place].color[1:], 16) for place in now] == moving


@given(drawings_and_places)
def test_duplicates_lie_right_above_their_originals(given_):
    drawing, places = given_
    result, now = duplicated(drawing, places, (8, 8))
    assert numbers_of(result) == [
        [n for number in layer for n in [number] * (1 + (number in places))] for layer in numbers_of(drawing)
    ]
    strokes = list(result.strokes)
    assert len(now) == result.stroke_count - drawing.stroke_count
    for place in now:
        assert (strokes[place].curve.points - strokes[place - 1].curve.points == 8).all()
        assert (strokes[place].gain, strokes[place - 1].gain) == (None, 0.5)


def test_exchanged_for_none_one_or_several():
    drawing = drawing_of(2, 2)
    result = exchanged(drawing, {0: (), 2: stroke(7), 3: [stroke(8), stroke(9)], 11: stroke(1)})
    assert numbers_of(result) == [[1], [7, 8, 9]]
    assert result.layers[0].strokes[0] is drawing.layers[0].strokes[1]
    assert exchanged(drawing, {0: ()}).layers[1] is drawing.layers[1]
    assert replace(result, layers=()) == replace(drawing, layers=())
