"""What a round eraser leaves of a curve, compared with looking at every point of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry import Curve
from taureau.geometry.erasing import between, remains

from tests.document.strategies import curves

LINE = Curve.line([0, 0], [100, 0])
WAVE = Curve([(0, 0), (0, 40), (50, 40), (50, 0), (50, -40), (100, -40), (100, 0)])
LOOP = Curve([(0, 0), (10, -10), (30, -10), (40, 0), (50, 10), (40, 30), (20, 30), (0, 30), (-10, 10), (0, 0)])
near = st.floats(-100, 100)


def gaps(points: np.ndarray, path: np.ndarray) -> np.ndarray:
    """From each point to the polyline, one leg after the other."""
    best = np.hypot(*(points - path[0]).T)
    for a, b in pairwise(path):
        along = np.clip((points - a) @ (b - a) / max((b - a) @ (b - a), 1e-12), 0, 1)
        best = np.minimum(best, np.hypot(*(points - a - along[:, None] * (b - a)).T))
    return best


def test_a_hole_in_a_straight_line_is_as_wide_as_the_eraser():
    left, right = remains(LINE, [(50, -30), (50, 30)], 8)
    np.testing.assert_allclose(left.points, Curve.line([0, 0], [42, 0]).points, atol=1e-9)
    np.testing.assert_allclose(right.points, Curve.line([58, 0], [100, 0]).points, atol=1e-9)


def test_a_tap_beside_the_line_takes_a_chord_of_the_disc():
    left, right = remains(LINE, [(50, 3)], 5)
    assert left.end.tolist() == pytest.approx([46, 0])
    assert right.start.tolist() == pytest.approx([54, 0])


def test_a_curve_that_was_not_touched_is_the_same_object():
    assert remains(WAVE, [(0, 100), (100, 100)], 20) == (WAVE,)
    for path in ([(0, 100), (100, 100)], [(50, 30)], []):
        (same,) = remains(WAVE, path, 5)
        assert same is WAVE


def test_nothing_remains_where_the_eraser_went_along():
    assert remains(WAVE, WAVE.sample(64), 2) == ()


def test_ends_are_shortened_and_crumbs_dropped():
    (middle,) = remains(LINE, [(0, 0), (0, 5), (100, 60), (100, 0)], 8)
    assert middle.start.tolist() == pytest.approx([8, 0])
    assert middle.end[0] < 92 + 1e-9
    path = [(40, -9), (40, 20), (61, 20), (61, -9)]  # leaves one px between two holes of 20
    assert [part.start[0].round(6) for part in remains(LINE, path, 10, crumb=1.5)] == [0, 71]
    assert [part.start[0].round(6) for part in remains(LINE, path, 10, crumb=0.5)] == [0, 50, 71]


def test_a_closed_curve_that_is_cut_once_is_one_open_line():
    (rest,) = remains(LOOP, [(40, 0)], 5)
    assert rest.segment_count == 3
    assert np.hypot(*(rest.start - (40, 0))) == pytest.approx(5)
    assert np.hypot(*(rest.end - (40, 0))) == pytest.approx(5)
    assert (rest.points == LOOP.start).all(axis=1).any()
    two = remains(LOOP, [(0, 0)], 5)
    assert len(two) == 1
    assert np.hypot(*(two[0].start - (0, 0))) == pytest.approx(5)


def test_parts_of_a_chain_keep_its_joints_and_control_points():
    (rest,) = remains(WAVE, [(2, 8)], 10)
    assert rest.segment_count == 2
    assert rest.points[3:].tolist() == WAVE.points[3:].tolist()


@given(curves(near), st.floats(0, 1), st.floats(0, 1))
def test_a_part_runs_along_the_whole(curve, one, other):
    first, last = sorted((one * curve.segment_count, other * curve.segment_count))
    if last - first < 1e-6:
        return
    part = between(curve, first, last)
    assert part.segment_count == np.ceil(last) - np.floor(first)
    stops = np.unique([first, *range(int(first) + 1, int(np.ceil(last))), last])
    there = np.concatenate([np.linspace(a, b, 9) for a, b in pairwise(stops)])
    here = np.concatenate([np.linspace(k, k + 1, 9) for k in range(part.segment_count)])
    here[-1] = part.segment_count
    np.testing.assert_allclose(part.at(here)[1:-1], curve.at(there)[1:-1], atol=1e-6)


@given(curves(near), st.lists(st.tuples(near, near), min_size=1, max_size=5), st.floats(0.5, 30))
@settings(max_examples=80, deadline=None)
def test_what_remains_is_all_that_lies_outside(curve, path, radius):
    line = np.array(path, dtype=float)
    parts = remains(curve, line, radius, crumb=0.0)
    for part in parts:
        if part is not curve:
            assert gaps(part.sample(64), line).min() > radius - 0.02
    samples = curve.at(np.linspace(0, curve.segment_count, 600))
    outside = samples[gaps(samples, line) > radius + 0.02]
    if len(outside):
        dense = np.concatenate([part.sample(512) for part in parts])
        assert gaps_to_points(outside, dense).max() < 2.0
    if parts and len(parts) > 1:
        ends = np.array([end for part in parts for end in (part.start, part.end)])
        cuts = ends[1:-1]
        np.testing.assert_allclose(gaps(cuts, line), radius, atol=1e-6)


def gaps_to_points(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.array([np.hypot(*(others - point).T).min() for point in points])
