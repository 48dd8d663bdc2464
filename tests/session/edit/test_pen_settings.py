"""What the next stroke is like, and on which layer it lies; and which changes are one step."""

from __future__ import annotations

import pytest
from taureau.document import (
    CHALK,
    INK,
    Drawing,
    Layer,
    Stroke,
    layer_moved,
    renamed,
    with_ground,
    with_layer,
    without_layer,
)
from taureau.geometry import Curve
from taureau.session import OneStep, Pen, Runner, Session

from tests.session.sketches import SteppedSketch


@pytest.fixture
def session(loop):
    session = Session(Runner(SteppedSketch(steps=1)))
    yield session
    assert session.close()


def drawing(*widths: float, paper: str | None = None) -> Drawing:
    strokes = tuple(Stroke(Curve.line((0, 0), (9, width)), width) for width in widths)
    return Drawing(1000, 500, (Layer("one", strokes), Layer("two"), Layer("three")), paper=paper)


@pytest.fixture
def pen(session):
    session.sheet.replace(drawing(2, 3, 9), "begin")
    return Pen(session)


def test_it_is_as_wide_as_most_strokes_until_a_width_is_chosen(pen, session):
    assert pen.width == 3
    session.sheet.replace(drawing(5), "another")
    assert pen.width == 5
    pen.set_width(8)
    assert pen.width == 8
    session.sheet.replace(drawing(), "none")
    assert pen.width == 8
    assert Pen(session).width == 6  # 0.6 % of the longer side


def test_tone_under_the_lines_leaves_its_width(pen, session):
    tone = [Stroke(Curve.line((0, 0), (9, place)), 0.5) for place in range(20)]
    session.sheet.replace(with_ground(session.sheet.drawing, "Tone", tone), "tone")
    assert pen.width == 3


def test_before_there_is_anything_it_is_for_the_sheet_of_words_alone(session):
    assert Pen(session).width == pytest.approx(0.006 * 512)


def test_its_ink_shows_on_the_paper_until_one_is_chosen(pen, session):
    assert pen.color == INK
    session.sheet.replace(drawing(1, paper="#101010"), "dark")
    assert pen.color == CHALK
    pen.set_color("#b0432a")
    assert pen.color == "#b0432a"
    pen.set_opacity(0.5)
    stroke = pen.stroke(Curve.line((0, 0), (1, 1)))
    assert (stroke.width, stroke.color, stroke.opacity) == (1, "#b0432a", 0.5)


def test_it_stays_on_its_layer_wherever_that_is(pen, session):
    pen.set_layer(1)
    session.sheet.replace(layer_moved(session.sheet.drawing, 1, 2), "move")
    assert pen.layer == 2
    session.sheet.replace(with_layer(session.sheet.drawing, "below", 0), "add")
    assert pen.layer == 3
    session.sheet.replace(renamed(session.sheet.drawing, 3, "drei"), "rename")
    assert pen.layer == 3
    session.sheet.replace(without_layer(session.sheet.drawing, 3), "remove")
    assert pen.layer == 2
    pen.set_layer(7)
    assert pen.layer == 2


def test_changes_of_one_drag_or_in_quick_succession_are_one_step():
    now = [0.0]
    step = OneStep(lambda: now[0])
    first = step.number("width")
    now[0] = 0.9
    assert step.number("width") == first
    assert step.number("colour") != first
    now[0] = 5.0
    later = step.number("colour")
    step.hold()
    held = step.number("colour")
    assert len({first, later, held}) == 3
    now[0] = 50.0
    assert step.number("colour") == held
    step.release()
    assert step.number("colour") != held
