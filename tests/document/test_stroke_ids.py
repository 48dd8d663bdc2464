"""A stroke is known by its id through every edit, through saving and reopening."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import (
    Drawing,
    Layer,
    Stroke,
    at_bottom,
    bare,
    drawing_to_svg,
    duplicated,
    erased,
    exchanged,
    in_look,
    inserted,
    layer_moved,
    lowered,
    merged,
    merges,
    moved_to_layer,
    on_paper,
    on_top,
    prefix,
    raised,
    restyled,
    rounded,
    scaled_to_mm,
    svg_to_drawing,
    transformed,
    without,
)
from taureau.document.stroke_ids import is_stroke_id, unique_ids
from taureau.geometry import Affine, Curve

from tests.document.strategies import drawings


def line(y: float = 0, to: float = 100, *, start: float = 0, name: str = "") -> Stroke:
    return Stroke(Curve.line([start, y], [to, y]), 2.0, id=name)


def drawing_of(*layers: tuple[str, ...]) -> Drawing:
    numbers = iter(range(100))
    return Drawing(
        100, 100, tuple(Layer("a", tuple(line(10 * next(numbers), name=name) for name in names)) for names in layers)
    )


def ids(drawing: Drawing) -> list[list[str]]:
    return [[stroke.id for stroke in layer.strokes] for layer in drawing.layers]


def by_height(drawing: Drawing) -> dict[str, float]:
    return {stroke.id: float(stroke.curve.start[1]) for stroke in drawing.strokes}


def test_a_new_drawing_numbers_its_strokes_in_document_order() -> None:
    assert ids(drawing_of(("", ""), (), ("",))) == [["stroke1", "stroke2"], [], ["stroke3"]]


def test_only_strokes_without_an_id_of_their_own_get_one() -> None:
    drawing = drawing_of(("", "nose", "stroke7"), ("nose", "stroke7", "stroke2"))
    assert ids(drawing) == [["stroke8", "nose", "stroke7"], ["stroke9", "stroke10", "stroke2"]]


def test_strokes_and_layers_that_keep_their_ids_are_the_same_objects() -> None:
    named, unnamed = Layer("a", (line(name="nose"),)), Layer("b", (line(name="ear"), line()))
    drawing = Drawing(100, 100, (named, unnamed))
    assert drawing.layers[0] is named
    assert drawing.layers[1].strokes[0] is unnamed.strokes[0]
    assert ids(replace(drawing, layers=drawing.layers[::-1])) == [["ear", "stroke1"], ["nose"]]


def test_an_id_is_part_of_what_a_stroke_is() -> None:
    assert line(name="nose") != line(name="ear")
    assert drawing_of(("",)) == drawing_of(("stroke1",)) != drawing_of(("stroke2",))


def test_a_deleted_strokes_number_is_not_given_again() -> None:
    drawing = drawing_of(("", "", ""))
    fewer = without(drawing, {2})
    assert ids(inserted(fewer, [line()], 0)[0]) == [["stroke1", "stroke2", "stroke4"]]
    assert fewer == drawing_of(("", ""))


@given(drawings)
def test_ids_are_unique_and_valid(drawing: Drawing) -> None:
    found = [stroke.id for stroke in drawing.strokes]
    assert len(set(found)) == len(found)
    assert all(map(is_stroke_id, found))
    assert [stroke.id for stroke in svg_to_drawing(drawing_to_svg(drawing)).strokes] == found


@given(st.lists(st.sampled_from(["", "a", "b", "stroke1", "stroke2", "stroke5", "stroke03"])), st.integers(0, 9))
def test_ids_are_unique_after_one_pass_and_stay_so(given_: list[str], last: int) -> None:
    once, number = unique_ids(given_, last)
    assert len(set(once)) == len(given_)
    assert number >= last
    assert unique_ids(once, number) == (once, number)
    first_of = {name: given_.index(name) for name in given_ if name}
    assert all(once[index] == name for name, index in first_of.items())


def test_numbers_beyond_those_that_are_counted_are_stepped_over() -> None:
    once, _ = unique_ids(["stroke999999999", "", "stroke1000000001", ""])
    assert once == ["stroke999999999", "stroke1000000000", "stroke1000000001", "stroke1000000002"]


@pytest.mark.parametrize("name", ["nose", "_", "Näse", "a.b-c", "layer", "layer1x", "reference2", "x" * 255, "𐐀"])
def test_names_that_can_be_ids(name: str) -> None:
    assert is_stroke_id(name)
    drawing = Drawing(9, 9, (Layer("a", (line(name=name),)),))
    assert ids(svg_to_drawing(drawing_to_svg(drawing))) == [[name]]


@pytest.mark.parametrize("name", ["", "1", "-a", "a b", "a:b", 'a"', "a\n", "²", "layer1", "reference", "x" * 256])
def test_names_that_cannot_be_ids(name: str) -> None:
    assert not is_stroke_id(name)
    if name:
        with pytest.raises(ValueError, match="must be an XML name"):
            line(name=name)


def test_ids_of_other_programs_are_kept_where_they_can_be() -> None:
    svg = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" stroke="black">
        <path id="path1234" d="M0 0 L9 9"/> <path id="a b" d="M0 1 L9 9"/> <path id="layer1" d="M0 2 L9 9"/>
        <path id="two" d="M0 3 L9 9 M0 4 L9 9"/> <use href="#two"/> <path d="M0 5 L9 9"/>
    </svg>"""
    drawing = svg_to_drawing(svg)
    assert ids(drawing) == [["path1234", "stroke1", "stroke2", "two", "stroke3", "stroke4", "stroke5", "stroke6"]]
    written = drawing_to_svg(drawing)
    assert svg_to_drawing(written) == rounded(drawing)
    assert written.count(' id="') == len(set(written.split(' id="')[1:])) == 9  # eight strokes and their layer


@pytest.mark.parametrize(
    "edit",
    [
        lambda drawing: transformed(drawing, {1, 3}, Affine.translate(5, 0)),
        lambda drawing: restyled(drawing, {0, 2}, width=9.0, color="#ff0000", opacity=0.5),
        lambda drawing: raised(drawing, {0}),
        lambda drawing: lowered(drawing, {1}),
        lambda drawing: on_top(drawing, {0, 2}),
        lambda drawing: at_bottom(drawing, {1, 3}),
        lambda drawing: moved_to_layer(drawing, {0}, 1)[0],
        lambda drawing: layer_moved(drawing, 0, 1),
        lambda drawing: on_paper(drawing, "#101010"),
        lambda drawing: in_look(drawing, "pencil"),
        lambda drawing: prefix(drawing, 3),
        lambda drawing: without(drawing, {0, 2}),
        lambda drawing: exchanged(drawing, {1: ()}),
        lambda drawing: bare(drawing),
        lambda drawing: rounded(drawing),
        lambda drawing: svg_to_drawing(drawing_to_svg(drawing)),
    ],
)
def test_edits_leave_each_stroke_its_id(edit) -> None:
    drawing = drawing_of(("", "nose"), ("", ""))
    heights = by_height(drawing)
    after = by_height(edit(drawing))
    assert after
    assert after.items() <= heights.items()


def test_scaling_leaves_the_ids_in_order() -> None:
    drawing = drawing_of(("nose", ""), ("",))
    assert ids(scaled_to_mm(drawing, 10.0)) == ids(drawing)


def test_a_double_gets_an_id_of_its_own() -> None:
    after, (place,) = duplicated(drawing_of(("nose", "stroke4")), {0}, (3, 3))
    assert ids(after) == [["nose", "stroke5", "stroke4"]]
    assert place == 1


def test_new_strokes_below_others_do_not_take_their_ids() -> None:
    drawing = drawing_of(("nose",), ("ear",))
    after, _ = inserted(drawing, [line(50, name="ear"), line(60, name="eye"), line(70, name="eye")], 0)
    assert ids(after) == [["nose", "stroke1", "eye", "stroke2"], ["ear"]]


def test_of_a_stroke_in_parts_the_first_keeps_the_id() -> None:
    drawing = drawing_of(("nose", "ear"))
    after = exchanged(drawing, erased(drawing, [(50, -50), (50, 0)], 5))
    assert ids(after) == [["nose", "stroke1", "ear"]]
    assert after.layers[0].strokes[0].curve.start[0] == 0


def test_strokes_that_are_merged_take_the_id_of_the_first() -> None:
    far, near = line(start=52, to=90, name="far"), line(to=50, name="near")
    last = line(start=92, to=100, name="last")
    for order in ([far, near, last], [near, last, far], [last, far, near]):
        drawing = Drawing(200, 100, (Layer("a", tuple(order)),))
        after = merged(drawing, merges(drawing))
        assert ids(after) == [[order[0].id]]


def test_ids_occur_once_each_when_layers_repeat_a_stroke() -> None:
    layer = Layer("a", (line(name="nose"), line()))
    found = Counter(stroke.id for stroke in Drawing(9, 9, (layer, layer, layer)).strokes)
    assert found == {"nose": 1, "stroke1": 1, "stroke2": 1, "stroke3": 1, "stroke4": 1, "stroke5": 1}
