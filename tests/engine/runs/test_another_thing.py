"""One thing of a sentence drawn differently, by an untaught decoder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from taureau.document import Drawing, layer_moved, locked, renamed, transformed
from taureau.engine import Failed, SketchRequest, ThingRedrawn, ThingRequest
from taureau.engine.runs.another_thing import another_thing
from taureau.engine.runs.sketch import sketch
from taureau.geometry import Affine, Box, bounds_of
from taureau.weights import OWN_CLIP

from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module", name="dogs")
def dogs_under_a_tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawing]:
    folder = shipped(tmp_path_factory.mktemp("own"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAUREAU_CLIP", str(folder))
        request = SketchRequest(
            None, 400, 300, prompt="two red dogs under a tree", preset="fine", strokes=30, device="cpu",
            encoder=OWN_CLIP, seeds=1,
        )  # fmt: skip
        *_, last = sketch(request, lambda: False)
        yield last.drawing


def another(drawing: Drawing, name: str, turn: int = 1) -> Drawing:
    *_, last = another_thing(ThingRequest(drawing, place(drawing, name), turn), lambda: False)
    assert isinstance(last, ThingRedrawn), last
    return last.drawing


def place(drawing: Drawing, name: str) -> int:
    return [layer.name for layer in drawing.layers].index(name)


def strokes(drawing: Drawing, name: str):
    return drawing.layers[place(drawing, name)].strokes


def box(drawing: Drawing, name: str) -> Box:
    found = bounds_of(stroke.curve for stroke in strokes(drawing, name))
    assert found is not None
    return found


def test_it_has_the_place_the_colour_and_the_number_of_strokes_of_the_one_before(dogs: Drawing) -> None:
    new = another(dogs, "red dog 1")
    before, after = strokes(dogs, "red dog 1"), strokes(new, "red dog 1")
    assert len(after) == len(before)
    assert {(one.color, one.width) for one in after} == {(one.color, one.width) for one in before}
    assert not any(a.curve == b.curve for a, b in zip(before, after, strict=True))
    old, now = box(dogs, "red dog 1").grown(0.5), box(new, "red dog 1")
    assert old.left <= now.left <= now.right <= old.right
    assert old.top <= now.top <= now.bottom <= old.bottom
    assert strokes(new, "red dog 2") == strokes(dogs, "red dog 2")
    assert len({stroke.id for stroke in new.strokes}) == new.stroke_count


def test_each_turn_is_another_style_and_the_same_again(dogs: Drawing) -> None:
    drawn = [another(dogs, "tree", turn) for turn in (1, 2)]
    styles = [one.facts["style of tree"] for one in (dogs, *drawn)]
    assert len(set(styles)) == 3
    assert another(drawn[0], "tree").facts["style of tree"] == styles[2]
    assert another(dogs, "tree") == drawn[0]


def test_what_hides_it_stays_and_what_it_hides_is_cut(dogs: Drawing) -> None:
    tree = another(dogs, "tree")
    for name in ("red dog 1", "red dog 2"):
        assert strokes(tree, name) == strokes(dogs, name)
    behind = transformed(dogs, range(len(strokes(dogs, "tree"))), Affine.translate(-20, 60))  # among the dogs
    assert place(behind, "tree") == 0
    assert strokes(another(behind, "red dog 1"), "tree") != strokes(behind, "tree")
    held = another(locked(behind, 0), "red dog 1")
    assert strokes(held, "tree") == strokes(behind, "tree")


def test_a_thing_that_was_moved_is_drawn_where_it_is(dogs: Drawing) -> None:
    start = dogs.stroke_count - len(dogs.layers[-1].strokes)
    shift = Affine.translate(-40, -100)
    moved = transformed(dogs, range(start, dogs.stroke_count), shift)
    name = dogs.layers[-1].name
    new, there = strokes(another(moved, name), name), strokes(another(dogs, name), name)
    for a, b in zip(new, there, strict=True):
        np.testing.assert_allclose(a.curve.points, shift.points(b.curve.points), atol=1e-6)


@pytest.mark.parametrize("change", [lambda one: renamed(one, 0, "oak"), lambda one: replace(one, facts={})])
def test_a_layer_that_is_no_thing_is_refused(dogs: Drawing, change) -> None:
    *_, last = another_thing(ThingRequest(change(dogs), 0), lambda: False)
    assert isinstance(last, Failed)
    assert "holds no thing" in last.error


def test_other_layers_may_be_moved_about(dogs: Drawing) -> None:
    top = layer_moved(dogs, 0, len(dogs.layers) - 1)
    assert strokes(another(top, "tree"), "tree")[0].curve == strokes(another(dogs, "tree"), "tree")[0].curve
