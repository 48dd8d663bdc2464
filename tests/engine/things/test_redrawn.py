"""One thing of a drawing drawn differently, where others hide it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from taureau.document import Drawing, Stroke, locked, transformed
from taureau.engine.starts.prompt_strokes import as_many
from taureau.engine.things.composed import Strokes, box_of, composed, layers
from taureau.engine.things.redrawn import redrawn, thing_layers
from taureau.engine.things.sentence import described
from taureau.engine.things.thing_facts import facts_of, whole_box
from taureau.geometry import Affine, Box, Curve

from tests.engine.things.shapes import polygon
from tests.engine.things.test_composed import SIDE, inside

BOX = polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
CAT = polygon([(0, 0), (0.5, 0.4), (1, 0), (1, 2), (0, 2)])
OTHER_CAT = polygon([(0, 0), (2, 0), (2, 3), (0, 3)])


def drawn(sentence: str, drawings: Mapping[str, Strokes]) -> Drawing:
    facts = {"prompt": sentence}
    things = composed(described(sentence), drawings, SIDE, 24, as_many)
    for thing in things:
        facts |= facts_of(thing.name, "plain", thing.whole, box_of(thing.strokes))
    pen = Stroke(Curve.line((0, 0), (1, 0)), 2.5)
    return Drawing(SIDE, SIDE, layers(things, Affine(), pen), MappingProxyType(facts))


@pytest.fixture(name="hidden")
def cat_behind_a_box() -> Drawing:
    return drawn("a cat behind a box", {"a cat": CAT, "a box": BOX})


def again(drawing: Drawing, index: int, strokes: Strokes) -> Drawing:
    new = redrawn(drawing, index, strokes, "other", Affine(), SIDE, as_many)
    assert new is not None
    return new


def strokes_of(drawing: Drawing, index: int) -> Strokes:
    return np.stack([stroke.curve.points for stroke in drawing.layers[index].strokes])


def whole(drawing: Drawing, index: int = 0) -> Box:
    return whole_box(drawing.facts, drawing.layers[index].name, box_of(strokes_of(drawing, index)))


def sides(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def test_the_layers_of_things_are_known_by_their_names(hidden: Drawing) -> None:
    found = thing_layers(hidden)
    assert {index: thing.phrase for index, thing in found.items()} == {0: "a cat", 1: "a box"}
    assert found[0].depth < found[1].depth
    assert thing_layers(replace(hidden, facts=MappingProxyType({"prompt": "a cat behind a box"}))) == {}


def test_what_is_half_hidden_keeps_its_place_however_often_it_is_redrawn(hidden: Drawing) -> None:
    before = sides(whole(hidden))
    assert whole(hidden).bottom > box_of(strokes_of(hidden, 0)).bottom + 10
    once = again(hidden, 0, OTHER_CAT)
    twice = again(once, 0, CAT)
    np.testing.assert_allclose([sides(whole(once)), sides(whole(twice))], [before, before], atol=1)
    np.testing.assert_allclose(sides(box_of(strokes_of(twice, 0))), sides(box_of(strokes_of(hidden, 0))), atol=1)
    outline = np.concatenate([stroke.curve.sample(8)[:-1] for stroke in hidden.layers[1].strokes])
    for stroke in once.layers[0].strokes:
        assert not any(inside(point, outline) for point in stroke.curve.sample(32))
    assert once.layers[1] == hidden.layers[1]


def test_what_is_in_front_cuts_what_is_behind(hidden: Drawing) -> None:
    lower = transformed(hidden, range(len(hidden.layers[0].strokes)), Affine.translate(0, 30))  # over the box
    edge = box_of(strokes_of(lower, 1)).top
    assert box_of(strokes_of(lower, 0)).bottom > edge + 20
    assert box_of(strokes_of(again(lower, 1, BOX), 0)).bottom == pytest.approx(edge, abs=3)
    assert again(locked(lower, 0), 1, BOX).layers[0] == locked(lower, 0).layers[0]


def test_a_flatter_table_still_carries_its_cup() -> None:
    drawing = drawn("a cup on a table", {"a cup": BOX, "a table": BOX})
    table, cup = (("table", "cup").index(layer.name) for layer in drawing.layers)
    assert (table, cup) == (0, 1)
    flat = again(drawing, 0, BOX * (3.0, 1.0))
    before, after = box_of(strokes_of(drawing, 0)), box_of(strokes_of(flat, 0))
    assert after.height < 0.5 * before.height
    assert after.top == pytest.approx(before.top, abs=1)


def test_what_would_be_hidden_altogether_is_not_drawn(hidden: Drawing) -> None:
    buried = replace(hidden.layers[0], strokes=tuple(
        stroke.transformed(Affine.scale(0.1)) for stroke in hidden.layers[0].strokes
    ))  # fmt: skip
    box = box_of(strokes_of(hidden, 1))
    buried = replace(buried, strokes=tuple(
        stroke.transformed(Affine.translate(*box.center)) for stroke in buried.strokes
    ))  # fmt: skip
    facts = {name: value for name, value in hidden.facts.items() if name != "seen of cat"}
    drawing = replace(hidden, layers=(buried, hidden.layers[1]), facts=MappingProxyType(facts))
    assert redrawn(drawing, 0, BOX, "other", Affine(), SIDE, as_many) is None


@pytest.mark.parametrize("text", ["", "0 0 1", "a b c d", "0 0 0 1", "nan nan nan nan", "1 1 0 0"])
def test_a_damaged_fact_means_that_all_is_seen(text: str) -> None:
    seen = Box(10, 20, 30, 60)
    assert whole_box({"seen of cat": text}, "cat", seen) == seen
