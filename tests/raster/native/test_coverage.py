"""The code compiled for the CPU gives plain torch's values and gradients, and the same bits always."""

from __future__ import annotations

import sys

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.raster import composite, coverage, dispatch, reference
from taureau.raster.native import coverage as native
from taureau.raster.native.passes import program

from tests.raster.drawing import chain, scribbles, slopes
from tests.raster.test_degenerate import STROKES

SIZE = (40, 53)
scenes = st.builds(
    scribbles,
    st.integers(0, 10_000),
    st.sampled_from([(1, 1), (1, 6), (3, 2)]),
    st.integers(1, 4),
    st.sampled_from([0.1, 0.7, 1.5, 3.0, 9.0, 40.0]),
)


def plain(points: torch.Tensor, widths: torch.Tensor, *, size: tuple[int, int]) -> torch.Tensor:
    """The route of other devices and of double precision."""
    return composite.union(points, widths, size)


def single(scene: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
    """Points and widths in the precision of the compiled code."""
    return tuple(value.float() for value in scene[:2])


def same(one: tuple[torch.Tensor, ...], other: tuple[torch.Tensor, ...]) -> bool:
    """Whether every bit agrees."""
    return all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


def test_strokes_on_the_processor_are_drawn_by_compiled_code() -> None:
    points, widths, _ = scribbles(1, (1, 2), 1, 3.0)
    assert dispatch.suits(chain(points.float()))
    assert not dispatch.suits(chain(points))
    inputs = single((points, widths))
    assert same(slopes(coverage, inputs, size=SIZE), slopes(native.coverage, inputs, size=SIZE))


@settings(max_examples=60)
@given(scenes)
def test_values_and_gradients_are_those_of_plain_torch(scene: tuple[torch.Tensor, ...]) -> None:
    """Both in single precision against double, which shows where a scene is ill-conditioned for either."""
    exact = slopes(plain, scene[:2], size=SIZE)
    ours, theirs = (slopes(rasterizer, single(scene), size=SIZE) for rasterizer in (native.coverage, plain))
    off, allowed = ((found[0] - exact[0]).abs() for found in (ours, theirs))
    assert (off > 2e-3).sum() <= (allowed > 2e-3).sum() + 2  # where two pieces of a curve are about equally near
    assert off.mean() <= 2 * allowed.mean() + 1e-5
    for mine, other, true in zip(ours[1:], theirs[1:], exact[1:], strict=True):
        assert (mine - true).norm() <= 2 * (other - true).norm() + 1e-2 * (1 + true.norm())


@pytest.mark.parametrize("width", [0.1, 1.0, 3.0, 20.0, 200.0])
@pytest.mark.parametrize("name", STROKES)
def test_plain_torch_in_single_precision_still_draws_what_the_reference_draws(name: str, width: float) -> None:
    """`test_degenerate` asks this of the compiled code."""
    points, widths = torch.tensor(STROKES[name])[None, None, None].float(), torch.tensor([[width]])
    off = (plain(points, widths, size=(32, 32)) - reference.coverage(points, widths, size=(32, 32))).abs()
    assert off.max() < 5e-3
    assert off.mean() < 1e-4


def test_other_strokes_batches_and_threads_change_no_bit() -> None:
    inputs = single(scribbles(5, (3, 16), 2, 3.0))
    together = slopes(native.coverage, inputs, size=SIZE)
    for canvas in range(3):
        alone = tuple(value[canvas : canvas + 1] for value in inputs)
        assert torch.equal(together[0][canvas : canvas + 1], native.coverage(chain(alone[0]), alone[1], size=SIZE))
    threads = torch.get_num_threads()
    try:
        torch.set_num_threads(2 if threads == 1 else 1)
        assert same(slopes(native.coverage, inputs, size=SIZE), together)
    finally:
        torch.set_num_threads(threads)


def test_every_processor_gives_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = single(scribbles(6, (1, 12), 3, 2.0))
    here = slopes(native.coverage, inputs, size=SIZE)
    least = program().compiled(cpu="", features="")  # what all processors of this architecture can do
    monkeypatch.setattr(native, "compiled", lambda: least)
    assert same(slopes(native.coverage, inputs, size=SIZE), here)


def test_more_rows_than_expected_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = single(scribbles(7, (1, 9), 1, 3.0))
    expected = slopes(native.coverage, inputs, size=SIZE)
    monkeypatch.setattr(native, "MOST", 1)
    assert same(slopes(native.coverage, inputs, size=SIZE), expected)


def test_gradient_of_one_input_alone_and_of_views() -> None:
    points, widths, _ = scribbles(8, (1, 5), 1, 3.0)
    both = slopes(native.coverage, single((points, widths)), size=SIZE)
    leaf = points.float().mT.contiguous().mT.requires_grad_()  # not contiguous
    ink = native.coverage(chain(leaf), widths.float(), size=SIZE)
    assert torch.equal(ink.detach(), both[0])
    (by_points,) = torch.autograd.grad(ink.sum(), leaf)  # the gradient of a sum is one number, expanded
    assert by_points.isfinite().all()
    assert by_points.any()
    wide = widths.float().requires_grad_()
    (by_widths,) = torch.autograd.grad(native.coverage(chain(points.float()), wide, size=SIZE).sum(), wide)
    assert (by_widths >= 0).all()
    assert by_widths.any()


def test_a_pixel_that_another_stroke_covers_passes_no_gradient() -> None:
    line = torch.tensor([[4.0, 20.0], [18.0, 20.0], [32.0, 20.0], [46.0, 20.0]])
    points = torch.stack([line, line])[None, :, None].requires_grad_()
    widths = torch.tensor([[3.0, 30.0]])
    ink = native.coverage(points, widths, size=SIZE)
    (by_points,) = torch.autograd.grad((ink * torch.rand_like(ink)).sum(), points)
    assert not by_points[0, 0].any()
    assert by_points[0, 1].any()


@pytest.mark.parametrize("module", ["llvmlite", "taureau.raster.native.coverage"])
def test_without_llvmlite_strokes_are_drawn_by_plain_torch(
    module: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in [name for name in sys.modules if name.startswith("taureau.raster.native")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(dispatch, "works", dispatch.works.__wrapped__)
    points, widths = single(scribbles(9, (1, 3), 1, 3.0))
    assert torch.equal(coverage(chain(points), widths, size=SIZE), plain(chain(points), widths, size=SIZE))
    assert "drawn by plain torch on cpu" in caplog.text
