"""Line width and detail of what is already drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from taureau.document import Drawing, Layer, Stroke, with_ground
from taureau.geometry import Curve
from taureau.session import Choices, LiveChoices

GAINS = (0.25, 0.14, 0.1, 0.07, 0.05, 0.04, 0.03, 0.022, 0.016, 0.011, 0.008, 0.006)
START = Choices(width=1.2, detail=1.0)


@pytest.fixture
def drawn(session):
    """A session with a drawing that a run has made, and the live choices of its panel."""
    strokes = tuple(Stroke(Curve.line((0, y), (90, y)), 1.0 + y, gain=gain) for y, gain in enumerate(GAINS))
    session.sheet.replace(Drawing(100, 80, (Layer("drawing", strokes),), {"preset": "standard"}), "draw")
    live = LiveChoices(session)
    live.follow(START)
    return session, live


def widths(session) -> list[float]:
    return [stroke.width for stroke in session.sheet.drawing.strokes]


def test_the_line_width_scales_all_lines_in_one_step(drawn) -> None:
    session, live = drawn
    before, steps = widths(session), session.sheet.undo_stack.count()
    for width in (1.4, 2.0, 2.4):
        live.follow(replace(START, width=width))
    assert widths(session) == pytest.approx([2 * width for width in before])
    assert session.sheet.undo_stack.count() == steps + 1
    session.sheet.undo_stack.undo()
    assert widths(session) == before


def test_less_detail_shows_fewer_strokes_and_more_brings_them_back(drawn) -> None:
    session, live = drawn
    shown = []
    for detail in (0.6, 0.3, 0.0):
        live.follow(replace(START, detail=detail))
        shown.append(session.sheet.shown.line_count)
    assert len(GAINS) >= shown[0] > shown[1] > shown[2] >= 1
    live.follow(replace(START, detail=1.0, strokes=None))
    assert session.sheet.shown.line_count == len(GAINS)
    assert session.sheet.drawing.line_count == len(GAINS)


def test_areas_keep_their_seams_and_stay_at_every_detail(drawn) -> None:
    session, live = drawn
    area = Stroke(Curve.line((0, 0), (9, 9)), 0.2, filled=True)
    session.sheet.replace(with_ground(session.sheet.drawing, "Colours", [area]), "fill areas")
    live.follow(replace(START, width=2.4))
    assert widths(session)[0] == 0.2
    live.follow(replace(START, width=2.4, detail=0.0))
    assert next(session.sheet.shown.strokes).filled


def test_a_number_of_strokes_and_other_drawings_are_left_alone(drawn) -> None:
    session, live = drawn
    live.follow(replace(START, strokes=3))
    live.follow(replace(START, strokes=3, detail=0.0))
    assert session.sheet.shown.line_count == len(GAINS)
    foreign = replace(session.sheet.drawing, facts={})
    session.sheet.replace(foreign, "open")
    live.follow(replace(START, width=5.0))
    assert widths(session) == [stroke.width for stroke in foreign.strokes]
