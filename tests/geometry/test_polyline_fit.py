"""Closed curves beside the polylines they were fitted to."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry.polyline_fit import closed_curve


def circle(count: int = 300) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return 100 + 60 * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def square() -> np.ndarray:
    side = np.linspace(0, 80, 80, endpoint=False)
    zero = np.zeros(80)
    corners = [(side, zero), (zero + 80, side), (80 - side, zero + 80), (zero, 80 - side)]
    return np.concatenate([np.stack(pair, axis=1) for pair in corners])


@pytest.mark.parametrize("line", [circle(), square(), circle() * (1, 0.3)], ids=["circle", "square", "ellipse"])
def test_curve_is_closed_and_stays_near_the_line(line) -> None:
    curve = closed_curve(line, 0.5)
    assert np.allclose(curve.start, curve.end)
    samples = curve.sample(200)
    gaps = np.hypot(*(samples[:, None] - line[None]).transpose(2, 0, 1))
    assert gaps.min(1).max() < 1.2  # the curve lies along the line: points of the line are up to 1.3 px apart
    assert gaps.min(0).max() < 1.2  # and leaves nothing of it out


def test_circle_takes_few_cubics_and_has_no_corner() -> None:
    curve = closed_curve(circle(), 0.5)
    assert curve.segment_count <= 8
    into = np.concatenate(
        [curve.segments[-1:, 3] - curve.segments[-1:, 2], curve.segments[:-1, 3] - curve.segments[:-1, 2]]
    )
    out = curve.segments[:, 1] - curve.segments[:, 0]
    cosine = (into * out).sum(1) / np.hypot(*into.T) / np.hypot(*out.T)
    assert cosine.min() > 0.999


def test_corners_of_a_square_stay_sharp() -> None:
    curve = closed_curve(square(), 0.5)
    joints = curve.points[::3]
    for corner in ((0, 0), (80, 0), (80, 80), (0, 80)):
        assert np.hypot(*(joints - corner).T).min() < 1.5


def test_lines_without_length_and_tolerances_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        closed_curve(np.ones((5, 2)), 1.0)
    with pytest.raises(ValueError, match="above 0"):
        closed_curve(circle(), 0.0)
