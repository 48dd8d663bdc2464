"""Drawings of several things: what stands where, in which colour, and what is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document import Drawing, Stroke
from taureau.engine.starts.prompt_strokes import as_many
from taureau.engine.things.composed import composed, layers
from taureau.engine.things.sentence import described
from taureau.engine.things.shares import ENOUGH, needed, shared
from taureau.geometry import Affine, Box, Curve, bounds_of

from tests.engine.things.sentences import cases, faults
from tests.engine.things.shapes import polygon, shape_of, shapes

SIDE = 224.0


def drawn(sentence: str, strokes: int = 24) -> Drawing:
    description = described(sentence)
    drawings = shapes() | {thing.phrase: shape_of(thing.phrase) for thing in description.things}
    things = composed(description, drawings, SIDE, needed(description, strokes), as_many)
    return Drawing(SIDE, SIDE, layers(things, Affine(), Stroke(Curve.line((0, 0), (1, 0)), 2.5)))


def boxes(drawing: Drawing) -> dict[str, Box]:
    found = {}
    for layer in drawing.layers:
        box = bounds_of(stroke.curve for stroke in layer.strokes)
        assert box is not None
        found[layer.name] = box
    return found


def test_a_hundred_sentences_are_drawn_as_they_say() -> None:
    wrong = {case.sentence: fault for case in cases(100) if (fault := faults(case, drawn(case.sentence)))}
    assert len(wrong) <= 5, wrong


def test_the_checker_finds_what_is_wrong() -> None:
    (case,) = cases(1, seed=4)
    good = drawn(case.sentence)
    assert faults(case, good) == []
    mirrored = drawn(f"a red {case.things[1]}")
    assert faults(case, mirrored)
    one, other = good.layers
    for layer, colours in ((one, other), (other, one)):
        color = colours.strokes[0].color
        recoloured = [Stroke(stroke.curve, stroke.width, color) for stroke in layer.strokes]
        changed = [type(layer)(layer.name, tuple(recoloured)) if each is layer else each for each in good.layers]
        assert faults(case, Drawing(SIDE, SIDE, tuple(changed)))
    swapped = [type(one)(one.name, other.strokes), type(other)(other.name, one.strokes)]
    assert faults(case, Drawing(SIDE, SIDE, tuple(swapped)))


def test_each_of_several_has_a_layer_and_every_second_one_is_mirrored() -> None:
    drawing = drawn("three yellow stars above a house")
    assert [layer.name for layer in drawing.layers if "star" in layer.name] == [
        "yellow star 3", "yellow star 2", "yellow star 1"
    ]  # fmt: skip
    found = boxes(drawing)
    assert found["yellow star 1"].right < found["yellow star 2"].left < found["yellow star 3"].left


def test_equal_things_have_different_names() -> None:
    assert {layer.name for layer in drawn("a cup and a cup beside a table").layers} == {"cup 1", "cup 2", "table"}


def test_a_flower_rises_out_of_a_vase_that_hides_its_lower_end() -> None:
    drawing = drawn("a flower in a vase", 40)
    found = boxes(drawing)
    assert found["flower"].top < found["vase"].top < found["flower"].bottom
    assert [layer.name for layer in drawing.layers] == ["flower", "vase"]


def test_a_cat_on_a_sofa_sits_before_its_back() -> None:
    found = boxes(drawn("a cat on a sofa", 40))
    assert found["cat"].top < found["sofa"].top < found["cat"].bottom < found["sofa"].bottom
    on_a_table = boxes(drawn("a cat on a table", 40))
    assert abs(on_a_table["cat"].bottom - on_a_table["table"].top) < 10


def test_a_rider_sits_behind_the_back() -> None:
    box = polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
    drawings = {"a man": box * (0.4, 1), "a horse": box}
    man, horse = composed(described("a man riding a horse"), drawings, SIDE, 24, as_many)
    assert (man.name, horse.name) == ("man", "horse")
    assert man.strokes[..., 1].min() < horse.strokes[..., 1].min() <= man.strokes[..., 1].max() + 3


@pytest.mark.parametrize(
    "sentence", ["two dogs under a tree", "ten ducks", "a cat behind a box", "a sun, a house and a tree beside a lake"]
)
def test_everything_lies_on_the_sheet(sentence: str) -> None:
    for box in boxes(drawn(sentence)).values():
        assert min(box.left, box.top) >= 0
        assert max(box.right, box.bottom) <= SIDE


def test_what_is_behind_is_cut_at_the_outline_of_what_is_in_front() -> None:
    drawing = drawn("a cat behind a box", 40)
    found = {layer.name: layer.strokes for layer in drawing.layers}
    assert [layer.name for layer in drawing.layers] == ["cat", "box"]
    outline = np.concatenate([stroke.curve.sample(8)[:-1] for stroke in found["box"]])
    for stroke in found["cat"]:
        for point in stroke.curve.sample(32):
            assert not inside(point, outline)
    cat, box = boxes(drawing).values()
    assert cat.overlaps(box)


def inside(point: np.ndarray, outline: np.ndarray) -> bool:
    """Whether a point lies in a polygon, by the parity of crossings."""
    a, b = outline, np.roll(outline, -1, axis=0)
    crosses = (a[:, 1] > point[1]) != (b[:, 1] > point[1])
    x = a[:, 0] + (point[1] - a[:, 1]) / np.where(crosses, b[:, 1] - a[:, 1], 1) * (b[:, 0] - a[:, 0])
    return bool(np.count_nonzero(crosses & (x > point[0])) % 2)


@pytest.mark.parametrize("strokes", [1, 16, 24, 64])
def test_strokes_are_shared_by_the_things(strokes: int) -> None:
    description = described("two dogs under a tree")
    drawing = drawn("two dogs under a tree", strokes)
    assert drawing.stroke_count == needed(description, strokes) == max(strokes, 3 * ENOUGH)
    assert all(len(layer.strokes) >= ENOUGH for layer in drawing.layers)


def test_what_has_more_lines_gets_more_strokes() -> None:
    assert shared([5, 15], 2 * ENOUGH + 20) == [ENOUGH + 5, ENOUGH + 15]
    assert sum(shared([3, 3, 3], 31)) == 31
    assert shared([9, 1], 4) == [ENOUGH, ENOUGH]
