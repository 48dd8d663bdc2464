"""Pairs of ends that face each other."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry.nearest import facing_pairs

coordinates = st.sampled_from([0.0, 1.0, 1.5, 7.0, 1e6]) | st.floats(-100, 100)


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
