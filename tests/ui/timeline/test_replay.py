"""The drawing replayed on the canvas, by its button, its keys and its menu."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import save_svg

from tests.export.film.drawings import DRAWING

LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(window, qtbot, tmp_path):
    """A window with a drawing, and a replay whose time the test moves."""
    path = tmp_path / "bull.svg"
    save_svg(DRAWING, path)
    task = asyncio.ensure_future(window.session.file.open(path))
    qtbot.waitUntil(task.done)
    window.now = 100.0
    window.replay._clock = lambda: window.now
    window.refresh.flush()
    return window


def moved_on(window, seconds: float) -> None:
    window.now += seconds
    window.replay._go_on()


def picture(window) -> np.ndarray:
    image = window.canvas.grab().toImage()
    return np.array(image.constBits(), dtype=int).reshape(image.height(), -1, 4)[..., :3]


def test_play_draws_the_drawing_and_ends_on_it(opened, qtbot):
    line = opened.time_line
    whole = picture(opened)
    assert line.play.isVisible()
    QTest.mouseClick(line.play.play, LEFT)
    assert opened.replay.playing
    opened.replay._timer.stop()  # the time is ours
    empty = picture(opened)
    moved_on(opened, 1.0)
    one = picture(opened)
    moved_on(opened, 1.5)
    two = picture(opened)
    changed = [(abs(one - other).max(2) > 32).sum() for other in (empty, two, whole)]
    assert 0 < changed[0] < changed[2]
    assert 0 < changed[1] < changed[2]
    assert line.stage.text() == "2 of 5 strokes"
    assert line.scrubber.value() == 2
    opened.canvas._clear_films()
    assert abs(picture(opened) - two).max() <= 3  # nothing old is left on the films
    moved_on(opened, 99.0)
    assert not opened.replay.playing
    assert abs(picture(opened) - whole).max() <= 3
    assert line.stage.text() == "5 strokes"


def test_areas_fade_in_beneath_the_lines(opened):
    opened.replay.play()
    opened.replay._timer.stop()
    before = (opened.replay._score.cues[4].start, opened.replay._score.cues[5])
    moved_on(opened, before[0] + 1e-3)
    lines = picture(opened)
    moved_on(opened, before[1].start + 0.4 - before[0])
    fading = picture(opened)
    moved_on(opened, 99.0)
    whole = picture(opened)
    there = abs(whole - lines).max(2) > 32
    assert there.sum() > 1000
    part = abs(fading - lines).max(2)[there].mean() / abs(whole - lines).max(2)[there].mean()
    assert 0.3 < part < 0.97


def test_keys_play_pause_and_stop(opened, qtbot):
    qtbot.waitUntil(opened.isActiveWindow)
    QTest.keyClick(opened, Qt.Key.Key_P, CTRL_SHIFT)
    assert opened.replay.playing
    opened.replay._timer.stop()
    moved_on(opened, 1.0)
    opened.refresh.flush()
    assert opened.verbs.play.text() == "&Pause playing"
    QTest.keyClick(opened, Qt.Key.Key_P, CTRL_SHIFT)
    assert (opened.replay.playing, opened.session.sheet.level) == (False, 1)
    QTest.keyClick(opened, Qt.Key.Key_P, CTRL_SHIFT)
    opened.replay._timer.stop()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert (opened.replay.playing, opened.session.sheet.level) == (False, None)
    opened.refresh.flush()
    assert not opened.verbs.stop_playing.isVisible()


def test_the_slider_takes_over_where_it_is_dragged_to(opened):
    opened.replay.play()
    opened.replay._timer.stop()
    moved_on(opened, 2.5)
    scrubber = opened.time_line.scrubber
    QTest.mouseClick(scrubber, LEFT, pos=scrubber.bar(2).center().toPoint())
    assert not opened.replay.playing
    assert opened.session.sheet.level == 3


def test_the_speed_is_chosen_in_its_menu(opened):
    buttons = opened.time_line.play
    assert buttons.speed.text() == "1×"
    buttons.speeds[2.0].trigger()
    assert (opened.replay.speed, buttons.speed.text()) == (2.0, "2×")
