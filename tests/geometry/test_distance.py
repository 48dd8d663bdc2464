"""Distances from points to curves, against what is known exactly."""

from __future__ import annotations

import pytest
from taureau.geometry import Curve, distance


@pytest.mark.parametrize(("point", "away"), [((50, 7), 7.0), ((-3, 4), 5.0), ((103, -4), 5.0), ((20, 0), 0.0)])
def test_beside_and_beyond_a_line(point, away):
    assert distance(Curve.line((0, 0), (100, 0)), point) == pytest.approx(away)


def test_inside_a_bow():
    k = 4 / 3 * (2**0.5 - 1)  # a quarter circle, to within 0.03 % of its radius
    bow = Curve([(10, 0), (10, 10 * k), (10 * k, 10), (0, 10)])
    assert distance(bow, (0, 0)) == pytest.approx(10, abs=0.02)
    assert distance(bow, (20, 20)) == pytest.approx(800**0.5 - 10, abs=0.02)


def test_the_nearest_of_several_segments_counts():
    bend = Curve.from_segments([Curve.line((0, 0), (9, 0)).points, Curve.line((9, 0), (9, 30)).points])
    assert distance(bend, (12, 25)) == pytest.approx(3)


def test_a_curve_that_is_a_point():
    assert distance(Curve([(1, 1)] * 4), (4, 5)) == pytest.approx(5)
