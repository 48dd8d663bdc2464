"""One line through many curves: it is smooth, covers them all, and stays on the sheet."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from taureau.geometry import Box, Curve
from taureau.geometry.one_line import lines_through

PEN = 2.0
SHEET = Box(1, 1, 299, 199)
coordinates = st.tuples(st.floats(10, 290), st.floats(10, 190))
curves = st.lists(coordinates, min_size=4, max_size=4).map(Curve)
drawings = st.lists(curves, min_size=1, max_size=5)
flows = st.sampled_from([0.0, 0.3, 1.0])

CIRCLE = Curve(
    [
        *[(150, 60), (172, 60), (190, 78), (190, 100), (190, 122), (172, 140), (150, 140)],
        *[(128, 140), (110, 122), (110, 100), (110, 78), (128, 60), (150, 60)],
    ]
)


def heading(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The unit direction in which a cubic [4, 2] sets out: toward its first point that is elsewhere."""
    legs = points[1:] - points[0]
    leg = legs[np.linalg.norm(legs, axis=1) > 1e-9][0]
    return leg / np.linalg.norm(leg)


def kinks(line: Curve) -> NDArray[np.float64]:
    """By how much the line turns at each joint, radians."""
    pairs = itertools.pairwise(line.segments)
    return np.array([np.arccos(np.clip(-heading(one[::-1]) @ heading(other), -1, 1)) for one, other in pairs])


def farthest(curve: Curve, line: Curve) -> float:
    """How far the curve's farthest point is from the line, px."""
    dense, legs = line.sample(48), np.diff(line.sample(48), axis=0)
    away = curve.sample(24)[:, None] - dense[:-1]
    along = ((away * legs).sum(-1) / np.maximum((legs**2).sum(-1), 1e-12)).clip(0, 1)
    return float(np.linalg.norm(away - along[..., None] * legs, axis=-1).min(1).max())


@settings(max_examples=10)
@given(drawings, flows)
def test_it_is_one_smooth_line(strokes: list[Curve], flow: float) -> None:
    (line,) = lines_through(strokes, pen=PEN, flow=flow, sheet=SHEET)
    assert kinks(line).max(initial=0) < np.radians(3)


@settings(max_examples=10)
@given(drawings)
def test_the_faithful_line_covers_every_stroke(strokes: list[Curve]) -> None:
    (line,) = lines_through(strokes, pen=PEN, flow=0.0, sheet=SHEET)
    assert max(farthest(stroke, line) for stroke in strokes) < 1.5 * PEN


@settings(max_examples=6)
@given(drawings, flows, st.integers(1, 9))
def test_no_more_lines_than_asked_for(strokes: list[Curve], flow: float, lines: int) -> None:
    found = lines_through(strokes, pen=PEN, flow=flow, lines=lines)
    assert 1 <= len(found) <= lines
    assert sum(line.length() for line in found) >= 0.3 * sum(stroke.length() for stroke in strokes)


@pytest.mark.parametrize("flow", [0.0, 1.0])
def test_bridges_stay_on_the_sheet(flow: float) -> None:
    edge = [Curve.line((20, y), (4, y)) for y in (40, 60, 90, 130)]  # all run towards the left edge
    (line,) = lines_through(edge, pen=PEN, flow=flow, sheet=SHEET)
    assert line.sample(48).min() >= SHEET.left - 0.5


def test_a_bridge_follows_the_contour() -> None:
    left, right = Curve.line((60, 150), (100, 100)), Curve.line((200, 100), (240, 150))
    arch = np.array([(150 - 48 * np.cos(t), 100 - 60 * np.sin(t)) for t in np.linspace(0.05, np.pi - 0.05, 60)])
    (straight,) = lines_through([left, right], pen=PEN, flow=0.0)
    (along,) = lines_through([left, right], pen=PEN, flow=0.0, contours=[arch])
    assert straight.sample().min(0)[1] > 75
    gaps = np.linalg.norm(arch[8:-8, None] - along.sample(48), axis=-1).min(1)
    assert gaps.max() < PEN


def test_a_closed_stroke_is_drawn_whole() -> None:
    (line,) = lines_through([CIRCLE, Curve.line((191, 100), (260, 100))], pen=PEN, flow=0.0)
    assert farthest(CIRCLE, line) < 1.5 * PEN
    assert line.length() < CIRCLE.length() + 69 + 40  # the circle is not drawn twice


def test_strokes_that_continue_each_other_are_joined_without_a_jog() -> None:
    first, second = Curve.line((20, 100), (140, 100)), Curve.line((142, 101.5), (280, 101.5))
    (line,) = lines_through([first, second], pen=PEN, flow=0.0)
    assert line.length() == pytest.approx(260, abs=2)
    steps = np.diff(line.sample(64), axis=0)
    turns = np.arctan2(steps[:, 1], steps[:, 0])
    assert np.abs(turns).max() < np.radians(40)


def test_a_dot_and_equal_strokes_are_joined_too() -> None:
    dot, stroke = Curve.line((50, 50), (50, 50)), Curve.line((100, 100), (200, 100))
    (line,) = lines_through([dot, stroke, stroke], pen=PEN, flow=0.5)
    assert np.isfinite(line.points).all()
    assert farthest(dot, line) < PEN


def test_the_same_strokes_give_the_same_bytes() -> None:
    dice = np.random.default_rng(3)
    strokes = [Curve(dice.uniform(10, 190, (4, 2))) for _ in range(5)]
    one, other = (lines_through(strokes, pen=PEN, flow=0.5)[0].points.tobytes() for _ in range(2))
    assert one == other


def test_a_checkpoint_ends_it() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lines_through([CIRCLE, Curve.line((0, 0), (5, 5))], pen=PEN, flow=0.5, checkpoint=stop)
