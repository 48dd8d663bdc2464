"""What runs proposed for the same words: all of it stays, and others are drawn."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.engine import Candidate, Finished, Report, Started
from taureau.geometry import Curve
from taureau.session import Choices, Seeds
from taureau.weights import OWN_CLIP

WORDS = Choices(preset="fine", strokes=16, words="a dog", seeds=4)


heights = itertools.count()


def drawn(height: int | None = None) -> Drawing:
    """Return a drawing that differs from all others, or that of this height."""
    line = Curve.line((0, 0), (9, next(heights) if height is None else height))
    return Drawing(10, 10, (Layer("strokes", (Stroke(line, 1.0),)),))


@pytest.fixture
def asked(session, monkeypatch):
    """The choices of the runs that were asked for."""
    found = []
    monkeypatch.setattr(session.run, "draw", found.append)
    return found


@pytest.fixture
def seeds(session):
    session.source.set_words("a dog")
    return Seeds(session)


def propose(session, choices, *, encoder=OWN_CLIP, height=None):
    """Tell the session of a run that proposed four drawings and took the first."""
    session.run.choices = choices
    tell = session.run.event_received.emit
    tell(Started("run", "cpu", 2, encoder))
    for place in range(4):
        drawing = drawn(height if place == 3 else None)
        tell(Candidate("run", choices.seed + place, None, drawing))
        if not place:
            first = drawing
    session.sheet.replace(first, "draw")
    tell(Finished("run", first, Report(16, 1.0, "cpu", encoder, choices.seed, None, None, False)))


def test_another_four_come_beside_the_first(session, seeds, asked):
    propose(session, WORDS)
    assert seeds.chosen is seeds.best is seeds.tries[0]
    seeds.draw_others()
    assert asked == [replace(WORDS, seed=4)]
    propose(session, asked[-1])
    assert [one.path for one in seeds.tries] == [(number,) for number in range(8)]
    assert seeds.chosen is seeds.tries[4]
    seeds.choose(seeds.tries[2])
    assert session.sheet.drawing is seeds.tries[2].drawing
    session.sheet.undo_stack.undo()
    assert seeds.chosen is seeds.tries[4]


def test_others_are_like_the_chosen_one_and_further_ones_like_those(session, seeds, asked):
    propose(session, WORDS)
    seeds.choose(seeds.tries[2])
    seeds.draw_alike()
    propose(session, asked[-1])
    seeds.choose(seeds.tries[5])
    seeds.draw_alike()
    seeds.draw_others()
    assert [(choices.like, choices.seed) for choices in asked] == [((2,), 0), ((2, 1), 0), ((2,), 4)]


def test_what_stands_there_is_not_proposed_again(session, seeds, asked):
    propose(session, WORDS, height=-1)
    seeds.draw_alike()
    propose(session, asked[-1], height=-1)
    assert [one.path for one in seeds.tries] == [(0,), (1,), (2,), (3,), (0, 0), (0, 1), (0, 2)]


def test_an_edited_drawing_has_none_like_it(session, seeds, asked):
    propose(session, WORDS)
    session.sheet.replace(drawn(), "edit")
    seeds.draw_alike()
    assert asked == []


def test_other_words_begin_anew(session, seeds, asked):
    propose(session, WORDS)
    propose(session, replace(WORDS, words="a cat"))
    assert len(seeds.tries) == 4


def test_what_clip_moved_has_no_others(session, seeds, asked):
    propose(session, WORDS, encoder="rn101")
    seeds.draw_others()
    assert (asked, seeds.offers_others) == ([], False)
