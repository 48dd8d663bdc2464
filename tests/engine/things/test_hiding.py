"""What drawings hide."""

from __future__ import annotations

import numpy as np
from taureau.engine.things.hiding import silhouette, uncovered
from taureau.geometry import Curve

from tests.engine.things.shapes import polygon

SQUARE = polygon([(40, 40), (80, 40), (80, 80), (40, 80)])
ACROSS = np.stack([Curve.line((0, 60), (120, 60)).points])


def test_a_line_behind_a_square_is_cut_on_both_sides() -> None:
    parts = uncovered(ACROSS, silhouette(SQUARE, 120, 2))
    assert parts.shape == (2, 4, 2)
    np.testing.assert_allclose(parts[:, [0, 3], 0], [(0, 38), (82, 120)], atol=0.5)
    assert np.array_equal(parts[0, 0], ACROSS[0, 0])


def test_a_small_gap_in_an_outline_is_closed_and_a_large_one_is_not() -> None:
    def with_gap(width: float) -> np.ndarray:
        left, right = Curve.line((40, 40), (60 - width / 2, 40)), Curve.line((60 + width / 2, 40), (80, 40))
        return np.concatenate([SQUARE[1:], [left.points, right.points]])

    assert silhouette(with_gap(6), 120, 2)[240, 240]
    assert not silhouette(with_gap(30), 120, 2)[240, 240]


def test_an_open_line_hides_only_what_it_touches() -> None:
    line = np.stack([Curve.line((60, 0), (60, 120)).points])
    parts = uncovered(ACROSS, silhouette(line, 120, 2))
    np.testing.assert_allclose(parts[:, [0, 3], 0], [(0, 58), (62, 120)], atol=0.5)


def test_what_is_free_stays_as_it_is_and_what_is_hidden_goes() -> None:
    covered = silhouette(SQUARE, 120, 2)
    free = np.stack([Curve.line((0, 10), (120, 10)).points])
    assert np.array_equal(uncovered(free, covered), free)
    assert uncovered(np.stack([Curve.line((50, 50), (70, 70)).points]), covered).shape == (0, 4, 2)


def test_short_remains_are_dropped() -> None:
    sticking_out = np.stack([Curve.line((60, 60), (84, 60)).points])  # by two px beyond the halo
    assert uncovered(sticking_out, silhouette(SQUARE, 120, 2)).shape == (0, 4, 2)


def test_a_thing_at_the_edge_of_the_sheet_is_filled_too() -> None:
    assert silhouette(polygon([(0, 0), (120, 0), (120, 120), (0, 120)]), 120, 2).all()
