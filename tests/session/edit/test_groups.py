"""Groups as one works with them: selected as a whole, entered, kept together by every verb, copied and pasted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Affine, Box, Curve
from taureau.session import Editing, Session


def row(y: float) -> Stroke:
    return Stroke(Curve.line((20, y), (100, y)), 2.0)


@pytest.fixture
def editing(session) -> Editing:
    """Six lines, 10 px apart: four on a layer and two above."""
    layers = (Layer("Below", tuple(row(10 * n) for n in range(1, 5))), Layer("Above", (row(50), row(60))))
    session.sheet.reset(Drawing(120, 80, layers))
    QGuiApplication.clipboard().clear()
    return Editing(session)


def click(session: Session, number: int, **how: bool) -> set[int]:
    """Select at line `number`, 1 … 6; return what is selected then."""
    session.selection.select_at(60, 10 * number, 2.0, **how)
    return set(session.selection.marked.selected)


def group(editing: Editing, session: Session, *places: int) -> None:
    session.selection.select(places)
    editing.groups.group()


def paths(session: Session) -> list[tuple[str, ...]]:
    return [stroke.groups for stroke in session.sheet.drawing.strokes]


def test_a_member_selects_its_group_until_that_is_entered(editing, session):
    group(editing, session, 0, 1)
    group(editing, session, 0, 1, 2)
    assert session.selection.marked.selected == {0, 1, 2}
    assert click(session, 5) == {4}
    assert click(session, 1) == {0, 1, 2}
    assert click(session, 5, extend=True) == {0, 1, 2, 4}
    assert click(session, 2, extend=True) == {4}
    assert session.selection.enter_at(60, 10, 2.0)
    assert session.selection.marked.selected == {0, 1}
    assert click(session, 3) == {2}
    assert session.selection.enter_at(60, 20, 2.0)
    assert session.selection.marked.selected == {1}
    assert not session.selection.enter_at(60, 20, 2.0)  # nothing more to enter
    assert click(session, 5) == {4}
    assert session.selection.entered == ()
    assert click(session, 1) == {0, 1, 2}


def test_a_stroke_is_selected_alone_when_asked(editing, session):
    group(editing, session, 0, 1, 2)
    session.selection.clear()
    assert click(session, 2, alone=True) == {1}
    assert click(session, 3) == {2}  # one is inside now
    assert click(session, 3, extend=True) == set()
    session.selection.clear()
    assert click(session, 3) == {0, 1, 2}


def test_next_and_previous_go_from_item_to_item(editing, session):
    group(editing, session, 1, 2)
    session.selection.clear()
    found = []
    for _ in range(5):
        session.selection.select_next()
        found.append(set(session.selection.marked.selected))
    assert found == [{0}, {1, 2}, {3}, {4}, {5}]
    session.selection.select([3])
    session.selection.select_next(-1)
    assert session.selection.marked.selected == {1, 2}


def test_grouping_is_one_step_and_the_strokes_stay_selected(editing, session):
    before = session.sheet.drawing
    group(editing, session, 0, 2)
    assert session.sheet.undo_stack.undoText() == "group 2 strokes"
    assert session.selection.marked.selected == {1, 2}
    assert editing.groups.can_ungroup
    assert not editing.groups.can_group
    session.sheet.undo_stack.undo()
    assert session.sheet.drawing is before
    assert session.selection.marked.selected == {0, 2}
    session.sheet.undo_stack.redo()
    assert session.selection.marked.selected == {1, 2}
    editing.groups.ungroup()
    assert set(paths(session)) == {()}
    assert session.selection.marked.selected == {1, 2}


def test_marks_follow_what_a_group_moved(editing, session):
    session.selection.select([0])
    editing.freeze()
    group(editing, session, 0, 3)
    assert session.selection.marked.frozen == {2}


@pytest.mark.parametrize("verb", ["transform", "restyle", "arrange", "layers", "placing"])
def test_verbs_leave_a_group_a_group(editing, session, verb):
    group(editing, session, 1, 2)
    if verb == "transform":
        editing.transform(Affine.rotate(20))
    elif verb == "restyle":
        editing.restyle(width=5.0)
    elif verb == "arrange":
        editing.arrange("front")
    elif verb == "layers":
        editing.layers.take_selected(1)
    else:
        editing.placing.align("right")
    places = session.selection.marked.selected
    assert len(places) == 2
    assert {paths(session)[place] for place in places} == {("group1",)}
    assert session.selection.whole({min(places)}) == places


def test_copies_of_a_group_are_a_group_of_their_own(editing, session):
    group(editing, session, 0, 1)
    editing.duplicate()
    assert paths(session)[:4] == [("group1",)] * 2 + [("group2",)] * 2
    assert session.selection.marked.selected == {2, 3}
    assert editing.copy()
    editing.paste(1)
    pasted = {paths(session)[place] for place in session.selection.marked.selected}
    assert len(pasted) == 1
    assert pasted.isdisjoint({("group1",), ("group2",), ()})


def test_a_member_is_copied_without_its_group(editing, session):
    group(editing, session, 0, 1, 2)
    session.selection.select([0, 1])
    assert editing.copy()
    editing.paste(1)
    assert {paths(session)[place] for place in session.selection.marked.selected} == {()}


def test_an_opened_drawing_forgets_the_group_that_was_entered(editing, session):
    group(editing, session, 0, 1)
    session.selection.enter_at(60, 10, 2.0)
    assert session.selection.entered == ("group1",)
    session.selection.reset()
    assert session.selection.entered == ()


def test_aligning_distributing_and_mirroring_are_steps_with_a_name(editing, session):
    session.selection.select([0, 1, 4])
    assert editing.placing.item_count == 3
    editing.placing.distribute("down")
    assert session.sheet.undo_stack.undoText() == "distribute 3 strokes"
    session.selection.select([0])
    editing.placing.align("left")
    assert session.sheet.undo_stack.undoText() == "align 1 stroke"
    assert editing.placing.box == Box(1, 10, 81, 10)
    slanted = replace(row(10), curve=Curve.line((10, 10), (30, 50)))
    editing.insert([slanted], select=True)
    editing.placing.mirror("across")
    assert session.selection.strokes[0].curve.start.tolist() == [30, 10]
    assert session.selection.strokes[0].width == pytest.approx(2.0)
    editing.placing.mirror("down")
    assert session.selection.strokes[0].curve.start.tolist() == [30, 50]
    assert session.sheet.undo_stack.undoText() == "mirror 1 stroke"


def test_a_selection_is_placed_by_number(editing, session):
    editing.insert([replace(row(10), curve=Curve.line((10, 10), (30, 50)))], select=True)
    editing.placing.place(Box(0, 0, 40, 80))
    assert editing.placing.box == Box(0, 0, 40, 80)
    assert session.selection.strokes[0].width == 4.0
    assert session.sheet.undo_stack.undoText() == "scale 1 stroke"
    editing.placing.scale_widths = False
    editing.placing.place(Box(0, 0, 20, 40))
    assert session.selection.strokes[0].width == 4.0
    editing.placing.place(Box(5, 5, 25, 45))
    assert session.sheet.undo_stack.undoText() == "move 1 stroke"
    session.selection.select([0])  # a level line has no height to scale
    editing.placing.place(Box(0, 0, 40, 70))
    assert editing.placing.box == Box(0, 0, 40, 0)


def test_similar_strokes_are_selected_but_for_those_out_of_reach(editing, session):
    session.selection.select([1, 4])
    editing.restyle(color="#aa0000")
    session.selection.select([1])
    session.selection.select_similar("colour")
    assert session.selection.marked.selected == {1, 4}
    editing.layers.lock(1)
    session.selection.select([1])
    session.selection.select_similar("width")
    assert session.selection.marked.selected == {0, 1, 2, 3}
