"""Snapping of points to points, lines and a grid."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry.snapping import Snap, SnapLine, SnapTargets

PAGE = SnapLine("x", 100.0, "page")
GUIDE = SnapLine("y", 50.0, "guide")


def test_the_nearest_of_many_points_is_found():
    random = np.random.default_rng(3)
    nodes, moving = random.uniform(0, 1000, (5000, 2)), random.uniform(0, 1000, (40, 2))
    targets = SnapTargets(nodes=nodes)
    gaps = np.linalg.norm(moving[:, None] - nodes[None], axis=-1)
    mover, node = np.unravel_index(gaps.argmin(), gaps.shape)
    snap = targets.snap([tuple(point) for point in moving], 30.0)
    assert snap.shift == pytest.approx(nodes[node] - moving[mover])
    assert (snap.kind, snap.at) == ("node", pytest.approx(tuple(nodes[node])))
    assert targets.snap([tuple(point) for point in moving], 0.9 * gaps.min()) == Snap()


def test_points_precede_lines_and_lines_precede_the_grid():
    targets = SnapTargets(ends=np.array([[97.0, 48.0]]), lines=(PAGE, GUIDE), grid=1.0)
    assert targets.snap([(98.0, 49.0)], 2.0).kind == "end"
    assert targets.snap([(98.9, 10.2)], 2.0).lines == (PAGE, SnapLine("y", 10.0, "grid"))


def test_each_axis_has_a_line_of_its_own():
    snap = SnapTargets(lines=(PAGE, GUIDE)).snap([(0.0, 0.0), (101.0, 20.0), (60.0, 49.5)], 2.0)
    assert snap.shift == (-1.0, 0.5)
    assert snap.lines == (PAGE, GUIDE)


def test_one_axis_alone_moves_along_it():
    targets = SnapTargets(ends=np.array([[101.0, 51.0]]), lines=(PAGE, GUIDE))
    assert targets.snap([(101.0, 51.0)], 2.0, "y").shift == (0.0, -1.0)


def test_grid_points_lie_on_either_side_of_the_origin():
    assert SnapTargets(grid=10.0).snap([(-9.0, 21.0)], 2.0).shift == (-1.0, -1.0)
    assert SnapTargets(grid=10.0).snap([(-5.0, 25.0)], 2.0) == Snap()


def test_nothing_moves_without_points_or_reach():
    targets = SnapTargets(lines=(PAGE,), grid=1.0)
    assert targets.snap([], 5.0) == targets.snap([(100.0, 0.0)], 0.0) == Snap()
