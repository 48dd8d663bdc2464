"""Layers added, taken away, named, hidden, locked and ordered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import Drawing, Layer, layer_moved, locked, made_visible, renamed, with_layer, without_layer

from tests.document.test_arranging import drawing_of


def names(drawing: Drawing) -> list[str]:
    return [layer.name for layer in drawing.layers]


def test_a_layer_is_added_on_top_or_below_another():
    drawing = drawing_of(1, 1)
    assert names(with_layer(drawing, "Sky")) == ["layer 0", "layer 1", "Sky"]
    assert names(with_layer(drawing, "Sky", 0)) == ["Sky", "layer 0", "layer 1"]
    assert with_layer(Drawing(9, 9), "Sky").layers == (Layer("Sky"),)


def test_a_layer_goes_with_its_strokes():
    drawing = drawing_of(1, 2, 1)
    result = without_layer(drawing, 1)
    assert names(result) == ["layer 0", "layer 2"]
    assert result.stroke_count == 2
    with pytest.raises(IndexError):
        without_layer(drawing, 3)


def test_what_is_said_of_a_layer_leaves_its_strokes_alone():
    drawing = drawing_of(1, 2)
    for edit, layer in (
        (renamed(drawing, 1, "Sky"), Layer("Sky", drawing.layers[1].strokes)),
        (made_visible(drawing, 1, False), Layer("layer 1", drawing.layers[1].strokes, visible=False)),
        (locked(drawing, 1), Layer("layer 1", drawing.layers[1].strokes, locked=True)),
    ):
        assert edit.layers[1] == layer
        assert edit.layers[1].strokes is drawing.layers[1].strokes
        assert edit.layers[0] is drawing.layers[0]
    assert made_visible(made_visible(drawing, 0, False), 0) == drawing
    assert locked(locked(drawing, 0), 0, False) == drawing


@pytest.mark.parametrize(
    ("visible", "is_locked", "editable"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_a_hand_takes_hold_of_what_it_sees_and_may_touch(visible, is_locked, editable):
    assert Layer("a", visible=visible, locked=is_locked).editable is editable


@given(st.data())
def test_a_moved_layer_is_where_it_was_sent_and_the_others_keep_their_order(data):
    drawing = drawing_of(1, 0, 2, 1)
    layer, to = (data.draw(st.integers(0, 3)) for _ in range(2))
    result = names(layer_moved(drawing, layer, to))
    others = [name for name in names(drawing) if name != f"layer {layer}"]
    assert result[to] == f"layer {layer}"
    assert [name for name in result if name != f"layer {layer}"] == others
