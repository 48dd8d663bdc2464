"""Groups made, dissolved and kept together, compared with trees of lists."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import (
    Drawing,
    Layer,
    Stroke,
    at_bottom,
    drawing_to_svg,
    duplicated,
    grouped,
    is_group,
    lowered,
    moved_to_layer,
    on_top,
    prefix,
    raised,
    released,
    rounded,
    settled,
    svg_to_drawing,
    ungrouped,
    with_groups,
)
from taureau.document.groups import MAX_GROUPS
from taureau.geometry import Curve

Tree = list["Tree | int"]
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'


def stroke(number: int, *groups: str) -> Stroke:
    return Stroke(Curve.line([0, number], [100, number]), 2.0, f"#0000{number:02x}", groups=groups)


def drawing_of(*layers: list[tuple[str, ...]]) -> Drawing:
    """One stroke for each tuple of groups, whose colours count them in document order."""
    numbers = iter(range(1000))
    return Drawing(
        100,
        80,
        tuple(Layer(f"{i}", tuple(stroke(next(numbers), *path) for path in paths)) for i, paths in enumerate(layers)),
    )


def tree(drawing: Drawing) -> list[Tree]:
    """The layers as lists of the strokes' numbers, groups as lists within."""
    return [_nested([*layer.strokes], 0) for layer in drawing.layers]


def _nested(strokes: list[Stroke], depth: int) -> Tree:
    result: Tree = []
    while strokes:
        first, *_ = strokes
        if len(first.groups) <= depth:
            result.append(int(first.color[1:], 16))
            strokes = strokes[1:]
            continue
        same = 1
        while same < len(strokes) and strokes[same].groups[: depth + 1] == first.groups[: depth + 1]:
            same += 1
        result.append(_nested(strokes[:same], depth + 1))
        strokes = strokes[same:]
    return result


A, B = ("a",), ("a", "b")


def test_strokes_are_grouped_where_the_topmost_was():
    drawing, places = grouped(drawing_of([()] * 5, [()] * 2), {0, 2, 3})
    assert tree(drawing) == [[1, [0, 2, 3], 4], [5, 6]]
    assert places == {1, 2, 3}


def test_strokes_of_several_layers_are_grouped_on_the_topmost():
    drawing, places = grouped(drawing_of([()] * 2, [()] * 3), {0, 3})
    assert tree(drawing) == [[1], [2, [0, 3], 4]]
    assert places == {2, 3}


def test_groups_can_be_grouped_and_come_apart_one_level_at_a_time():
    first, places = grouped(drawing_of([()] * 4), {0, 1})
    second, places = grouped(first, places | {2})
    assert tree(second) == [[[[0, 1], 2], 3]]
    once = ungrouped(second, places)
    assert tree(once) == [[[0, 1], 2, 3]]
    assert tree(ungrouped(once, places)) == [[0, 1, 2, 3]]


def test_one_stroke_or_one_group_is_not_grouped():
    drawing = drawing_of([A, A, ()])
    assert grouped(drawing, {2}) == (drawing, {2})
    assert grouped(drawing, {0, 1}) == (drawing, {0, 1})
    assert grouped(drawing, {1, 99}) == (drawing, {1})


def test_part_of_a_group_is_grouped_within_it_but_with_others_taken_out():
    drawing = drawing_of([A, A, A, ()])
    assert tree(grouped(drawing, {0, 2})[0]) == [[[1, [0, 2]], 3]]
    assert tree(grouped(drawing, {1, 3})[0]) == [[[0, 2], [1, 3]]]
    # Below a group of which not all is taken: the new one is above the whole of it.
    assert tree(grouped(drawing_of([(), A, A, A]), {0, 2})[0]) == [[[1, 3], [0, 2]]]


def test_only_groups_chosen_as_a_whole_are_dissolved():
    drawing = drawing_of([B, B, A, ("c",), ("c",)])
    assert tree(ungrouped(drawing, {0, 1})) == [[[0, 1, 2], [3, 4]]]
    assert tree(ungrouped(drawing, {0})) == tree(drawing)
    assert tree(ungrouped(drawing, range(5))) == [[[0, 1], 2, 3, 4]]
    assert is_group(drawing, {0, 1})
    assert not is_group(drawing, {0, 3})


def test_choosing_a_stroke_means_its_group_or_what_is_inside_the_one_entered():
    drawing = drawing_of([B, B, A, ()], [A])
    assert with_groups(drawing, {0}) == {0, 1, 2}
    assert with_groups(drawing, {0}, inside=A) == {0, 1}
    assert with_groups(drawing, {2}, inside=A) == {2}
    assert with_groups(drawing, {0}, inside=B) == {0}
    assert with_groups(drawing, {3}, inside=A) == {3}
    assert with_groups(drawing, {0}, inside=("c",)) == {0, 1, 2}
    assert with_groups(drawing, {4}) == {4}  # of the same name on another layer


def test_groups_move_as_one_and_their_members_within_them():
    drawing = drawing_of([(), A, A, (), ("c",), ("c",)])
    assert tree(raised(drawing, {0})) == [[[1, 2], 0, 3, [4, 5]]]
    assert tree(raised(drawing, {1, 2})) == [[0, 3, [1, 2], [4, 5]]]
    assert tree(lowered(drawing, {4, 5})) == [[0, [1, 2], [4, 5], 3]]
    assert tree(raised(drawing, {1})) == [[0, [2, 1], 3, [4, 5]]]
    assert tree(raised(drawing, {2})) == tree(drawing)
    assert tree(on_top(drawing, {1, 2, 3})) == [[0, [4, 5], [1, 2], 3]]
    assert tree(at_bottom(drawing, {5})) == [[0, [1, 2], 3, [5, 4]]]


def test_a_copy_of_a_group_is_a_group_above_it():
    drawing, places = duplicated(drawing_of([B, B, A, ()]), {0, 1, 2}, (8, 8))
    assert tree(drawing) == [[[[0, 1], 2], [[0, 1], 2], 3]]
    assert places == (3, 4, 5)
    drawing, places = duplicated(drawing_of([B, B, A]), {0, 1}, (8, 8))
    assert tree(drawing) == [[[[0, 1], [0, 1], 2]]]
    assert places == (2, 3)


def test_what_moves_to_another_layer_takes_its_groups_along_but_leaves_others():
    drawing = drawing_of([B, B, A], [("a",), ("a",)])
    assert tree(moved_to_layer(drawing, {0, 1, 2}, 1)[0]) == [[], [[3, 4], [[0, 1], 2]]]
    assert tree(moved_to_layer(drawing, {0, 1}, 1)[0]) == [[[2]], [[3, 4], [0, 1]]]
    assert tree(released(drawing, {0, 2})) == [[0, [[1]], 2], [[3, 4]]]


paths = st.lists(st.sampled_from("abc"), max_size=3).map(tuple)
grouped_drawings = st.lists(st.lists(paths, max_size=6), min_size=1, max_size=3).map(lambda all_: drawing_of(*all_))


@given(grouped_drawings)
def test_settled_groups_have_names_of_their_own_and_more_than_one_item(drawing):
    layers = settled(drawing.layers)
    again = replace(drawing, layers=layers)
    assert settled(layers) == layers
    assert [[*map(int, _flat(layer))] for layer in tree(again)] == [[*map(int, _flat(one))] for one in tree(drawing)]

    def count(items: Tree, top: bool) -> int:
        assert top or len(items) > 1
        return sum(1 + count(item, False) for item in items if isinstance(item, list))

    names = {name for stroke in again.strokes for name in stroke.groups}
    assert len(names) == sum(count(layer, True) for layer in tree(again))
    assert names.isdisjoint(stroke.id for stroke in again.strokes)


def _flat(items: Tree) -> list[int]:
    return [number for item in items for number in (_flat(item) if isinstance(item, list) else [item])]


@given(grouped_drawings, st.frozensets(st.integers(0, 12)))
def test_grouping_loses_nothing_and_makes_the_chosen_one_group(drawing, places):
    result, now = grouped(drawing, places)
    assert sorted(_flat(tree(result))) == sorted(_flat(tree(drawing)))
    chosen = {place for place in places if place < drawing.stroke_count}
    if len(chosen) > 1:
        assert is_group(result, now)
        strokes = [*result.strokes]
        assert {strokes[place].id for place in now} == {one.id for n, one in enumerate(drawing.strokes) if n in chosen}


def test_a_stroke_left_alone_in_its_group_is_as_one_without():
    drawing = prefix(drawing_of([A, A]), 1)
    assert next(drawing.strokes).groups == A  # the same object, so that it stays selected
    assert not is_group(drawing, {0})
    assert next(rounded(drawing).strokes).groups == ()


def test_groups_are_written_as_nested_elements_and_read_back():
    drawing = rounded(drawing_of([(), A, B, B, ("c",), ("c",)]))
    text = drawing_to_svg(drawing)
    assert text.count("<g id=") == 3
    assert '    <g id="a">\n' in text
    assert '      <g id="b">\n' in text
    assert svg_to_drawing(text) == drawing
    assert tree(svg_to_drawing(text)) == [[0, [1, [2, 3]], [4, 5]]]


def test_groups_of_other_programs_are_read_within_layers():
    line = '<path d="M0 0L9 9" stroke="black"/>'
    layer = 'inkscape:groupmode="layer"'
    loose = svg_to_drawing(f"<svg {SVG}><g id='a'>{line}{line}</g></svg>")
    assert {stroke.groups for stroke in loose.strokes} == {()}
    sublayers = svg_to_drawing(f"<svg {SVG}><g {layer}><g {layer}>{line}{line}</g>{line}</g></svg>")
    assert {stroke.groups for stroke in sublayers.strokes} == {()}
    single = svg_to_drawing(f"<svg {SVG}><g {layer}><g id='a'><g>{line}</g></g>{line}</g></svg>")
    assert {stroke.groups for stroke in single.strokes} == {()}
    inside = svg_to_drawing(f"<svg {SVG}><g {layer}><g id='a b'><g id='c'>{line}{line}</g>{line}</g>{line}</g></svg>")
    assert [stroke.groups for stroke in inside.strokes] == [("group1", "c")] * 2 + [("group1",), ()]


def test_a_group_that_is_used_twice_is_two_groups():
    line = '<path d="M0 0L9 9" stroke="black"/>'
    uses = f'<g id="a">{line}{line}</g><use href="#a" x="20"/>'
    drawing = svg_to_drawing(f'<svg {SVG}><g inkscape:groupmode="layer">{uses}</g></svg>')
    assert [stroke.groups for stroke in drawing.strokes] == [("a",), ("a",), ("group1",), ("group1",)]


def test_the_deepest_groups_are_dissolved_so_that_a_file_can_be_read():
    deep = drawing_of([tuple(f"g{n}" for n in range(m)) for m in range(60, 0, -1)])
    assert max(len(stroke.groups) for stroke in rounded(deep).strokes) == MAX_GROUPS
    assert svg_to_drawing(drawing_to_svg(deep)) == rounded(deep)


def test_the_name_of_a_group_is_an_xml_name():
    with pytest.raises(ValueError, match="XML name"):
        stroke(1, "two words")
