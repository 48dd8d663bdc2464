"""The time of a plot that is watched, by a clock that the test moves."""

from __future__ import annotations

import pytest
from taureau.ui.export.playback import Playback


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playback(qapp, clock) -> Playback:
    playback = Playback(clock)
    playback.rest(80.0)
    return playback


def test_at_true_speed_it_takes_as_long_as_the_plot(playback, clock, qtbot):
    assert playback.at_rest
    playback.set_speed(1)
    playback.play()
    clock.now += 79.9
    assert playback.seconds == pytest.approx(79.9)
    qtbot.wait(40)
    assert playback.playing
    clock.now += 0.2
    qtbot.waitUntil(lambda: not playback.playing, timeout=60_000)
    assert playback.seconds == 80
    assert not playback.at_rest
    playback.play()  # from the start
    assert playback.seconds == 0
    playback.pause()


def test_faster_and_slower_without_a_jump(playback, clock):
    playback.play()
    clock.now += 2
    assert playback.seconds == pytest.approx(20)  # ten times as fast
    playback.set_speed(50)
    assert playback.seconds == pytest.approx(20)
    clock.now += 1
    assert playback.seconds == pytest.approx(70)
    playback.pause()
    clock.now += 60
    assert playback.seconds == pytest.approx(70)


def test_a_moment_is_chosen_while_it_stands_and_while_it_plays(playback, clock):
    playback.seek(30)
    assert (playback.seconds, playback.playing, playback.at_rest) == (30, False, False)
    playback.play()
    clock.now += 1
    playback.seek(5)
    clock.now += 0.5
    assert playback.seconds == pytest.approx(10)
    playback.seek(999)
    assert playback.seconds == 80
    playback.seek(-3)
    assert playback.seconds == 0
    playback.pause()


def test_another_plot_starts_at_rest(playback, clock):
    playback.play()
    playback.rest(12.0)
    clock.now += 5
    assert (playback.seconds, playback.duration, playback.at_rest, playback.playing) == (0, 12, True, False)


def test_each_frame_is_told(playback, qtbot):
    told = []
    playback.changed.connect(lambda: told.append(True))
    playback.play()
    qtbot.waitUntil(lambda: len(told) > 4, timeout=60_000)
    playback.pause()
