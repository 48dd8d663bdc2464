"""Fitting with answers known beforehand."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry import Curve
from taureau.geometry.fit import bernstein, fit_cubic


def test_bernstein_polynomials_at_the_middle() -> None:
    assert bernstein(np.array([0.5])).tolist() == [[0.125, 0.375, 0.375, 0.125]]


def test_points_of_a_cubic_are_met() -> None:
    points = Curve([[0.0, 0.0], [10.0, 30.0], [40.0, 30.0], [60.0, -10.0]]).at(np.linspace(0, 1, 60))
    errors = [fit_cubic(points, rounds=rounds).error for rounds in (0, 4, 40)]
    assert errors[0] > errors[1] > errors[2]
    assert errors[1] < 0.5
    assert errors[2] < 0.2


def test_a_straight_run_stays_straight() -> None:
    fit = fit_cubic(np.linspace([0.0, 0.0], [30.0, 60.0], 20))
    assert fit.points == pytest.approx(np.linspace([0, 0], [30, 60], 4), abs=1e-6)
    assert fit.error < 1e-9


def test_a_quarter_circle_is_met_within_a_five_hundredth_of_its_radius() -> None:
    angle = np.linspace(0, np.pi / 2, 50)
    assert fit_cubic(100 * np.stack([np.cos(angle), np.sin(angle)], axis=1)).error < 0.2


def test_a_corner_is_named_as_the_worst_point() -> None:
    corner = np.concatenate([np.linspace([0.0, 0.0], [40.0, 0.0], 41), np.linspace([40.0, 1.0], [40.0, 40.0], 40)])
    fit = fit_cubic(corner)
    assert fit.error > 3
    assert abs(fit.worst - 40) <= 2


def test_two_points_and_a_dot() -> None:
    assert fit_cubic(np.array([[0.0, 0.0], [3.0, 0.0]])).points == pytest.approx(
        np.array([[0, 0], [1, 0], [2, 0], [3, 0]])
    )
    assert fit_cubic(np.array([[2.0, 2.0], [2.0, 2.0]])).points.tolist() == [[2.0, 2.0]] * 4
