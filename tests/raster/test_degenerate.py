"""Strokes that a drawing program must survive: cusps, loops, points, hairlines, strokes out of sight."""

from __future__ import annotations

import math

import pytest
import torch
from taureau.raster import coverage, reference, render

from tests.raster.drawing import stroke

NAN = math.nan
STROKES = {
    "dot": [(10, 10)] * 4,
    "dot on a square's centre": [(10.125, 10.125)] * 4,
    "first handle empty": [(3, 3), (3, 3), (20, 9), (25, 25)],
    "last handle empty": [(3, 3), (9, 30), (25, 25), (25, 25)],
    "both handles empty": [(3, 3), (3, 3), (25, 25), (25, 25)],
    "three points in one": [(5, 5), (5, 5), (5, 5), (20, 20)],
    "handles meet": [(5, 5), (12, 12), (12, 12), (20, 5)],
    "cusp": [(4, 24), (24, 4), (4, 4), (24, 24)],
    "near a cusp": [(5, 5), (30, 25), (5, 25), (30, 5)],
    "loop": [(5, 20), (45, 0), (-15, 0), (25, 20)],
    "there and back": [(5, 15), (40, 15), (-10, 15), (25, 15)],
    "closed": [(8, 8), (28, 2), (28, 28), (8, 8)],
    "on the grid": [(16, 2), (16, 8), (16, 20), (16, 30)],
    "partly off": [(-20, 10), (10, -30), (20, 60), (60, 10)],
    "off": [(100, 100), (110, 100), (120, 130), (100, 140)],
    "far": [(-1e4, 10), (1e4, -30), (2e4, 60), (60, 1e4)],
    "tiny": [(10, 10), (10.001, 10), (10.001, 10.001), (10, 10.001)],
}
SIZE = (32, 32)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("name", STROKES)
def test_values_and_gradients_are_finite_and_values_are_the_references(name: str, dtype: torch.dtype) -> None:
    for width in (0.1, 1.0, 3.0, 20.0, 200.0):
        points = stroke(*STROKES[name], dtype=dtype).requires_grad_()
        widths = torch.tensor([[width]], dtype=dtype, requires_grad=True)
        ink = coverage(points, widths, size=SIZE)
        ramp = torch.linspace(0, 1, 32, dtype=dtype)
        by_points, by_widths = torch.autograd.grad((ink * ramp).sum(), (points, widths))
        assert ink.isfinite().all()
        assert ink.min() > -1e-5
        assert ink.max() < 1 + 1e-5
        assert by_points.isfinite().all()
        assert by_widths.isfinite().all()
        assert by_points.abs().max() < 100  # nothing moves more ink than its edges are long
        off = (ink - reference.coverage(points, widths, size=SIZE)).abs()
        assert off.max() < 5e-3
        assert off.mean() < 1e-4


def test_gradient_of_a_dot_is_that_of_its_place() -> None:
    points = stroke(*[(10.3, 9.6)] * 4).requires_grad_()
    columns = torch.arange(20, dtype=torch.float64) + 0.5
    ink = coverage(points, torch.tensor([[5.0]], dtype=torch.float64), size=(20, 20))
    (by_points,) = torch.autograd.grad((ink * columns).sum(), points)
    by_place = by_points.sum((0, 1, 2, 3))  # the first moment along x grows by the area, π·2.5²
    assert by_place[0].item() == pytest.approx(math.pi * 6.25, rel=0.06)
    assert abs(by_place[1].item()) < 0.5


def test_padding_and_absent_strokes_change_nothing_and_get_no_gradient() -> None:
    whole = stroke((3, 20), (9, 2), (18, 28), (26, 8))
    padded = torch.cat([whole, whole[..., 3:, :].expand(1, 1, 1, 4, 2)], 2)  # the last point, four times
    absent = torch.full_like(padded, NAN)
    points = torch.cat([padded, padded * 0.5, absent], 1).requires_grad_()
    widths = torch.tensor([[4.0, 0.0, 4.0]], dtype=torch.float64, requires_grad=True)
    ink = coverage(points, widths, size=SIZE)
    torch.testing.assert_close(ink, coverage(whole, widths[:, :1], size=SIZE))
    by_points, by_widths = torch.autograd.grad((ink**2).sum(), (points, widths))
    assert by_points[0, 0, 0].any()
    assert not by_points[0, 0, 1].any()
    assert not by_points[0, 1:].any()
    assert by_widths[0, 0] > 0
    assert not by_widths[0, 1:].any()


def test_nothing_to_draw() -> None:
    nothing = torch.zeros(2, 0, 1, 4, 2, requires_grad=True)
    ink = coverage(nothing, torch.zeros(2, 0), size=(5, 7))
    assert ink.shape == (2, 5, 7)
    assert not ink.any()
    picture = render(nothing, torch.zeros(2, 0), torch.zeros(2, 0, 4), size=(5, 7))
    assert picture.shape == (2, 3, 5, 7)
    assert (picture == 1).all()
    out_of_sight = stroke(*STROKES["off"]).requires_grad_()
    loss = coverage(out_of_sight, torch.ones(1, 1, dtype=torch.float64), size=(9, 9)).sum()
    assert not torch.autograd.grad(loss, out_of_sight)[0].any()
