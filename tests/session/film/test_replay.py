"""Replaying a drawing: the time is moved by hand."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from taureau.document import prefix
from taureau.session import Replay, Runner, Session

from tests.export.film.drawings import DRAWING
from tests.session.sketches import SteppedSketch


class Clock:
    """A clock that stands until the replay is moved on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def played(loop):
    session = Session(Runner(SteppedSketch(steps=4)))
    session.sheet.set_drawing(DRAWING)
    clock = Clock()
    replay = Replay(session, clock)

    def on(seconds: float) -> None:
        clock.now += seconds
        replay._go_on()

    yield session, replay, on
    assert session.close()


def test_strokes_appear_one_after_the_other_and_then_all_are_there(played):
    session, replay, on = played
    assert (replay.playing, replay.shares, replay.level) == (False, None, 0)
    replay.play()
    assert set(replay.shares.values()) == {0.0}
    on(1.0)
    assert replay.level == 1
    shares = list(replay.shares.values())
    assert 0 < shares[0] < 1
    assert shares[1:] == [0.0] * 5
    on(99.0)
    assert (replay.playing, replay.shares) == (False, None)
    assert session.sheet.level is None


def test_the_speed_is_that_asked_for(played):
    _, replay, on = played
    replay.play()
    on(0.5)
    plain = replay.shares
    replay.stop()
    replay.set_speed(4.0)
    replay.play()
    on(0.125)
    assert replay.shares == pytest.approx(plain)


def test_a_pause_leaves_the_strokes_shown_and_play_goes_on_from_them(played):
    session, replay, on = played
    replay.play()
    on(2.2)
    assert replay.level == 2
    replay.toggle()
    assert not replay.playing
    assert session.sheet.level == 2
    assert session.sheet.shown == prefix(DRAWING, 2)
    replay.toggle()
    assert session.sheet.level is None
    assert list(replay.shares.values())[:3] == [1.0, 1.0, 0.0]


def test_a_change_of_the_drawing_stops_it(played):
    session, replay, on = played
    replay.play()
    on(0.5)
    spy = QSignalSpy(replay.changed)
    session.sheet.replace(prefix(DRAWING, 3), "Less")
    assert not replay.playing
    assert spy.count() == 1


def test_without_a_drawing_nothing_plays(played):
    session, replay, _ = played
    session.sheet.set_drawing(None)
    assert not replay.possible
    replay.play()
    assert not replay.playing
