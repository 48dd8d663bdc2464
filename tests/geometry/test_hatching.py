"""Hatching: lines within a shape, around its holes, and not where others lie in front."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry.hatching import hatch_lines


def square(left: float, top: float, side: float, *, hole: bool = False) -> np.ndarray:
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=float) * side + (left, top)
    return corners[::-1] if hole else corners


def with_hole(outer: np.ndarray, hole: np.ndarray) -> np.ndarray:
    return np.concatenate([outer, outer[:1], hole, hole[:1], outer[:1]])


def inked(lines: list[np.ndarray], spacing: float) -> float:
    return spacing * sum(math.dist(*line) for line in lines)


@pytest.mark.parametrize("degrees", [0, 30, 45, 90, 137])
def test_lines_cover_a_shape_but_not_its_hole(degrees: float) -> None:
    ring = with_hole(square(0, 0, 100), square(30, 20, 40, hole=True))
    lines = hatch_lines(ring, 0.5, degrees)
    assert inked(lines, 0.5) == pytest.approx(100**2 - 40**2, rel=0.01)
    ends = np.concatenate(lines)
    inner = np.abs(ends - (50, 40)).max(axis=1)
    on_edge = np.isclose(np.abs(ends - 50).max(axis=1), 50) | np.isclose(inner, 20)
    assert on_edge.all()  # each line ends at an outline
    middles = np.array([line.mean(axis=0) for line in lines])
    assert (np.abs(middles - (50, 40)).max(axis=1) > 20 - 1e-6).all()


def test_a_hole_that_turns_the_same_way_is_none() -> None:
    ring = with_hole(square(0, 0, 100), square(30, 20, 40))
    assert inked(hatch_lines(ring, 0.5, 10), 0.5) == pytest.approx(100**2, rel=0.01)


@settings(max_examples=40, deadline=None)
@given(
    st.tuples(st.floats(-60, 160), st.floats(-60, 160), st.floats(1, 120)),
    st.tuples(st.floats(-60, 160), st.floats(-60, 160), st.floats(1, 120)),
    st.floats(0, 180),
)
def test_what_lies_in_front_is_left_out(first, second, degrees) -> None:
    shape, fronts = square(0, 0, 100), [square(*first), square(*second, hole=True)]
    everything = hatch_lines(shape, 2.0, degrees)
    lines = hatch_lines(shape, 2.0, degrees, in_front=fronts, shortest=1e-6)
    points = np.array([line[0] + share * (line[1] - line[0]) for line in everything for share in np.linspace(0, 1, 41)])
    hidden = np.zeros(len(points), dtype=bool)
    near_an_edge = np.zeros(len(points), dtype=bool)
    for left, top, side in (first, second):
        depth = side / 2 - np.abs(points - (left + side / 2, top + side / 2)).max(axis=1)
        hidden |= depth > 0
        near_an_edge |= np.abs(depth) < 1e-6
    drawn = np.zeros(len(points), dtype=bool)
    for start, end in lines:
        way = end - start
        share = ((points - start) @ way) / (way @ way)
        drawn |= (np.hypot(*(start + share[:, None] * way - points).T) < 1e-6) & (share > -1e-9) & (share < 1 + 1e-9)
    assert (drawn == ~hidden)[~near_an_edge].all()


def test_neighbours_share_their_lines_and_every_other_runs_back() -> None:
    left, right = (hatch_lines(square(x, 0, 50), 7.0, 0) for x in (0, 50))
    assert [line[0, 1] for line in left] == [line[0, 1] for line in right]
    assert [bool(line[0, 0] < line[1, 0]) for line in left[:3]] == [True, False, True]


def test_short_parts_are_left_out() -> None:
    assert hatch_lines(square(0, 0, 3), 1.0, 0, shortest=4.0) == []


@pytest.mark.parametrize("spacing", [0.0, -1.0, math.nan, 1e-9, 1e-3])
def test_a_spacing_that_makes_no_sense_is_refused(spacing: float) -> None:
    with pytest.raises(ValueError, match=r"more than 0 apart|larger spacing"):
        hatch_lines(square(0, 0, 100), spacing, 45)
