"""Nodes and handles under the hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from taureau.geometry import Curve, nodes

from tests.document.strategies import curves

WAVE = Curve([(0, 0), (0, 10), (10, 20), (20, 20), (24, 20), (40, 10), (40, 0)])  # smooth in the middle
HOOK = Curve([(0, 0), (5, 0), (10, 5), (10, 10), (14, 12), (20, 12), (30, 10)])  # with a corner
LOOP = Curve([(0, 0), (10, -10), (30, -10), (40, 0), (50, 10), (40, 30), (20, 30), (0, 30), (-10, 10), (0, 0)])

near = st.floats(-500, 500)


def test_a_closed_curve_has_one_node_where_it_meets_itself():
    assert [nodes.node_count(curve) for curve in (WAVE, LOOP, Curve.line([0, 0], [9, 0]))] == [3, 3, 2]
    assert [nodes.is_closed(curve) for curve in (WAVE, LOOP, Curve([(1, 1)] * 4))] == [False, True, False]


def test_smooth_and_corner_are_read_from_the_handles():
    assert [nodes.is_smooth(WAVE, node) for node in range(3)] == [False, True, False]
    assert not nodes.is_smooth(HOOK, 1)
    assert nodes.is_smooth(LOOP, 0)
    assert nodes.is_smooth(LOOP, 1)
    assert not nodes.is_smooth(Curve([(0, 0), (0, 0), (5, 0), (5, 0), (5, 0), (9, 0), (9, 0)]), 1)
    with pytest.raises(IndexError, match="no node 3"):
        nodes.is_smooth(WAVE, 3)


@given(curves(near), st.integers(0, 3), near, near)
def test_a_moved_node_takes_its_handles_along(curve, node, x, y):
    assume(node <= curve.segment_count and not nodes.is_closed(curve))
    moved = nodes.node_moved(curve, node, (x, y))
    shift = np.array([x, y]) - curve.points[3 * node]
    for index, (point, before) in enumerate(zip(moved.points, curve.points, strict=True)):
        np.testing.assert_allclose(point, before + shift * (abs(index - 3 * node) <= 1), atol=1e-9)


def test_a_closed_curve_stays_closed():
    moved = nodes.node_moved(LOOP, 0, (5, 5))
    assert nodes.is_closed(moved)
    assert moved.points[[0, 1, -2, -1]].tolist() == [[5, 5], [15, -5], [-5, 15], [5, 5]]
    assert moved.points[2:-2].tolist() == LOOP.points[2:-2].tolist()


@given(near, near)
def test_the_other_handle_of_a_smooth_node_turns_and_keeps_its_length(x, y):
    assume(math.hypot(x - 20, y - 20) > 1e-3)
    moved = nodes.handle_moved(WAVE, 4, (x, y))
    assert moved.points[4].tolist() == [x, y]
    assert math.dist(moved.points[2], moved.points[3]) == pytest.approx(10)
    assert nodes.is_smooth(moved, 1)
    unmoved = [0, 1, 3, 5, 6]
    assert moved.points[unmoved].tolist() == WAVE.points[unmoved].tolist()


def test_a_corner_and_an_end_turn_by_themselves():
    assert nodes.handle_moved(HOOK, 4, (0, 0)).points[2].tolist() == HOOK.points[2].tolist()
    assert nodes.handle_moved(WAVE, 2, (0, 0), smooth=False).points[4].tolist() == WAVE.points[4].tolist()
    assert nodes.is_smooth(nodes.handle_moved(HOOK, 4, (10, 20), smooth=True), 1)
    assert nodes.handle_moved(WAVE, 1, (3, 3)).points[1].tolist() == [3, 3]
    turned = nodes.handle_moved(LOOP, 1, (10, 0))
    assert turned.points[-2].tolist() == pytest.approx([-math.hypot(10, 10), 0])
    with pytest.raises(ValueError, match="is a node"):
        nodes.handle_moved(WAVE, 3, (0, 0))


def test_a_handle_drawn_into_its_node_leaves_the_other_where_it_is():
    assert nodes.handle_moved(WAVE, 4, (20, 20)).points[2].tolist() == [10, 20]


@given(curves(near), st.integers(0, 3))
def test_made_smooth_it_is_smooth_and_made_a_corner_it_is_none(curve, node):
    assume(node <= curve.segment_count)
    inner = 0 < node < curve.segment_count
    chords = np.hypot(*np.diff(curve.points[::3], axis=0).T)
    assume(chords.min() > 1e-3)
    smooth = nodes.made_smooth(curve, node)
    assert nodes.is_smooth(smooth, node) == (inner or nodes.is_closed(curve))
    assert smooth.points[::3].tolist() == curve.points[::3].tolist()
    corner = nodes.made_corner(curve, node)
    assert not nodes.is_smooth(corner, node)
    assert corner.points[::3].tolist() == curve.points[::3].tolist()


def test_made_smooth_keeps_the_lengths_of_its_handles():
    smooth = nodes.made_smooth(HOOK, 1)
    for handle in (2, 4):
        assert math.dist(smooth.points[handle], smooth.points[3]) == pytest.approx(
            math.dist(HOOK.points[handle], HOOK.points[3])
        )


def test_a_straight_node_made_a_corner_lets_its_handles_be_pulled_out_by_themselves():
    straight = Curve([(0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0)])
    corner = nodes.made_corner(straight, 1)
    assert corner.points[2].tolist() == corner.points[4].tolist() == [3, 0]
    assert nodes.handle_moved(corner, 4, (4, 4)).points[2].tolist() == [3, 0]


@given(curves(near), st.floats(0, 1))
def test_an_added_node_changes_nothing_of_the_line(curve, share):
    t = share * curve.segment_count
    more = nodes.node_added(curve, t)
    if t == int(t):
        assert more is curve
        return
    assert more.segment_count == curve.segment_count + 1
    index, u = int(t), t - int(t)
    np.testing.assert_allclose(more.points[3 * index + 3], curve.at(t)[0], atol=1e-9)
    for there, here in ((index + 0.5, index + u / 2), (index + 1.5, index + (1 + u) / 2)):
        np.testing.assert_allclose(more.at(there), curve.at(here), atol=1e-7)


@pytest.mark.parametrize("t", [-0.1, 2.1, math.nan])
def test_a_node_is_added_on_the_curve(t):
    with pytest.raises(ValueError, match="cannot be split"):
        nodes.node_added(WAVE, t)


@pytest.mark.parametrize("t", [0.2, 0.5, 0.9, 1.3, 1.7])
@pytest.mark.parametrize("curve", [WAVE, HOOK, LOOP])
def test_a_node_that_was_added_can_be_removed_again(curve, t):
    back = nodes.node_removed(nodes.node_added(curve, t), int(t) + 1)
    assert np.abs(back.sample() - curve.sample()).max() < 0.02


def test_removing_a_node_keeps_the_rest_and_the_smoothness_beside_it():
    long = nodes.node_added(nodes.node_added(WAVE, 0.5), 2.4)  # nodes: 0, 1 added, 2 of old, 3 added, 4
    less = nodes.node_removed(long, 2)
    assert less.segment_count == 3
    assert less.points[:4].tolist() == long.points[:4].tolist()
    assert less.points[-4:].tolist() == long.points[-4:].tolist()
    assert nodes.is_smooth(less, 1)
    assert nodes.is_smooth(less, 2)
    assert np.hypot(*(less.sample(64)[:, None] - long.sample(64)[None]).transpose(2, 0, 1)).min(1).max() < 1.5


def test_at_an_open_end_the_last_segment_goes():
    assert nodes.node_removed(WAVE, 0).points.tolist() == WAVE.points[3:].tolist()
    assert nodes.node_removed(WAVE, 2).points.tolist() == WAVE.points[:4].tolist()
    line = Curve.line([0, 0], [9, 0])
    assert nodes.node_removed(line, 1) is line


@pytest.mark.parametrize("node", [0, 1, 2, 3])
def test_a_closed_curve_without_a_node_stays_closed(node):
    less = nodes.node_removed(LOOP, node)
    assert less.segment_count == 2
    assert nodes.is_closed(less)
    kept = [point for k, point in enumerate(LOOP.points[:-1:3].tolist()) if k != node % 3]
    assert sorted(less.points[:-1:3].tolist()) == sorted(kept)


@given(curves(near), st.integers(0, 3))
def test_any_node_of_any_curve_can_be_removed(curve, node):
    assume(node <= curve.segment_count)
    less = nodes.node_removed(curve, node)
    assert less.segment_count == max(1, curve.segment_count - 1)


@pytest.mark.parametrize("t", [0.3, 0.5, 0.75, 1.4])
def test_a_pulled_segment_follows_and_its_nodes_stay(t):
    curve = Curve([(0, 0), (10, 20), (30, 20), (40, 0), (50, -20), (70, -20), (80, 0)])
    pulled = nodes.segment_pulled(curve, t, (3, -8))
    assert pulled.at(t)[0] == pytest.approx(curve.at(t)[0] + (3, -8))
    assert (pulled.points[::3] == curve.points[::3]).all()
    assert nodes.is_smooth(pulled, 1)


def test_near_a_node_a_pulled_segment_follows_less():
    curve = Curve([(0, 0), (10, 20), (30, 20), (40, 0)])
    moved = nodes.segment_pulled(curve, 0.01, (0, 30)).points - curve.points
    assert 0 < np.abs(moved).max() < 100
