"""Whatever is done in whatever order, the drawing is what a plain list of drawings says it is.

The model knows no session, no selection and no undo stack: it keeps the drawings and where it stands among them, and
works each edit out with the pure functions of the document.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from taureau.document import (
    Drawing,
    Stroke,
    aligned,
    at_bottom,
    closed,
    distributed,
    duplicated,
    ends_joined,
    erased,
    exchanged,
    grouped,
    inserted,
    layer_moved,
    load_svg,
    locked,
    lowered,
    made_visible,
    merged,
    moved_to_layer,
    on_top,
    raised,
    renamed,
    restyled,
    rounded,
    split,
    transformed,
    ungrouped,
    with_groups,
    with_layer,
    without,
    without_layer,
)
from taureau.geometry import Affine
from taureau.session import Editing, Runner, Session

from tests.document.strategies import curves
from tests.session.sketches import SteppedSketch, drawing

STEPS = 60
near = st.integers(-50, 150).map(float)
pens = st.builds(
    Stroke,
    curve=curves(near),
    width=st.sampled_from([0.5, 2.0, 7.0]),
    color=st.sampled_from(["#141414", "#aa0000"]),
    opacity=st.sampled_from([1.0, 0.25]),
)
maps = st.builds(
    lambda degrees, scale, x, y: Affine.translate(x, y) @ Affine.rotate(degrees) @ Affine.scale(scale),
    st.integers(-180, 180),
    st.sampled_from([0.5, 1.0, 1.25]),
    near,
    near,
)
ORDERS = {"front": on_top, "forward": raised, "backward": lowered, "back": at_bottom}


class AnySequence(RuleBasedStateMachine):
    await_: Callable[..., object]  # turns the event loop until a coroutine is done

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "drawing.svg"
        self.session = Session(Runner(SteppedSketch()))
        self.editing = Editing(self.session)
        self.session.sheet.reset(drawing(3))
        self.past = [drawing(3)]
        self.here = 0

    def teardown(self) -> None:
        assert self.session.close()
        self.folder.cleanup()

    @property
    def now(self) -> Drawing:
        return self.past[self.here]

    def then(self, new: Drawing) -> None:
        """The model goes on to a new drawing; what was undone is forgotten."""
        if new != self.now:
            self.past[self.here + 1 :] = [new]
            self.here += 1

    @property
    def at_hand(self) -> list[int]:
        flags = [layer.editable for layer in self.now.layers for _ in layer.strokes]
        return [place for place, flag in enumerate(flags) if flag]

    def some(self, data: st.DataObject) -> set[int]:
        """Strokes to select, at least one."""
        places = data.draw(st.sets(st.sampled_from(self.at_hand), min_size=1, max_size=4))
        self.session.selection.select(places)
        return places

    def some_items(self, data: st.DataObject) -> frozenset[int]:
        """Strokes to select, with the others in their groups."""
        places = with_groups(self.now, self.some(data))
        self.session.selection.select(places)
        return places

    def layer(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, len(self.now.layers) - 1))

    # The selected strokes.

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data(), affine=maps)
    def transform(self, data, affine):
        places = self.some(data)
        self.editing.transform(affine)
        self.then(transformed(self.now, places, affine))

    @precondition(lambda self: self.at_hand)
    @rule(
        data=st.data(),
        width=st.none() | st.sampled_from([1.0, 2.0]),
        color=st.none() | st.sampled_from(["#141414", "#00aa00"]),
        opacity=st.none() | st.sampled_from([1.0, 0.5]),
    )
    def restyle(self, data, width, color, opacity):
        places = self.some(data)
        self.editing.restyle(width=width, color=color, opacity=opacity)
        self.then(restyled(self.now, places, width=width, color=color, opacity=opacity))

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data(), order=st.sampled_from(sorted(ORDERS)))
    def reorder(self, data, order):
        places = self.some(data)
        before, after = [*self.now.strokes], ORDERS[order](self.now, places)
        self.editing.arrange(order)
        # Strokes that are equal but not the same may change places: that is a step, though it cannot be seen.
        if [*map(id, before)] != [*map(id, after.strokes)] and after == self.now:
            self.past[self.here + 1 :] = [after]
            self.here += 1
        else:
            self.then(after)

    @precondition(lambda self: self.at_hand and self.now.stroke_count < 40)
    @rule(data=st.data())
    def duplicate(self, data):
        places = self.some(data)
        self.editing.duplicate()
        self.then(duplicated(self.now, places, (8.0, 8.0))[0])

    # Groups, lines and places.

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data())
    def group(self, data):
        places = self.some(data)
        self.editing.groups.group()
        result, now = grouped(self.now, places)
        self.then(result)
        assert self.session.selection.marked.selected == now

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data())
    def ungroup(self, data):
        places = self.some_items(data)
        self.editing.groups.ungroup()
        self.then(ungrouped(self.now, places))

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data(), verb=st.sampled_from(["align", "distribute", "mirror"]), to_sheet=st.booleans())
    def place_items(self, data, verb, to_sheet):
        places = self.some_items(data)
        placing = self.editing.placing
        placing.to_sheet = to_sheet
        if verb == "align":
            placing.align("centre")
            self.then(aligned(self.now, places, "centre", to_sheet=to_sheet))
        elif verb == "distribute":
            placing.distribute("down")
            self.then(distributed(self.now, places, "down", to_sheet=to_sheet))
        else:
            x, y = placing.box.center
            placing.mirror("across")
            flip = Affine.translate(x, y) @ Affine.scale(-1, 1) @ Affine.translate(-x, -y)
            self.then(transformed(self.now, places, flip))

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data())
    def join(self, data):
        places = self.some(data)
        self.editing.restyle(width=2.0)  # else the joined line has a width along its length
        self.then(restyled(self.now, places, width=2.0))
        self.editing.lines.join()
        merge = ends_joined(self.now, places)
        if merge is not None:
            self.then(merged(self.now, [merge]))

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data(), verb=st.sampled_from(["close", "reverse", "split"]), node=st.integers(0, 3))
    def change_lines(self, data, verb, node):
        places = self.some(data)
        lines = self.editing.lines
        if verb == "close":
            lines.close()
        elif verb == "reverse":
            lines.reverse()
        else:
            lines.split([(place, node) for place in places])
        change = {"close": closed, "reverse": Stroke.reversed, "split": lambda stroke: split(stroke, [node])}[verb]
        strokes = [*self.now.strokes]
        self.then(exchanged(self.now, {place: change(strokes[place]) for place in places}))

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data())
    def delete(self, data):
        places = self.some(data)
        self.editing.delete()
        self.then(without(self.now, places))

    @precondition(lambda self: self.at_hand)
    @rule(data=st.data(), x=near, y=near)
    def erase(self, data, x, y):
        becomes = erased(self.now, [(x, y), (60.0, 40.0)], 5.0)
        self.editing.replace_strokes(erased(self.session.sheet.drawing, [(x, y), (60.0, 40.0)], 5.0), "erase")
        self.then(exchanged(self.now, becomes))

    @rule(stroke=pens)
    def draw(self, stroke):
        self.editing.insert([stroke])
        open_layers = [index for index, layer in enumerate(self.now.layers) if layer.editable]
        name, number = "Drawing", 2
        while name.lower() in [layer.name.lower() for layer in self.now.layers]:
            name, number = f"Drawing {number}", number + 1
        base = self.now if open_layers else with_layer(self.now, name)
        self.then(inserted(base, [stroke], open_layers[-1] if open_layers else len(base.layers) - 1)[0])

    # The layers.

    @rule(name=st.sampled_from(["Sky", "Sea", "%notes"]), at=st.none() | st.integers(0, 2))
    def add_layer(self, name, at):
        if len(self.now.layers) < 5:
            self.editing.layers.add(name, at)
            self.then(with_layer(self.now, name, at))

    @precondition(lambda self: self.now.layers)
    @rule(data=st.data(), name=st.sampled_from(["Sky", "Hill"]), yes=st.booleans(), to=st.integers(0, 4))
    def change_layer(self, data, name, yes, to):
        layer = self.layer(data)
        what = data.draw(st.sampled_from(["rename", "show", "lock", "move", "take", "remove"]))
        if what == "rename":
            self.editing.layers.rename(layer, name)
            self.then(renamed(self.now, layer, name))
        elif what == "show":
            self.editing.layers.show(layer, yes)
            self.then(made_visible(self.now, layer, yes))
        elif what == "lock":
            self.editing.layers.lock(layer, yes)
            self.then(locked(self.now, layer, yes))
        elif what == "remove" and len(self.now.layers) > 2:
            self.editing.layers.remove(layer)
            self.then(without_layer(self.now, layer))
        elif what == "move" and to < len(self.now.layers) and to != layer:
            self.editing.layers.move(layer, to)
            moved = layer_moved(self.now, layer, to)
            self.past[self.here + 1 :] = [moved]  # a step even where the layers are alike
            self.here += 1
        elif what == "take" and self.at_hand:
            places = self.some(data)
            self.editing.layers.take_selected(layer)
            self.then(moved_to_layer(self.now, places, layer)[0])

    # Back and forth, out and in.

    @rule(steps=st.integers(1, 4))
    def undo(self, steps):
        for _ in range(steps):
            self.session.sheet.undo_stack.undo()
        self.here = max(0, self.here - steps)

    @rule(steps=st.integers(1, 4))
    def redo(self, steps):
        for _ in range(steps):
            self.session.sheet.undo_stack.redo()
        self.here = min(len(self.past) - 1, self.here + steps)

    @rule()
    def save(self):
        assert self.await_(self.session.file.save(self.file))
        assert load_svg(self.file) == rounded(self.now)
        assert not self.session.file.modified

    @precondition(lambda self: self.file.exists())
    @rule()
    def reopen(self):
        self.save()
        assert self.await_(self.session.file.open(self.file))
        # A file does not keep the highest number that a stroke ever had: those of deleted strokes are given again.
        self.past, self.here = [replace(rounded(self.now), last_number=0)], 0

    @invariant()
    def the_drawing_is_the_models(self):
        assert self.session.sheet.drawing == self.now
        assert self.session.sheet.shown is self.session.sheet.drawing

    @invariant()
    def only_what_is_at_hand_is_selected(self):
        assert self.session.selection.marked.selected <= set(self.at_hand)

    @invariant()
    def there_is_a_way_back_where_the_model_has_one(self):
        stack = self.session.sheet.undo_stack
        assert (stack.canUndo(), stack.canRedo()) == (self.here > 0, self.here < len(self.past) - 1)


def test_after_any_sequence_the_drawing_is_what_its_model_says(loop, qtbot):
    def wait(work):
        task = asyncio.ensure_future(work)
        qtbot.waitUntil(task.done)
        return task.result()

    AnySequence.await_ = staticmethod(wait)
    run_state_machine_as_test(
        AnySequence,
        settings=settings(
            max_examples=20,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=[*HealthCheck],
        ),
    )
