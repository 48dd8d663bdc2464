"""The nearest neighbours of all points, beside those that a search through all pairs finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry.neighbours import MAX_NEIGHBOURS, nearest_neighbours

coordinates = st.sampled_from([0.0, 1.0, 1.5, 7.0, 1e6]) | st.floats(-100, 100)


def check(points: np.ndarray, count: int) -> None:
    found = nearest_neighbours(points, count)
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    expected = np.sort(apart, axis=1)[:, :count]
    assert found.shape == (len(points), min(count, len(points) - 1))
    assert np.array_equal(np.take_along_axis(apart, found, axis=1), expected[:, : found.shape[1]])
    assert all(len(set(row)) == len(row) for row in found.tolist())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=60), st.integers(1, MAX_NEIGHBOURS - 1))
def test_few_points_wherever_they_are(points: list[tuple[float, float]], count: int) -> None:
    check(np.array(points), count)


@pytest.mark.parametrize("kind", ["even", "crowded", "piled", "on a grid"])
def test_many_points(kind: str) -> None:
    points = np.random.default_rng(3).random((1500, 2)) * 500
    if kind == "crowded":
        points[:1000] *= 1e-4
    elif kind == "piled":
        points[:700] = 3.0
    elif kind == "on a grid":
        points = np.round(points / 30)
    check(points, 8)


def test_there_can_be_neither_none_nor_too_many() -> None:
    for count in (0, MAX_NEIGHBOURS):
        with pytest.raises(ValueError, match="there can be from 1 to"):
            nearest_neighbours(np.zeros((3, 2)), count)
