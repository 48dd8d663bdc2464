"""The measured remaining time, with a clock that the test turns."""

from __future__ import annotations

import pytest
from taureau.engine import Finished, Progress, Report, StageChanged, Started, StrokeAdded
from taureau.session import Phase, RunState

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
    assert state.phase is Phase.IDLE
    state.begin()
    assert state.losses == []
    assert state.fraction is None
    assert state.where is not None


def grow(state: RunState, gains: list[float], enough: float | None = 0.02) -> None:
    for number, gain in enumerate(gains, 1):
        state.take(StrokeAdded("a", number, next(drawing(1).strokes), gain, enough))
        state.take(Progress("a", number, 0, {}, drawing(number)))


def finish(state: RunState, strokes: int, *, stopped: bool = False) -> None:
    state.take(Finished("a", drawing(strokes), Report(strokes, 1.0, "cpu", "fake", 0, None, None, stopped)))
    state.end()


def test_gains_are_kept_as_they_come_and_those_of_strokes_taken_back_are_dropped(state):
    assert not state.growing
    grow(state, [0.3, 0.1, 0.01, 0.01])
    assert (state.gains, state.enough, state.growing) == ([0.3, 0.1, 0.01, 0.01], 0.02, True)
    state.take(Progress("a", 2, 0, {}, drawing(2)))
    assert state.gains == [0.3, 0.1]


def test_strokes_that_it_goes_on_from_are_counted(state):
    state.begin(64, gains=[0.3, None])
    assert not state.growing
    state.take(StrokeAdded("a", 3, next(drawing(1).strokes), 0.1, 0.02))
    assert state.gains == [0.3, None, 0.1]


@pytest.mark.parametrize(
    ("limit", "counted", "stopped", "reached"),
    [(64, False, False, True), (2, False, False, False), (64, False, True, False), (64, True, False, False)],
)
def test_enough_is_reached_only_by_itself_and_before_the_limit(state, limit, counted, stopped, reached):
    state.begin(limit, counted=counted)
    grow(state, [0.3, 0.01], None if counted else 0.02)
    finish(state, 2, stopped=stopped)
    assert state.enough_reached is reached
    assert state.wanted == (limit if counted else None)


def test_the_steps_of_another_stage_do_not_count_for_the_pace(state, clock):
    for number in (10, 20, 30):
        clock.now += 1.0
        step(state, number)
    state.take(StageChanged("a", "refining"))
    assert state.remaining is None
