"""The time that is left, measured."""

from __future__ import annotations

import pytest

from app.imagine import Progress
from app.session.pace import Pace

COUNT = 3
STAGES = (("thinking", 5, 1.0), ("sharpening", 2, 10.0))  # steps, and the seconds of each


def steps():
    """Every step of all pictures, and the seconds it takes."""
    whole = sum(total for _, total, _ in STAGES) * COUNT
    done = 0
    for index in range(COUNT):
        for stage, total, seconds in STAGES:
            for step in range(1, total + 1):
                done += 1
                yield Progress("run", index, COUNT, stage, step, total, done / whole), seconds


def test_once_a_picture_is_ready_what_is_left_is_exact():
    now = [0.0]
    pace = Pace(lambda: now[0])
    left = sum(seconds for _, seconds in steps())
    assert pace.remaining is None
    for event, seconds in steps():
        now[0] += seconds
        left -= seconds
        pace.note(event)
        if event.index == 0 and event.share > 0.1:
            assert pace.remaining is not None
        if event.index > 0:
            # the first step of all began before anyone measured
            assert pace.remaining == pytest.approx(left)
    now[0] += 1
    assert pace.remaining == 0


def test_while_nothing_is_said_time_goes_on():
    now = [0.0]
    pace = Pace(lambda: now[0])
    for event, seconds in list(steps())[:10]:
        now[0] += seconds
        pace.note(event)
    before = pace.remaining
    now[0] += 2.0
    assert pace.remaining == pytest.approx(before - 2.0)


def test_steps_that_went_unread_are_counted():
    now = [0.0]
    pace = Pace(lambda: now[0])
    for event, seconds in steps():
        now[0] += seconds
        if event.step % 2 == 0 or event.step == event.total:
            pace.note(event)
        if event.index == 1 and event.stage == "sharpening":
            break
    assert pace.remaining == pytest.approx(10 + 25, rel=0.2)
