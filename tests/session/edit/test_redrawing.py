"""Another drawing of one thing of a sentence, drawn by the engine itself with an untaught decoder."""

from __future__ import annotations

import pytest
from taureau.document import Drawing
from taureau.engine import SketchRequest
from taureau.engine.runs.sketch import sketch as draw
from taureau.session import Editing, Runner, Session, engine_sketch
from taureau.weights import OWN_CLIP

from tests.perception.tiny_taureau_clip import shipped

LONG = 60_000  # ms


@pytest.fixture(scope="module")
def own_files(tmp_path_factory):
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture
def session(loop, own_files, monkeypatch):
    monkeypatch.setenv("TAUREAU_CLIP", str(own_files))
    session = Session(Runner(engine_sketch))
    session.heard = []
    session.notified.connect(session.heard.append)
    request = SketchRequest(
        None, 300, 300, prompt="two dogs under a tree", preset="fine", strokes=24, device="cpu", encoder=OWN_CLIP,
        seeds=1,
    )  # fmt: skip
    *_, last = draw(request, lambda: False)
    session.sheet.replace(last.drawing, "draw")
    yield session
    assert session.close()


@pytest.fixture
def editing(session):
    return Editing(session)


def place(drawing: Drawing, name: str) -> int:
    return [layer.name for layer in drawing.layers].index(name)


def redraw(session, editing, qtbot, name: str) -> Drawing:
    before = session.sheet.drawing
    editing.things.draw_another(place(before, name))
    assert not editing.things.can_draw_another(place(before, name))
    qtbot.waitUntil(lambda: session.sheet.drawing is not before, timeout=LONG)
    return session.sheet.drawing


def test_another_tree_is_one_step_and_the_dogs_stay(session, editing, qtbot):
    first = session.sheet.drawing
    tree = place(first, "tree")
    one = redraw(session, editing, qtbot, "tree")
    two = redraw(session, editing, qtbot, "tree")
    assert len({drawing.facts["style of tree"] for drawing in (first, one, two)}) == 3
    for drawing in (one, two):
        assert [layer.name for layer in drawing.layers] == [layer.name for layer in first.layers]
        assert all(drawing.layers[at] == first.layers[at] for at in range(3) if at != tree)
    assert session.sheet.undo_stack.undoText() == "draw another tree"
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is one
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is first
    assert session.heard == []


def test_its_name_leaves_out_the_number(session, editing):
    drawing = session.sheet.drawing
    assert editing.things.has_things
    assert editing.things.name(place(drawing, "dog 2")) == "dog"
    assert editing.things.name(place(drawing, "tree")) == "tree"
    assert editing.things.name(9) == ""


def test_a_renamed_layer_is_no_thing_and_a_removed_one_leaves_the_others(session, editing, qtbot):
    dog = place(session.sheet.drawing, "dog 2")
    editing.layers.rename(dog, "Rex")
    assert (editing.things.name(dog), editing.things.can_draw_another(dog)) == ("", False)
    editing.layers.remove(dog)
    assert sorted(layer.name for layer in session.sheet.drawing.layers) == ["dog 1", "tree"]
    new = redraw(session, editing, qtbot, "dog 1")
    assert sorted(layer.name for layer in new.layers) == ["dog 1", "tree"]


def test_a_locked_layer_is_not_redrawn(session, editing):
    editing.layers.lock(0)
    assert not editing.things.can_draw_another(0)


def test_an_edit_in_between_goes_before(session, editing, qtbot):
    ended = []
    session.runner.queued_arrived.connect(ended.append)
    editing.things.draw_another(0)
    editing.layers.rename(1, "other")
    edited = session.sheet.drawing
    assert editing.things.can_draw_another(0)
    qtbot.waitUntil(lambda: bool(ended) and not session.runner.executing, timeout=LONG)
    assert session.sheet.drawing is edited
