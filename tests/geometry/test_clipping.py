"""The parts of a curve within a polygon."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.geometry import Affine, Curve
from taureau.geometry.clipping import clipped

SQUARE = np.array([[0, 0], [10, 0], [10, 10], [0, 10]], dtype=float)
points = st.lists(st.tuples(st.floats(-10, 20), st.floats(-10, 20)), min_size=4, max_size=4)


@pytest.mark.parametrize("corners", [SQUARE, SQUARE[::-1]], ids=["clockwise", "anticlockwise"])
@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (Curve.line((1, 1), (9, 9)), [[(1, 1), (9, 9)]]),
        (Curve.line((-5, 5), (15, 5)), [[(0, 5), (10, 5)]]),
        (Curve.line((5, 5), (5, 15)), [[(5, 5), (5, 10)]]),
        (Curve.line((-5, -5), (15, -5)), []),
        (Curve.line((-8, 5), (5, 18)), []),  # past a corner
        (Curve([(2, 5), (5, 25), (5, 25), (8, 5)]), [[(2, 5), None], [None, (8, 5)]]),
        (Curve.line((0, 0), (10, 0)), [[(0, 0), (10, 0)]]),  # along the edge
    ],
)
def test_parts_within(line: Curve, parts: list[list[tuple[float, float] | None]], corners: np.ndarray) -> None:
    found = clipped(line, corners)
    assert len(found) == len(parts)
    for part, ends in zip(found, parts, strict=True):
        for point, end in zip((part.start, part.end), ends, strict=True):
            assert end is None or point == pytest.approx(end)


def test_a_curve_within_is_itself() -> None:
    curve = Curve([(1, 1), (2, 9), (8, 2), (9, 9)])
    assert clipped(curve, SQUARE)[0] is curve


def test_a_flat_polygon_holds_nothing() -> None:
    assert clipped(Curve.line((0, 0), (5, 5)), np.zeros((4, 2))) == ()


@settings(max_examples=100, deadline=None)
@given(points, points, st.floats(0, 360), st.booleans())
def test_what_is_kept_is_what_lies_within(first, second, degrees: float, flipped: bool) -> None:
    curve = Curve([*first, *second[1:]])
    turned = Affine.translate(5, 5) @ Affine.rotate(degrees) @ Affine.scale(-1 if flipped else 1, 1)
    corners = turned.points(SQUARE - 5)
    parts = clipped(curve, corners)
    depths = [turned.inverse().points(part.sample(64)) for part in parts]
    assert all(np.abs(depth).max() < 5 + 1e-6 for depth in depths)
    along = curve.sample(500)
    inside = np.abs(turned.inverse().points(along)).max(1) < 5 - 0.2
    if inside.any():
        kept = np.concatenate([part.sample(500) for part in parts])
        away = np.hypot(*(along[inside][:, None] - kept[None]).transpose(2, 0, 1)).min(1)
        assert away.max() < 0.3
