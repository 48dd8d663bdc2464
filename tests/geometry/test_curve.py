"""Curves: what they are made of, and where they run."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.geometry import Curve

ARCH = Curve([[0, 0], [0, 4], [8, 4], [8, 0]])
CHAIN = Curve([[0, 0], [0, 4], [8, 4], [8, 0], [8, -4], [16, -4], [16, 0]])


@pytest.mark.parametrize("count", [0, 1, 3, 5, 6, 8])
def test_a_curve_has_three_points_for_each_segment_and_one_more(count: int) -> None:
    with pytest.raises(ValueError, match=r"3S \+ 1"):
        Curve(np.zeros((count, 2)))


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_control_points_are_finite(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        Curve([[0, 0], [1, 1], [2, bad], [3, 3]])


def test_a_curve_cannot_be_changed() -> None:
    source = np.zeros((4, 2))
    curve = Curve(source)
    source[0] = 7
    assert curve.start.tolist() == [0, 0]
    with pytest.raises(ValueError, match="read-only"):
        curve.points[0, 0] = 1


def test_equal_curves_are_one_in_a_set() -> None:
    assert {ARCH, Curve(ARCH.points)} == {ARCH}
    assert ARCH.reversed() != ARCH
    assert ARCH != "ARCH"


def test_segments_share_their_joint() -> None:
    assert CHAIN.segment_count == 2
    assert CHAIN.segments.tolist() == [[[0, 0], [0, 4], [8, 4], [8, 0]], [[8, 0], [8, -4], [16, -4], [16, 0]]]
    assert Curve.from_segments(CHAIN.segments) == CHAIN


def test_points_at_parameters() -> None:
    assert ARCH.at([0, 0.5, 1]).tolist() == [[0, 0], [4, 3], [8, 0]]
    assert CHAIN.at([0.5, 1, 1.5, 2]).tolist() == [[4, 3], [8, 0], [12, -3], [16, 0]]
    assert ARCH.at(0.25).tolist() == [[1.25, 2.25]]


def test_sampling_steps_evenly_through_every_segment() -> None:
    assert CHAIN.sample(2).tolist() == [[0, 0], [4, 3], [8, 0], [12, -3], [16, 0]]


def test_length_of_a_line_and_of_a_quarter_circle() -> None:
    assert Curve.line([0, 0], [3, 4]).length() == pytest.approx(5)
    kappa = 0.5522847498307936
    quarter = Curve([[1, 0], [1, kappa], [kappa, 1], [0, 1]])
    assert quarter.length() == pytest.approx(np.pi / 2, rel=3e-4)
    assert Curve(np.ones((4, 2))).length() == 0


def test_reversed_runs_the_other_way() -> None:
    assert CHAIN.reversed().points.tolist() == CHAIN.points.tolist()[::-1]
    assert CHAIN.reversed().at(0.5).tolist() == [[12, -3]]


def test_split_inside_a_segment() -> None:
    left, right = ARCH.split(0.5)
    assert left == Curve([[0, 0], [0, 2], [2, 3], [4, 3]])
    assert right == Curve([[4, 3], [6, 3], [8, 2], [8, 0]])


def test_split_keeps_the_segments_it_does_not_touch() -> None:
    left, right = CHAIN.split(1.5)
    assert left == Curve([[0, 0], [0, 4], [8, 4], [8, 0], [8, -2], [10, -3], [12, -3]])
    assert right == Curve([[12, -3], [14, -3], [16, -2], [16, 0]])
    left, right = CHAIN.split(0.5)
    assert (left.segment_count, right.segment_count) == (1, 2)
    assert right.points[-3:].tolist() == CHAIN.points[-3:].tolist()


def test_split_at_a_joint_copies_the_halves() -> None:
    left, right = CHAIN.split(1)
    assert left == ARCH
    assert right == Curve([[8, 0], [8, -4], [16, -4], [16, 0]])


@pytest.mark.parametrize("t", [0, 2, -0.5, 2.5, float("nan")])
def test_an_end_cannot_be_split_off(t: float) -> None:
    with pytest.raises(ValueError, match="cannot be split"):
        CHAIN.split(t)


@given(
    st.lists(st.floats(-1e3, 1e3), min_size=14, max_size=14),
    st.floats(0.001, 1.999),
    st.floats(0, 1),
)
def test_both_parts_lie_on_the_whole(numbers: list[float], t: float, s: float) -> None:
    curve = Curve(np.reshape(numbers, (7, 2)))
    left, right = curve.split(t)
    whole, part = int(t), t - int(t)
    if part == 0:
        part, whole = 1, whole - 1
    np.testing.assert_allclose(left.at(whole + s), curve.at(whole + s * part), atol=1e-9)
    if t % 1:
        np.testing.assert_allclose(right.at(s), curve.at(min(t + s * (1 - part), whole + 1)), atol=1e-9)
    assert np.array_equal(left.end, right.start)
