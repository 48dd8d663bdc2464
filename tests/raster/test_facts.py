"""What is drawn, in numbers anyone can check by hand."""

from __future__ import annotations

import math

import pytest
import torch
from taureau.raster import coverage, reference, render

from tests.raster.drawing import stroke

DOUBLE = torch.float64


def widths(*values: float) -> torch.Tensor:
    return torch.tensor([values], dtype=DOUBLE)


LINE = stroke((8.3, 7.1), (14.3, 11.1), (20.3, 15.1), (26.3, 19.1))  # 18 right, 12 down


@pytest.mark.parametrize(("width", "tolerance"), [(0.5, 0.03), (1.0, 0.01), (3.0, 0.003), (8.0, 0.001)])
def test_ink_of_a_straight_stroke_is_its_area(width: float, tolerance: float) -> None:
    area = width * math.hypot(18, 12) + math.pi * width**2 / 4
    assert coverage(LINE, widths(width), size=(30, 36)).sum().item() == pytest.approx(area, rel=tolerance)


def test_ink_grows_with_the_width_as_the_area_does() -> None:
    w = widths(4.0).requires_grad_()
    (by_width,) = torch.autograd.grad(coverage(LINE, w, size=(30, 36)).sum(), w)
    assert by_width.item() == pytest.approx(math.hypot(18, 12) + math.pi * 4 / 2, rel=0.01)


def test_moving_a_whole_stroke_moves_ink_but_makes_none() -> None:
    area = 4 * math.hypot(18, 12) + math.pi * 4
    points = LINE.clone().requires_grad_()
    ink = coverage(points, widths(4.0), size=(30, 36))
    (by_points,) = torch.autograd.grad(ink.sum(), points, retain_graph=True)
    assert by_points.sum((0, 1, 2, 3)).abs().max() < 0.01 * area
    columns = torch.arange(36, dtype=DOUBLE) + 0.5 - 17.3  # from the stroke's middle
    (by_points,) = torch.autograd.grad((ink * columns).sum(), points)  # the first moment grows by the area per pixel
    assert by_points[..., 0].sum().item() == pytest.approx(area, rel=0.02)
    assert abs(by_points[..., 1].sum().item()) < 0.02 * area


def test_a_dot_is_a_disc_of_the_width() -> None:
    dot = stroke(*[(10.2, 9.7)] * 4)
    assert coverage(dot, widths(6.0), size=(20, 20)).sum().item() == pytest.approx(math.pi * 9, rel=0.001)


def test_pixels_of_an_upright_stroke() -> None:
    points = stroke((5.25, -9.0), (5.25, 0.0), (5.25, 9.0), (5.25, 30.0))  # covers x from 3.75 to 6.75
    row = coverage(points, widths(3.0), size=(8, 9))[0, 4]
    torch.testing.assert_close(row, torch.tensor([0, 0, 0, 0.25, 1, 1, 0.75, 0, 0], dtype=DOUBLE), atol=0.02, rtol=0)


def test_a_circular_arc_has_longer_outside_than_inside_but_the_area_of_its_middle() -> None:
    k = 0.5522847498 * 10
    quarter = stroke((4.0, 14.0), (4.0, 14.0 - k), (14.0 - k, 4.0), (14.0, 4.0))
    ink = coverage(quarter, widths(4.0), size=(20, 20)).sum().item()
    assert ink == pytest.approx(4 * 10 * math.pi / 2 + math.pi * 4, rel=0.002)


def test_strokes_lie_over_each_other_in_their_order() -> None:
    across = stroke((-9, 4), (0, 4), (8, 4), (30, 4))
    points = torch.cat([across, across, across], 1)
    colors = torch.tensor([[[1, 0, 0, 1.0], [0, 1, 0, 0.5], [0, 0, 1, 0.25]]], dtype=DOUBLE)
    size = (9, 9)
    bare = render(points, widths(4, 4, 4), colors, size=size, background=None)[0, :, 4, 4]
    torch.testing.assert_close(bare, torch.tensor([0.375, 0.375, 0.25, 1.0], dtype=DOUBLE))
    grey = render(points[:, 1:], widths(4, 4), colors[:, 1:], size=size, background=(0.8, 0.8, 0.8))[0, :, 4, 4]
    torch.testing.assert_close(grey, torch.tensor([0.3, 0.675, 0.55], dtype=DOUBLE))
    turned = render(points.flip(1), widths(4, 4, 4), colors.flip(1), size=size)[0, :, 4, 4]
    torch.testing.assert_close(turned, torch.tensor([1.0, 0.0, 0.0], dtype=DOUBLE))


def test_black_ink_is_the_fast_route_of_the_same_picture() -> None:
    points = torch.cat([LINE, stroke((5, 20), (12, 2), (20, 30), (30, 5))], 1)
    black = torch.tensor([0, 0, 0, 1.0], dtype=DOUBLE).expand(1, 2, 4)
    size = (30, 36)
    ink = coverage(points, widths(3, 5), size=size)
    torch.testing.assert_close(
        render(points, widths(3, 5), black, size=size), (1 - ink).unsqueeze(1).expand(1, 3, *size)
    )
    torch.testing.assert_close(render(points, widths(3, 5), size=size), (1 - ink).unsqueeze(1).expand(1, 3, *size))
    alone = render(points, widths(3, 5), size=size, background=None)
    assert alone.shape == (1, 4, *size)
    assert not alone[:, :3].any()
    torch.testing.assert_close(alone[:, 3], ink)


def test_ink_of_two_strokes_is_one_minus_what_both_leave_bare() -> None:
    points = torch.cat([LINE, stroke((5, 20), (12, 2), (20, 30), (30, 5))], 1)
    one, other = (coverage(points[:, i : i + 1], widths(3), size=(30, 36)) for i in range(2))
    torch.testing.assert_close(coverage(points, widths(3, 3), size=(30, 36)), 1 - (1 - one) * (1 - other))


@pytest.mark.parametrize("angle", [0, 10, 30, 45, 77, 90])
def test_half_plane_area_is_that_of_the_softened_square(angle: int) -> None:
    n = torch.tensor([math.cos(math.radians(angle)), math.sin(math.radians(angle))], dtype=DOUBLE)
    side = torch.linspace(-0.125, 0.125, 401, dtype=DOUBLE)
    middle = (side[1:] + side[:-1]) / 2
    along = torch.cartesian_prod(middle, middle) @ n
    for u in (-0.2, -0.1, -0.03, 0.0, 0.05, 0.13, 0.2):
        share = (along <= u).double().mean().item()
        area = reference.half_plane_area(torch.tensor(u, dtype=DOUBLE), n).item()
        assert abs(area - share) < 0.07  # the softening of a square of a quarter pixel: 0.004 of a pixel
        opposite = reference.half_plane_area(torch.tensor(-u, dtype=DOUBLE), n).item()
        assert area + opposite == pytest.approx(1)


@pytest.mark.parametrize(
    ("points", "widths_", "colors", "said"),
    [
        (
            torch.zeros(2, 1, 4, 2),
            torch.ones(2, 1),
            None,
            r"points must be \[B, N, S, 4, 2\], not \[2, 1, 4, 2\]",
        ),
        (torch.zeros(1, 2, 1, 4, 2), torch.ones(1, 2, dtype=DOUBLE), None, r"both be float32 or float64, not torch"),
        (torch.zeros(1, 2, 1, 4, 2), torch.ones(2), None, r"widths must be \[B, N\] = \[1, 2\], not \[2\]"),
        (
            torch.zeros(1, 2, 1, 4, 2),
            torch.ones(1, 2),
            torch.ones(1, 2, 3),
            r"colors must be .* not \[1, 2, 3\]",
        ),
    ],
)
def test_shapes_that_do_not_fit_are_refused(
    points: torch.Tensor, widths_: torch.Tensor, colors: torch.Tensor | None, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        render(points, widths_, colors, size=(4, 4))


def test_colours_of_another_type_and_broken_sizes_are_refused():
    points, widths = torch.zeros(1, 1, 1, 4, 2), torch.ones(1, 1)
    with pytest.raises(ValueError, match=r"colors must be .* as points are"):
        render(points, widths, torch.zeros(1, 1, 4, dtype=torch.float64), size=(8, 8))
    for size in ((0, 8), (8.0, 8)):
        with pytest.raises(ValueError, match="size must be whole pixels, at least one each way"):
            render(points, widths, size=size)
