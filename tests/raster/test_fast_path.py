"""The fast path gives the reference's values and gradients."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.raster import coverage, reference, render

from tests.raster.drawing import chain, functional, scribbles, slopes, stroke

SIZE = (24, 28)
scenes = st.builds(
    scribbles,
    st.integers(0, 10_000),
    st.sampled_from([(1, 1), (1, 3), (2, 2)]),
    st.integers(1, 3),
    st.sampled_from([0.2, 1.0, 2.5, 7.0, 30.0]),
)


def floating(*inputs: torch.Tensor, background: None = None, size: tuple[int, int]) -> torch.Tensor:
    """`render` over nothing, as the reference does it."""
    return render(*inputs, size=size, background=background)


def compare(ours: tuple[torch.Tensor, ...], theirs: tuple[torch.Tensor, ...], value: float, slope: float) -> None:
    """Values agree but for a pixel or so where two pieces of a curve are nearest alike; gradients then less well."""
    (picture, *gradients), (expected, *expected_gradients) = ours, theirs
    off = (picture - expected).abs()
    apart = int((off > value).sum())
    assert apart <= 2 * gradients[1].numel()
    assert off.mean() < max(value, 1e-4)
    for one, other in zip(gradients, expected_gradients, strict=True):
        assert (one - other).norm() <= (0.1 if apart else slope) * (1 + other.norm())


@settings(max_examples=25, deadline=None, derandomize=True)
@given(scenes)
def test_coverage_and_colours(scene: tuple[torch.Tensor, ...]) -> None:
    """Double and single precision against one dense rendering, which takes most of the time."""
    leaves = [value.clone().requires_grad_() for value in scene]
    ink = reference.coverages(chain(leaves[0]), leaves[1], SIZE)
    union = 1 - (1 - ink).prod(1)
    by_coverage = union.detach(), *torch.autograd.grad(functional(union), leaves[:2], retain_graph=True)
    colored = reference.over(ink, leaves[2])
    by_colors = colored.detach(), *torch.autograd.grad(functional(colored), leaves)
    compare(slopes(coverage, scene[:2], size=SIZE), by_coverage, 1e-9, 1e-6)
    compare(slopes(coverage, tuple(value.float() for value in scene[:2]), size=SIZE), by_coverage, 2e-3, 2e-2)
    compare(slopes(floating, scene, size=SIZE), by_colors, 1e-9, 1e-6)


@pytest.mark.parametrize("width", [0.3, 1.0, 2.0, 5.0])
@pytest.mark.parametrize("points", [
    [(3.1, 4.2), (7.3, 1.4), (5.2, 11.3), (12.4, 9.1)],
    [(2.2, 9.1), (3.0, 3.2), (6.1, 1.9), (7.2, 6.1), (8.3, 10.4), (11.2, 12.9), (12.6, 5.7)],
])  # fmt: skip
def test_gradients_are_those_of_finite_differences(points: list[tuple[float, float]], width: float) -> None:
    joined = torch.tensor(points, dtype=torch.float64)[None, None].requires_grad_()
    widths = torch.tensor([[width]], dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(lambda p, w: coverage(chain(p), w, size=(14, 15)), (joined, widths), atol=1e-6)


def test_gradients_of_colours_are_those_of_finite_differences() -> None:
    points, widths, colors = scribbles(3, (1, 3), 1, 3.0)
    inputs = tuple(value.requires_grad_() for value in (points * 0.6, widths, colors))
    ground = torch.rand(1, 3, 13, 14, dtype=torch.float64, generator=torch.Generator().manual_seed(1))

    def picture(p: torch.Tensor, w: torch.Tensor, c: torch.Tensor) -> torch.Tensor:
        return render(chain(p), w, c, size=(13, 14), background=ground)

    assert torch.autograd.gradcheck(picture, inputs, atol=1e-6)


def test_a_batch_equals_separate_calls() -> None:
    points, widths, colors = scribbles(5, (3, 4), 2, 3.0)
    together = render(chain(points), widths, colors, size=SIZE)
    ink = coverage(chain(points), widths, size=SIZE)
    for i in range(3):
        part = slice(i, i + 1)
        assert torch.equal(together[part], render(chain(points[part]), widths[part], colors[part], size=SIZE))
        assert torch.equal(ink[part], coverage(chain(points[part]), widths[part], size=SIZE))


@pytest.mark.parametrize("size", [(64, 128), (63, 64), (130, 5), (1, 1)])
def test_any_size_of_canvas(size: tuple[int, int]) -> None:
    points, widths, _ = scribbles(8, (1, 2), 1, 4.0)
    large, by_points, by_widths = slopes(coverage, (points, widths), size=(130, 128))
    part, *gradients = slopes(coverage, (points, widths), size=size)
    torch.testing.assert_close(part, large[:, : size[0], : size[1]])
    assert len(gradients) == 2
    if size == (64, 128):  # nothing is drawn below, so the same loss but for a constant
        torch.testing.assert_close(gradients, [by_points, by_widths])


def test_same_input_gives_the_same_bits() -> None:
    points, widths, _ = (value.float() for value in scribbles(6, (2, 16), 2, 3.0))
    first, second = (slopes(coverage, (points, widths), size=(64, 70)) for _ in range(2))
    assert all(torch.equal(one, other) for one, other in zip(first, second, strict=True))


def test_a_stroke_far_larger_than_the_cells_is_solid_inside() -> None:
    points = stroke((-50.0, 90.0), (60.0, 70.0), (120.0, 110.0), (260.0, 80.0), dtype=torch.float32)
    widths = torch.tensor([[150.0]], requires_grad=True)
    ink = coverage(points, widths, size=(190, 200))
    assert (ink[0, 60:110] == 1).all()
    assert ink[0, 0, 0] == 0
    expected = reference.coverage(points[..., :], widths.detach(), size=(190, 24))
    torch.testing.assert_close(ink[:, :, :24].detach(), expected, atol=1e-4, rtol=0)
    (by_width,) = torch.autograd.grad(ink.sum(), widths)
    assert 190 < by_width.item() < 230  # both edges cross the picture's 200 px, each moving by half


def test_no_graph_is_kept_without_need() -> None:
    points, widths, _ = scribbles(2, (1, 2), 1, 2.0)
    assert not coverage(chain(points), widths, size=SIZE).requires_grad
    with torch.no_grad():
        assert not coverage(chain(points).requires_grad_(), widths, size=SIZE).requires_grad
