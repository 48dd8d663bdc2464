"""Remaining time, by a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from taureau.imagine import pace
from taureau.imagine.generator import Stage
from taureau.imagine.pace import Pace

STAGES = (Stage("thinking", "", 4, 1.0), Stage("painting", "", 2, 10.0))
SECONDS = (1.0, 5.0)  # of a step of each


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def nothing_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_measured", {})


def paint(pace: Pace, clock: Clock, *, before: float = 0.0, paused: float = 0.0) -> Iterator[float | None]:
    """What remains after each step of an image; `before` each stage and after the last one, so much is prepared."""
    for number, (stage, seconds) in enumerate(zip(STAGES, SECONDS, strict=True)):
        clock.now += before
        for step in range(1, stage.steps + 1):
            clock.now += seconds
            pace.step(number, step, stage.steps)
            yield pace.remaining
            clock.now += paused
            pace.resume()
    clock.now += before
    pace.end()


def test_a_stage_to_come_goes_by_its_ratio_until_it_is_measured() -> None:
    clock = Clock()
    one = Pace(STAGES, 1, ("karlo", "cpu"), clock)
    one.begin(0)
    assert list(paint(one, clock)) == [None, 2 + 20, 1 + 20, 20, 10, 0]


def test_what_was_measured_counts_from_the_first_step_of_the_next_image_and_run() -> None:
    clock = Clock()
    first = Pace(STAGES, 2, ("karlo", "cpu"), clock)
    first.begin(0)
    assert list(paint(first, clock))[-1] == 14
    first.begin(1)
    assert list(paint(first, clock)) == [13, 12, 11, 10, 5, 0]
    again = Pace(STAGES, 1, ("karlo", "cpu"), clock)
    again.begin(0)
    assert next(paint(again, clock)) == 13
    elsewhere = Pace(STAGES, 1, ("karlo", "cuda"), clock)
    elsewhere.begin(0)
    assert next(paint(elsewhere, clock)) is None


def test_what_is_done_around_the_steps_is_measured_with_the_first_image() -> None:
    clock = Clock()
    pace = Pace(STAGES, 2, ("karlo", "cpu"), clock)
    pace.begin(0)
    list(paint(pace, clock, before=3))
    pace.begin(1)
    assert next(paint(pace, clock, before=3)) == 13 + 9


def test_a_pause_is_no_part_of_a_step() -> None:
    clock = Clock()
    pace = Pace(STAGES, 2, ("karlo", "cpu"), clock)
    pace.begin(0)
    assert list(paint(pace, clock, paused=1000))[-1] == 14
    pace.begin(1)
    assert next(paint(pace, clock)) == 13


def test_the_share_grows_with_what_the_steps_take_and_never_falls() -> None:
    clock = Clock()
    pace = Pace(STAGES, 2, ("karlo", "cpu"), clock)
    shares = []
    for image in range(2):
        pace.begin(image)
        for _ in paint(pace, clock):
            shares.append(pace.share)
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(1 / 24 / 2)
    assert shares[5] == pytest.approx(0.5)
    assert shares[9] == pytest.approx(0.5 + 4 / 14 / 2)
    assert shares[-1] == pytest.approx(1)
