"""The exact box around a curve."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.geometry import Affine, Box, Curve, bounds, bounds_of

coordinates = st.floats(-1e4, 1e4, allow_subnormal=False)


def test_an_arch_reaches_three_quarters_of_its_handles() -> None:
    assert bounds(Curve([[0, 0], [0, 4], [8, 4], [8, 0]])) == Box(0, 0, 8, 3)


def test_a_loop_reaches_beyond_its_ends_on_both_sides() -> None:
    box = bounds(Curve([[0, 0], [6, 2], [-4, 2], [2, 0]]))
    u = np.linspace(0, 1, 200_001)
    x = 18 * (1 - u) ** 2 * u - 12 * (1 - u) * u**2 + 2 * u**3
    assert box.left == pytest.approx(min(0, x.min()), abs=1e-9)
    assert box.right == pytest.approx(x.max(), abs=1e-9)
    assert (box.top, box.bottom) == (0, 1.5)


def test_a_line_ends_at_its_ends() -> None:
    assert bounds(Curve.line([3, 9], [1, 2])) == Box(1, 2, 3, 9)


def test_a_point_has_a_box_of_no_size() -> None:
    assert bounds(Curve(np.full((4, 2), 5.0))) == Box(5, 5, 5, 5)


def test_a_chain_is_as_large_as_its_segments_together() -> None:
    chain = Curve([[0, 0], [0, 4], [8, 4], [8, 0], [8, -4], [16, -4], [16, 0]])
    assert bounds(chain) == Box(0, -3, 16, 3)


def test_many_curves_share_one_box() -> None:
    assert bounds_of([Curve.line([0, 0], [1, 5]), Curve.line([-2, 3], [0, 4])]) == Box(-2, 0, 1, 5)
    assert bounds_of([]) is None


def test_boxes() -> None:
    box = Box(1, 2, 5, 10)
    assert (box.width, box.height, box.center) == (4, 8, (3, 6))
    assert box.grown(1) == Box(0, 1, 6, 11)
    assert box.union(Box(0, 3, 2, 12)) == Box(0, 2, 5, 12)
    assert box.overlaps(Box(5, 10, 6, 11))
    assert not box.overlaps(Box(5.1, 2, 6, 10))
    assert not box.overlaps(Box(1, 10.1, 5, 11))
    assert box.contains(1, 10)
    assert not box.contains(0.9, 10)


@given(st.lists(coordinates, min_size=14, max_size=14))
def test_the_box_holds_the_curve_and_touches_it(numbers: list[float]) -> None:
    curve = Curve(np.reshape(numbers, (7, 2)))
    box = bounds(curve)
    samples = curve.sample(400)
    low, high = samples.min(axis=0), samples.max(axis=0)
    assert np.all(low >= [box.left - 1e-8, box.top - 1e-8])
    assert np.all(high <= [box.right + 1e-8, box.bottom + 1e-8])
    # A parabola sampled 400 times misses its peak by at most size · (1 / 400)².
    size = np.ptp(curve.points, axis=0).max() * 1e-4 + 1e-8
    assert np.all(low <= np.array([box.left, box.top]) + size)
    assert np.all(high >= np.array([box.right, box.bottom]) - size)


@given(st.lists(coordinates, min_size=8, max_size=8), coordinates, coordinates)
def test_the_box_moves_with_the_curve(numbers: list[float], x: float, y: float) -> None:
    curve = Curve(np.reshape(numbers, (4, 2)))
    box, moved = bounds(curve), bounds(Affine.translate(x, y).curve(curve))
    expected = (box.left + x, box.top + y, box.right + x, box.bottom + y)
    assert (moved.left, moved.top, moved.right, moved.bottom) == pytest.approx(expected, abs=1e-7)
