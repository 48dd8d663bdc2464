"""Nearest points that are left, and pairs of ends that face each other."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry.nearest import RemainingPoints, facing_pairs

coordinates = st.sampled_from([0.0, 1.0, 1.5, 7.0, 1e6]) | st.floats(-100, 100)
plane = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(plane, st.randoms(use_true_random=False))
def test_the_nearest_point_that_is_left(points: list[tuple[float, float]], chance) -> None:
    array = np.array(points, dtype=float)
    tree, left = RemainingPoints(array), set(range(len(points)))
    while left:
        x, y = chance.uniform(-120, 120), chance.uniform(-120, 120)
        found = tree.nearest(x, y)
        distances = {index: math.hypot(points[index][0] - x, points[index][1] - y) for index in left}
        assert found in left
        assert distances[found] == pytest.approx(min(distances.values()))
        left.remove(found)
        tree.remove(found)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(coordinates, coordinates, st.floats(-4, 4)), min_size=1, max_size=30), st.floats(0.01, 50))
def test_all_pairs_within_reach_are_found_where_it_is_not_crowded(ends, reach) -> None:
    points, angles = np.array(ends)[:, :2], np.array(ends)[:, 2]
    found = {
        (one, other)
        for ones, others in facing_pairs(points, angles, reach)
        for one, other in zip(ones.tolist(), others.tolist(), strict=True)
    }
    for one in range(len(ends)):
        for other in range(len(ends)):
            if np.hypot(*(points[one] - points[other])) <= reach:
                assert (one, other) in found


def test_in_a_crowd_those_from_the_opposite_side_are_found() -> None:
    angles = np.linspace(0, math.tau, 1000, endpoint=False)
    pairs = [np.stack(pair, 1) for pair in facing_pairs(np.zeros((1000, 2)), angles, 1.0)]
    found = set(map(tuple, np.concatenate(pairs).tolist()))
    assert len(found) < 100_000
    assert all((one, (one + 500) % 1000) in found for one in range(1000))
