"""Ends that nearly meet are made to meet; what is far apart stays."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry import Curve
from taureau.geometry.welding import loose_ends, welded


def line(*ends: tuple[float, float]) -> np.ndarray:
    return np.linspace(*ends, 4)


def test_two_ends_meet_in_their_middle_and_their_handles_come_along() -> None:
    strokes = np.stack([line((0, 0), (50, 0)), line((54, 2), (54, 60))])
    found = welded(strokes, 8)
    assert found[0, 3].tolist() == found[1, 0].tolist() == [52, 1]
    assert np.allclose(found[0, 2] - found[0, 3], strokes[0, 2] - strokes[0, 3])
    assert np.allclose(found[1, 1] - found[1, 0], strokes[1, 1] - strokes[1, 0])
    assert np.array_equal(found[:, [0, 3]][[0, 1], [0, 1]], strokes[:, [0, 3]][[0, 1], [0, 1]])
    assert strokes[0, 3].tolist() == [50, 0]  # what was given is as it was


def test_an_end_beside_a_line_is_drawn_to_it() -> None:
    found = welded(np.stack([line((0, 0), (100, 0)), line((48, 5), (48, 80))]), 8)
    assert found[1, 0].tolist() == pytest.approx([48, 0], abs=2)
    assert np.abs(Curve(found[0]).sample(64) - found[1, 0]).sum(1).min() < 1.5


def test_a_circle_of_one_stroke_is_closed_and_a_short_stroke_is_not_shut() -> None:
    open_ring = np.array([[[0, 0], [60, -80], [60, 80], [2, 3]]], dtype=float)
    ring = welded(open_ring, 8)[0]
    assert np.allclose(ring[0], ring[3])
    short = np.stack([line((0, 0), (6, 0)), line((40, 0), (80, 0))])
    assert np.array_equal(welded(short, 8), short)


def test_what_is_apart_stays() -> None:
    strokes = np.stack([line((0, 0), (50, 0)), line((0, 30), (50, 30))])
    assert np.array_equal(welded(strokes, 8), strokes)
    assert welded(strokes[:0], 8).shape == (0, 4, 2)


def test_loose_ends_are_those_that_meet_nothing() -> None:
    corner = [line((0, 0), (50, 0)), line((50, 0), (50, 60))]
    assert loose_ends(np.stack(corner), 1) == 0.5
    assert loose_ends(np.stack([*corner, line((25, 0.5), (0, 0))]), 1) == pytest.approx(1 / 6)
    ring = np.array([[[0, 0], [60, -80], [60, 80], [0, 0]]], dtype=float)
    assert loose_ends(ring, 1) == 0
    assert loose_ends(ring[:0], 1) == 0
