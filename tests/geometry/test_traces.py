"""Many strokes asked at once what lies where, against one stroke at a time."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry import Box, Curve, Traces, distance

LINE = Curve.line((10, 10), (30, 10))
DOT = Curve.line((50, 50), (50, 50))
ARC = Curve([(0, 100), (0, 60), (100, 60), (100, 100)])


def test_near_agrees_with_the_distance_to_each():
    random = np.random.default_rng(3)
    curves = [Curve(random.uniform(0, 100, (7, 2))) for _ in range(30)]
    widths = random.uniform(0.5, 9, 30)
    traces = Traces(curves, widths)
    for x, y in random.uniform(0, 100, (20, 2)):
        alone = [i for i, c in enumerate(curves) if distance(c, (x, y)) <= widths[i] / 2 + 3]
        assert traces.near(x, y, 3) == alone


@pytest.mark.parametrize(
    ("box", "touched"),
    [
        (Box(0, 0, 100, 100), [0, 1, 2]),
        (Box(15, 5, 20, 15), [0]),  # crossed from side to side
        (Box(15, 11.5, 20, 13), [0]),  # only its ink
        (Box(15, 12.5, 20, 13), []),
        (Box(31, 0, 31.5, 20), [0]),  # beyond its end, its cap
        (Box(32.5, 0, 33, 20), []),
        (Box(49, 49, 51, 51), [1]),
        (Box(50, 50, 50, 50), [1]),
        (Box(40, 74, 60, 90), []),  # under the arc
        (Box(40, 68, 60, 90), [2]),
    ],
)
def test_touching(box, touched):
    assert Traces([LINE, DOT, ARC], [4, 4, 4]).touching(box) == touched


def test_of_no_strokes_none_is_near():
    assert Traces([], []).near(0, 0, 100) == []
    assert Traces([], []).touching(Box(0, 0, 9, 9)) == []
