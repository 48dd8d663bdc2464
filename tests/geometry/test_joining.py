"""Curves that continue each other, and curves that do not."""

from __future__ import annotations

import math

import numpy as np
import pytest
from taureau.geometry import Curve
from taureau.geometry.joining import joined

LINE = Curve.line((0, 0), (30, 0))
ASKED = {"gap": 3.0, "turn": math.radians(40), "tolerance": 1.0}


def test_a_straight_line_goes_on_as_one_segment() -> None:
    whole = joined(LINE, Curve.line((31, 0), (60, 0)), **ASKED)
    assert whole is not None
    assert whole.segment_count == 1
    assert whole.start.tolist() == [0, 0]
    assert whole.end.tolist() == [60, 0]
    assert np.abs(whole.sample(20)[:, 1]).max() < 1e-9


def test_what_one_cubic_cannot_follow_becomes_a_smooth_chain() -> None:
    bow = Curve([[31, 0.4], [45, 0.4], [60, 25], [31, 40]])
    whole = joined(LINE, bow, gap=3.0, turn=math.radians(40), tolerance=1.0)
    assert whole is not None
    assert whole.segment_count == 2
    before, joint, after = whole.points[2:5]
    assert joint == pytest.approx([30.5, 0.2])
    one, other = joint - before, after - joint
    assert one @ other == pytest.approx(np.hypot(*one) * np.hypot(*other))  # the handles lie in one line
    apart = np.hypot(*(whole.sample(64)[:, None] - bow.sample(400)[None]).transpose(2, 0, 1)).min(1)
    assert apart[64:].max() <= 1.0


@pytest.mark.parametrize(
    "second",
    [
        Curve.line((34, 0), (60, 0)),  # too far
        Curve.line((31, 0), (31, 40)),  # turns by 90°
        Curve.line((30, 2.5), (60, 2.5)),  # beside, not behind
        Curve.line((28, 0), (60, 0)),  # the pen would go back by more than the tolerance
    ],
)
def test_others_stay_two(second: Curve) -> None:
    assert joined(LINE, second, **ASKED) is None


def test_nothing_may_move_further_than_the_tolerance() -> None:
    second = Curve.line((31, 1.9), (60, 8))
    assert joined(LINE, second, gap=4.0, turn=math.radians(40), tolerance=0.2) is None


def test_dots_are_not_refused_with_an_error() -> None:
    dot = Curve([[30, 0]] * 4)
    whole = joined(LINE, dot, **ASKED)
    assert whole is None or np.isfinite(whole.points).all()
