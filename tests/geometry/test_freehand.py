"""A line drawn by hand becomes few cubics as it is drawn."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry import Curve, freehand, nodes
from taureau.geometry.distance import distances
from taureau.geometry.freehand import Freehand

TURN = np.linspace(0, 2 * np.pi, 400)


def drawn(points, tolerance: float = 1.0) -> Curve:
    hand = Freehand(tolerance)
    for x, y in points:
        hand.add(float(x), float(y))
    assert hand.curve is not None
    return hand.curve


def corners(curve: Curve) -> list[list[float]]:
    return [curve.points[3 * k].tolist() for k in range(1, curve.segment_count) if not nodes.is_smooth(curve, k)]


def strays(points, curve: Curve) -> float:
    """How far the farthest of the points lies from the curve."""
    return float(distances(np.asarray(points, dtype=float), curve.sample(96)).max())


def polygon(*corners_: tuple[float, float], steps: int = 40) -> np.ndarray:
    return np.concatenate([np.linspace(a, b, steps) for a, b in pairwise(corners_)])


def test_a_circle_on_whole_pixels_is_a_few_smooth_cubics():
    circle = np.stack([100 + 80 * np.cos(TURN), 100 + 80 * np.sin(TURN)], axis=-1).round()
    curve = drawn(circle)
    assert curve.segment_count <= 5
    assert corners(curve) == []
    assert strays(circle, curve) <= 1.0 + 0.1
    radii = np.hypot(*(curve.sample(64) - 100).T)
    assert np.abs(radii - 80).max() < 1.5


def test_sharp_turns_become_corners_where_they_are():
    square = polygon((0, 0), (100, 0), (100, 100), (0, 100), (0, 3))
    curve = drawn(square)
    assert curve.points[::3].round(6).tolist() == [[0, 0], [100, 0], [100, 100], [0, 100], [0, 3]]
    assert len(corners(curve)) == 3


def test_a_line_that_runs_back_on_itself_has_a_corner_there():
    curve = drawn(polygon((0, 0), (60, 0), (10, 0)))
    assert corners(curve) == [[60, 0]]


def test_a_tight_but_smooth_bend_has_no_corner():
    bend = np.stack([100 + 12 * np.cos(TURN), 100 + 12 * np.sin(TURN)], axis=-1)
    assert corners(drawn(bend, 0.5)) == []


def test_a_waving_hand_draws_no_kinks():
    noise = np.random.default_rng(3).normal(0, 0.3, (400, 2))
    wave = np.stack([60 * TURN, 100 + 60 * np.sin(2 * TURN)], axis=-1) + noise
    curve = drawn(wave, 2.0)
    assert corners(curve) == []
    assert curve.segment_count <= 8
    assert strays(wave, curve) <= 2.1


def test_what_is_settled_never_changes_and_the_line_reaches_the_hand():
    spiral = np.stack([200 + 9 * TURN * np.cos(4 * TURN), 200 + 9 * TURN * np.sin(4 * TURN)], axis=-1)
    hand = Freehand(1.0)
    settled: list[np.ndarray] = []
    for x, y in spiral.tolist():
        hand.add(x, y)
        if (x, y) != tuple(spiral[0]):
            assert hand.curve.end.tolist() == [x, y]
            assert hand.curve.start.tolist() == spiral[0].tolist()
        for before, now in zip(settled, hand._settled, strict=False):
            assert before is now
        settled = list(hand._settled)
    assert len(settled) > 3


def test_thousands_of_points_cost_as_much_each_as_the_first_hundreds(monkeypatch):
    fitted = []
    fit = freehand.fit_cubic
    monkeypatch.setattr(freehand, "fit_cubic", lambda points, **more: fitted.append(len(points)) or fit(points, **more))
    long = np.linspace((0, 0), (3000, 900), 6000) + np.sin(np.linspace(0, 60, 6000))[:, None] * (0, 40)
    curve = drawn(long)
    assert max(fitted) <= 300  # points in any one fit
    assert len(fitted) < len(long)
    assert curve.segment_count < 120
    assert strays(long, curve) < 1.5


def test_a_tap_is_a_dot():
    for points in ([(5, 7)], [(5, 7)] * 9, [(5, 7), (float("nan"), 7)]):
        curve = drawn(points)
        assert curve.segment_count == 1
        assert 0 < curve.length() < 0.1
        assert np.abs(curve.sample() - (5, 7)).max() < 0.1


def test_nothing_is_drawn_before_the_first_point():
    assert Freehand(1.0).curve is None
    with pytest.raises(ValueError, match="above 0"):
        Freehand(0.0)


def test_resting_and_repeated_points_change_nothing():
    wave = np.stack([60 * TURN, 100 + 60 * np.sin(2 * TURN)], axis=-1)
    assert drawn(np.repeat(wave, 3, axis=0)) == drawn(wave)


steps = st.tuples(st.floats(-30, 30), st.floats(-30, 30))


@given(st.lists(steps, min_size=1, max_size=120), st.floats(0.2, 5))
@settings(max_examples=60, deadline=None)
def test_any_scribble_stays_within_the_tolerance_and_ends_where_the_hand_ended(steps_, tolerance):
    points = np.cumsum(np.array(steps_), axis=0)
    hand = Freehand(tolerance)
    for x, y in points.tolist():
        hand.add(x, y)
    curve = hand.curve
    if np.hypot(*(points - points[0]).T).max() > 0.1:
        assert curve.start.tolist() == points[0].tolist()
        assert curve.end.tolist() == points[-1].tolist()
    # A point nearer than half the tolerance to the one before it may be left out; settled ends lie on the cubic.
    assert strays(points, curve) <= 2.6 * tolerance + 0.1
