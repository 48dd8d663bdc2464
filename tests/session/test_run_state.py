"""The measured remaining time, with a clock that the test turns."""

from __future__ import annotations

import pytest

from app.engine import Progress, Started
from app.session import Phase, RunState
from tests.session.sketches import drawing


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(clock) -> RunState:
    state = RunState(clock)
    state.begin()
    return state


def step(state: RunState, number: int, total: int = 100) -> None:
    state.take(Progress("a", number, total, {"total": 1.0 / (number + 1)}, drawing(1)))


def test_nothing_is_promised_before_there_is_a_pace(state):
    assert state.remaining is None
    step(state, 1)
    assert state.remaining is None


def test_the_remaining_time_is_the_measured_pace_times_the_steps_left(state, clock):
    for number in (10, 20, 30):
        clock.now += 2.0
        step(state, number)
    assert state.remaining == pytest.approx(14.0)
    clock.now += 1.0
    assert state.remaining == pytest.approx(13.0)


def test_only_the_latest_pace_counts(state, clock):
    for number in range(1, 31):
        clock.now += 1.0 if number <= 20 else 0.1
        step(state, number)
    assert state.remaining == pytest.approx(7.0)


def test_a_pause_does_not_count(state, clock):
    clock.now += 2.0
    step(state, 10)
    state.pause()
    clock.now += 3600
    assert state.phase is Phase.PAUSED
    assert state.elapsed == pytest.approx(2.0)
    state.resume()
    clock.now += 2.0
    step(state, 20)
    assert state.elapsed == pytest.approx(4.0)
    assert state.remaining == pytest.approx(16.0)


def test_losses_and_place_are_noted_and_a_new_run_begins_without_them(state):
    state.take(Started("a", "cpu", 1, "fake"))
    step(state, 1)
    step(state, 2)
    assert state.losses == [(1, 0.5), (2, pytest.approx(1 / 3))]
    assert state.fraction == pytest.approx(0.02)
    state.end()
    assert not state.active
    state.begin()
    assert state.losses == []
    assert state.fraction is None
    assert state.where is not None
