"""The verbs of the hand: each one step with a name, undone and redone; the selection and what is frozen follow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg, svg_to_drawing
from taureau.geometry import Affine, Curve
from taureau.photo import photo_from_array
from taureau.session import Choices, Editing, Phase, Session

from tests.session.sketches import drawing, photo_pixels

SHIFT = Affine.translate(5, 0)


@pytest.fixture
def editing(session) -> Editing:
    """On a drawing of four waves and, on a layer above, two."""
    sky = replace(drawing(2, shift=3.0).layers[0], name="Sky")
    session.sheet.reset(replace(drawing(4), layers=(*drawing(4).layers, sky)))
    QGuiApplication.clipboard().clear()
    return Editing(session)


def select(session: Session, *places: int) -> None:
    session.selection.select(places)
    assert session.selection.marked.selected == set(places)


def starts(session: Session) -> list[float]:
    """The x of each stroke's start."""
    return [stroke.curve.start[0] for stroke in session.sheet.drawing.strokes]


VERBS = [
    (lambda editing: editing.transform(SHIFT), "move 2 strokes"),
    (lambda editing: editing.transform(Affine.rotate(9), verb="rotate"), "rotate 2 strokes"),
    (lambda editing: editing.restyle(color="#aa0000"), "colour 2 strokes"),
    (lambda editing: editing.restyle(width=3.0), "set the width of 2 strokes"),
    (lambda editing: editing.restyle(opacity=0.5), "set the opacity of 2 strokes"),
    (lambda editing: editing.restyle(width=3.0, color="#aa0000"), "restyle 2 strokes"),
    (lambda editing: editing.arrange("front"), "bring 2 strokes to the front"),
    (lambda editing: editing.arrange("forward"), "raise 2 strokes"),
    (lambda editing: editing.arrange("backward"), "lower 2 strokes"),
    (lambda editing: editing.arrange("back"), "send 2 strokes to the back"),
    (lambda editing: editing.layers.take_selected(1), "move 2 strokes to layer Sky"),
    (lambda editing: editing.duplicate(), "duplicate 2 strokes"),
    (lambda editing: editing.delete(), "delete 2 strokes"),
    (lambda editing: editing.cut(), "cut 2 strokes"),
    (lambda editing: editing.layers.add("Sea"), "add layer Sea"),
    (lambda editing: editing.layers.remove(1), "remove layer Sky"),
    (lambda editing: editing.layers.rename(1, "Air"), "rename layer Sky"),
    (lambda editing: editing.layers.show(0, False), "hide layer Drawing"),
    (lambda editing: editing.layers.lock(0), "lock layer Drawing"),
    (lambda editing: editing.layers.move(0, 1), "raise layer Drawing"),
    (lambda editing: editing.replace_strokes({0: ()}, "erase"), "erase"),
    (lambda editing: editing.insert([Stroke(Curve.line([0, 0], [9, 9]), 1)]), "add 1 stroke"),
]


@pytest.mark.parametrize(("verb", "label"), VERBS, ids=[label for _, label in VERBS])
def test_each_verb_is_one_step_that_can_be_undone_and_redone_by_name(editing, session, verb, label):
    select(session, 1, 2)
    before = session.sheet.drawing
    verb(editing)
    after = session.sheet.drawing
    assert after != before
    assert (session.sheet.undo_stack.count(), session.sheet.undo_stack.undoText()) == (1, label)
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is before
    session.sheet.undo_stack.redo()
    assert session.sheet.drawing is after


@pytest.mark.parametrize("verb", [verb for verb, _ in VERBS[:14]], ids=[label for _, label in VERBS[:14]])
def test_without_a_selection_nothing_is_done(editing, session, verb):
    verb(editing)
    assert session.sheet.undo_stack.count() == 0
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    "nothing",
    [
        lambda editing: editing.transform(Affine()),
        lambda editing: editing.restyle(width=2.0, color="#141414"),
        lambda editing: editing.restyle(),
        lambda editing: editing.layers.rename(1, "Sky"),
        lambda editing: editing.layers.rename(7, "Sky"),
        lambda editing: editing.layers.show(0),
        lambda editing: editing.layers.lock(0, False),
        lambda editing: editing.layers.move(0, 2),
        lambda editing: editing.layers.move(0, -1),
        lambda editing: editing.layers.remove(2),
        lambda editing: editing.layers.take_selected(5),
        lambda editing: editing.replace_strokes({}, "erase"),
        lambda editing: editing.insert([]),
        lambda editing: (editing._session.selection.select([0]), editing.arrange("back")),
    ],
)
def test_what_changes_nothing_is_no_step(editing, session, nothing):
    select(session, 1, 2)
    nothing(editing)
    assert session.sheet.undo_stack.count() == 0


def test_edited_strokes_stay_selected_through_undo_and_redo(editing, session):
    select(session, 1, 4)
    editing.transform(SHIFT)
    editing.restyle(color="#aa0000")
    editing.arrange("front")
    assert session.selection.marked.selected == {3, 5}
    for places in ({1, 4}, {1, 4}, {1, 4}):
        session.sheet.undo_stack.undo()
        assert session.selection.marked.selected == places
    session.sheet.undo_stack.redo()
    assert session.selection.marked.selected == {1, 4}
    assert starts(session)[1] == starts(session)[0] + 5


def test_what_is_frozen_follows_its_stroke(editing, session):
    select(session, 1, 2)
    editing.freeze()
    select(session, 1)
    editing.transform(SHIFT)
    assert session.selection.marked.frozen == {1, 2}
    session.sheet.undo_stack.undo()
    assert session.selection.marked.frozen == {1, 2}


def test_the_parts_of_a_selected_stroke_are_selected_and_become_it_again(editing, session):
    select(session, 1)
    whole = list(session.sheet.drawing.strokes)[1]
    halves = [replace(whole, curve=curve) for curve in whole.curve.split(0.5)]
    editing.replace_strokes({1: halves, 3: ()}, "erase")
    assert session.selection.marked.selected == {1, 2}
    session.sheet.undo_stack.undo()
    assert session.selection.marked.selected == {1}


def test_changes_of_one_gesture_are_one_step(editing, session):
    select(session, 0)
    before = session.sheet.drawing
    for width in (3.0, 4.0, 5.0):
        editing.restyle(width=width, step=7)
    assert session.sheet.undo_stack.count() == 1
    editing.restyle(width=6.0, step=8)
    editing.restyle(width=7.0)
    editing.restyle(width=8.0)
    assert session.sheet.undo_stack.count() == 4
    for _ in range(4):
        session.sheet.undo_stack.undo()
    assert session.sheet.drawing is before
    assert session.selection.marked.selected == {0}


def test_what_is_hidden_or_locked_is_not_selected_any_more(editing, session):
    for put_away in (lambda: editing.layers.show(1, False), lambda: editing.layers.lock(1)):
        select(session, 0, 4, 5)
        put_away()
        assert session.selection.marked.selected == {0}
        session.sheet.undo_stack.undo()


def test_only_the_first_strokes_are_looked_at_while_what_is_seen_is_changed(editing, session):
    session.sheet.show_first(3)
    select(session, 1)
    editing.transform(SHIFT)
    assert session.sheet.level == 3
    assert session.sheet.drawing.stroke_count == 6
    assert session.selection.marked.selected == {1}
    editing.duplicate()
    assert session.sheet.level is None


def test_new_strokes_lie_on_the_layer_asked_for_or_on_the_topmost_at_hand(editing, session):
    line = Stroke(Curve.line([0, 0], [9, 9]), 1.0)
    editing.insert([line], 0)
    assert [len(layer.strokes) for layer in session.sheet.drawing.layers] == [5, 2]
    editing.insert([line])
    assert [len(layer.strokes) for layer in session.sheet.drawing.layers] == [5, 3]
    editing.layers.lock(1)
    editing.insert([line], 1)
    assert [len(layer.strokes) for layer in session.sheet.drawing.layers] == [6, 3]
    editing.layers.show(0, False)
    editing.insert([line], label="draw a line")
    assert [len(layer.strokes) for layer in session.sheet.drawing.layers] == [6, 3, 1]
    assert session.sheet.undo_stack.undoText() == "draw a line"


def test_an_empty_sheet_is_begun_in_the_size_of_the_photo_or_of_a4(session):
    line = Stroke(Curve.line([0, 0], [9, 9]), 1.0)
    editing = Editing(session)
    editing.insert([line])
    assert (session.sheet.drawing.width, session.sheet.drawing.height) == pytest.approx((793.7, 1122.5), abs=0.1)
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is None
    session.source.photo = photo_from_array(photo_pixels(), name="disc.png")
    editing.insert([line])
    assert (session.sheet.drawing.width, session.sheet.drawing.height) == (120, 80)


def test_copied_strokes_are_svg_for_other_programs(editing, session):
    select(session, 1, 4)
    session.sheet.set_drawing(replace(session.sheet.drawing, paper="#ffeedd", facts={"seed": "1"}))
    select(session, 1, 4)
    assert editing.copy()
    data = QGuiApplication.clipboard().mimeData()
    text = bytes(data.data("image/svg+xml").data()).decode()
    assert data.text() == text
    copied = svg_to_drawing(text)
    assert (copied.width, copied.height, copied.paper, dict(copied.facts)) == (120, 80, None, {})
    strokes = list(session.sheet.drawing.strokes)
    assert [
        np.abs(one.curve.points - strokes[place].curve.points).max() < 1e-3
        for one, place in zip(copied.strokes, (1, 4), strict=True)
    ] == [True, True]
    assert session.sheet.undo_stack.count() == 0


def test_pasted_strokes_lie_where_they_were_or_beside_their_like(editing, session):
    select(session, 0, 1)
    x = starts(session)[0]
    editing.cut()
    editing.paste()
    editing.paste(0)
    editing.paste(0)
    assert session.sheet.undo_stack.undoText() == "paste 2 strokes"
    assert starts(session) == [x, x, x + 8, x + 8, x + 16, x + 16, x + 3, x + 3, x, x]  # the first on the top layer
    assert session.selection.marked.selected == {4, 5}


def test_svg_of_other_programs_is_pasted_as_text_or_by_its_kind(editing, session):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><path stroke="red" d="M1,2 L30,40"/></svg>'
    for put in (
        lambda data: data.setText(svg),
        lambda data: data.setData("image/svg+xml", svg.encode()),
        lambda data: data.setData("image/x-inkscape-svg", svg.encode()),
    ):
        data = QMimeData()
        put(data)
        QGuiApplication.clipboard().setMimeData(data)
        assert editing.can_paste
        editing.paste()
    assert session.sheet.drawing.stroke_count == 9
    *_, last = session.sheet.drawing.strokes
    assert (last.color, last.curve.start.tolist()) == ("#ff0000", [17, 18])


def test_what_would_miss_the_sheet_is_laid_in_its_middle(editing, session):
    far = Drawing(9000, 9000, (Layer("a", (Stroke(Curve.line([5000, 5000], [5020, 5000]), 1.0),)),))
    QGuiApplication.clipboard().setText(drawing_to_svg(far))
    editing.paste()
    *_, last = session.sheet.drawing.strokes
    assert last.curve.points[[0, -1]].tolist() == [[50, 40], [70, 40]]


def test_on_an_empty_sheet_a_pasted_drawing_brings_its_own(session):
    QGuiApplication.clipboard().setText(drawing_to_svg(drawing(3, 300, 200)))
    Editing(session).paste()
    made = session.sheet.drawing
    assert (made.width, made.height, made.stroke_count) == (300, 200, 3)
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The clipboard holds no drawing."),
        ("a shopping list", "The clipboard holds no drawing."),
        ("<svg", "This cannot be pasted: "),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///c">]><svg>&b;</svg>', "declares XML entities"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><text>words</text></svg>', "has no lines to paste"),
    ],
)
def test_what_cannot_be_pasted_is_said_in_a_line(editing, session, text, said):
    QGuiApplication.clipboard().setText(text)
    assert editing.can_paste == ("<svg" in text)
    before = session.sheet.drawing
    editing.paste()
    [message] = session.heard
    assert said in message.text
    assert "\n" not in message.text
    assert session.sheet.drawing is before


def test_while_a_run_is_on_its_preview_is_edited_and_it_waits(session, sketch, qtbot):
    session.source.photo = photo_from_array(photo_pixels(), name="disc.png")
    editing = Editing(session)
    session.run.draw(Choices(limit=12))
    editing.insert([Stroke(Curve.line([0, 0], [9, 9]), 1.0)])  # there is nothing to edit yet
    assert session.run.state.phase is Phase.RUNNING
    sketch.go_on(1)
    qtbot.waitUntil(lambda: session.sheet.preview is not None)
    select(session, 1)
    editing.transform(SHIFT)
    assert session.run.state.phase is Phase.PAUSED
    assert session.run.edited
    assert session.selection.marked.selected == {1}
    editing.duplicate()
    assert session.sheet.preview.stroke_count == 5
    assert session.sheet.drawing is None
    assert session.sheet.undo_stack.count() == 0
    edited = session.sheet.preview
    session.run.keep()
    assert session.sheet.drawing is edited
    assert session.sheet.undo_stack.count() == 1
