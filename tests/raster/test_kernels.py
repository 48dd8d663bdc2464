"""The Triton kernels give the reference's values and gradients: in Triton's interpreter, and on a GPU if there is one.

The interpreter is chosen when triton is imported, so its checks run in a process of their own: this file as a program.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from taureau.raster import coverage, dispatch, reference, tiles
from torch.utils._python_dispatch import TorchDispatchMode

from tests.benchmarks.raster import plain, strokes
from tests.raster.drawing import Rasterizer, chain, scribbles, slopes
from tests.raster.test_degenerate import STROKES

ROOT = Path(__file__).parents[2]
SIZE = (24, 28)
SCENES = [(1, (1, 2), 1, 3.0), (2, (2, 1), 1, 1.0), (3, (1, 1), 2, 3.0), (4, (1, 2), 1, 0.3), (5, (1, 2), 1, 12.0)]
needs_triton = pytest.mark.skipif(importlib.util.find_spec("triton") is None, reason="triton is not installed")
needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")


def by_kernels(points: torch.Tensor, widths: torch.Tensor, *, size: tuple[int, int]) -> torch.Tensor:
    """The kernels on any device."""
    return tiles.coverage(points, widths, size=size)


def compare(inputs: tuple[torch.Tensor, ...], theirs: Rasterizer) -> None:
    """Values and gradients of the kernels and of another rasteriser."""
    expected = slopes(theirs, inputs, size=SIZE)
    found = slopes(by_kernels, inputs, size=SIZE)
    torch.testing.assert_close(found[0], expected[0], atol=2e-4, rtol=0)
    for one, other in zip(found[1:], expected[1:], strict=True):
        assert (one - other).norm() <= 1e-3 * (1 + other.norm())


def scenes_agree() -> None:
    """Scribbles of one and two segments, hairlines to broad strokes, partly off the canvas."""
    for scene in SCENES:
        compare(tuple(value.float() for value in scribbles(*scene)[:2]), reference.coverage)


def degenerate_strokes_agree() -> None:
    """Loops, cusps, dots and empty handles, each on a canvas of its own."""
    names = ["loop", "near a cusp", "both handles empty", "first handle empty", "dot"]
    drawn = torch.tensor([STROKES[name] for name in names]).float()  # [B, 4, 2]
    widths = torch.tensor([[3.0], [1.0], [12.0], [0.5], [4.0]])
    found: dict[str, torch.Tensor] = {}
    expected: dict[str, torch.Tensor] = {}
    for answer, rasterizer in ((found, by_kernels), (expected, reference.coverage)):
        answer["points"] = drawn[:, None, None].clone().requires_grad_()
        answer["widths"] = widths.clone().requires_grad_()
        answer["ink"] = rasterizer(answer["points"], answer["widths"], size=SIZE)
        ramp = torch.linspace(0, 1, SIZE[1])
        loss = (answer["ink"] * ramp).sum()
        answer["by_points"], answer["by_widths"] = torch.autograd.grad(loss, (answer["points"], answer["widths"]))
    torch.testing.assert_close(found["ink"], expected["ink"], atol=2e-4, rtol=0)
    torch.testing.assert_close(found["by_widths"], expected["by_widths"], atol=1e-3, rtol=1e-3)
    # at a dot any control point may take the gradient of all
    torch.testing.assert_close(found["by_points"].sum(3), expected["by_points"].sum(3), atol=2e-3, rtol=1e-3)


def many_short_curves_agree() -> None:
    """What `tests.benchmarks.gpu` draws on a large canvas, on a small one whose sides are no multiples of a tile."""
    size = (21, 29)
    points = strokes(6, size[0], 60.0)[0] * torch.tensor([size[1] / size[0], 1.0])
    widths = torch.full((1, 6), 1.5)
    slope = torch.linspace(-1, 1, size[1]).expand(1, *size).contiguous()
    found = []
    for rasterizer in (by_kernels, plain):
        leaves = [points.clone().requires_grad_(), widths.clone().requires_grad_()]
        ink = rasterizer(*leaves, size=size)
        found.append((ink.detach(), *torch.autograd.grad(ink, leaves, slope)))
    torch.testing.assert_close(found[0][0], found[1][0], atol=2e-3, rtol=0)
    for one, other in zip(found[0][1:], found[1][1:], strict=True):
        assert (one - other).norm() <= 2e-2 * (1 + other.norm())


def the_trial_passes() -> None:
    """What a device is asked before its kernels are trusted."""
    assert dispatch.trial(by_kernels, torch.device("cpu")) < 1e-4


def absent_strokes_and_padding_change_nothing() -> None:
    """They add no ink and get no gradient; neither shape nor layout of the inputs matters."""
    whole = chain(torch.tensor([(3.0, 20.0), (9.0, 2.0), (18.0, 28.0), (26.0, 8.0)]))[None, None]  # [1, 1, 1, 4, 2]
    padded = torch.cat([whole, whole[..., 3:, :].expand(1, 1, 1, 4, 2)], 2)
    points = torch.cat([padded, padded * 0.5, torch.full_like(padded, torch.nan)], 1).requires_grad_()
    widths = torch.tensor([[4.0, 0.0, 4.0]], requires_grad=True)
    ink = by_kernels(points, widths, size=SIZE)
    assert torch.equal(ink, by_kernels(whole, widths[:, :1], size=SIZE))
    by_points, by_widths = torch.autograd.grad((ink**2).sum(), (points, widths))
    assert by_points[0, 0, 0].any()
    assert not by_points[0, 0, 1].any()
    assert not by_points[0, 1:].any()
    assert by_widths[0, 0] > 0
    assert not by_widths[0, 1:].any()


class NothingWaits(TorchDispatchMode):
    """Refuses what would make the host wait for a device, or a shape depend on values."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func.overloadpacket.__name__
        assert name not in ("_local_scalar_dense", "nonzero", "masked_select", "index", "equal", "bincount"), name
        return func(*args, **(kwargs or {}))


def nothing_waits_for_the_device() -> None:
    """Neither forward nor backward."""
    leaf = torch.tensor([[2.0, 1.0], [5.0, 9.0], [9.0, -3.0], [15.0, 6.0]])[None, None, None].requires_grad_()
    widths = torch.tensor([[2.0]])
    with NothingWaits():
        (slope,) = torch.autograd.grad(by_kernels(leaf, widths, size=(9, 17)).sum(), leaf)
    assert slope.any()


CHECKS = (
    the_trial_passes,
    scenes_agree,
    many_short_curves_agree,
    degenerate_strokes_agree,
    absent_strokes_and_padding_change_nothing,
    nothing_waits_for_the_device,
)


@needs_triton
def test_in_the_interpreter() -> None:
    environment = {**os.environ, "TRITON_INTERPRET": "1", "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    command = [sys.executable, "-m", "tests.raster.test_kernels"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == [check.__name__ for check in CHECKS]


@needs_triton
@pytest.mark.skipif(os.environ.get("TRITON_INTERPRET") == "1", reason="the interpreter compiles nothing")
@pytest.mark.parametrize(("capability", "segments"), [(80, None), (90, 1)])
def test_every_kernel_compiles_without_a_device(
    capability: int, segments: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Down to machine code, with a chain's length unknown or, as Triton specialises it, known to be one."""
    monkeypatch.setenv("TRITON_CACHE_DIR", str(tmp_path))
    import triton
    from taureau.raster import kernels
    from triton.backends.compiler import GPUTarget
    from triton.compiler import ASTSource

    integers = ("count", "segments", "height", "width")
    for kernel, warps in ((kernels.describe_kernel, 1), (kernels.ink_kernel, 4), (kernels.slopes_kernel, 4)):
        known = {"BLOCK": segments or 4, "PARTS": 64} | ({"segments": segments} if segments else {})
        known = {name: value for name, value in known.items() if name in kernel.arg_names}
        signature = {
            name: "constexpr" if name in known else "i32" if name in integers else "*fp32" for name in kernel.arg_names
        }
        constants = {(kernel.arg_names.index(name),): value for name, value in known.items()}
        source = ASTSource(kernel, signature, constexprs=constants)
        built = triton.compile(source, target=GPUTarget("cuda", capability, 32), options={"num_warps": warps})
        assert built.asm["cubin"]
        assert built.metadata.shared < 48 * 1024


def test_importing_loads_no_kernels() -> None:
    program = (
        "import sys, taureau.raster; sys.exit('taureau.raster.kernels' in sys.modules or 'llvmlite' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=60).returncode == 0


@pytest.mark.parametrize("off", [0.5, RuntimeError("no C compiler")])
def test_kernels_that_fail_or_draw_something_else_are_not_used(
    off: float | RuntimeError, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def trial(draw: Rasterizer, device: torch.device) -> float:
        if isinstance(off, RuntimeError):
            raise off
        return off

    monkeypatch.setattr(dispatch, "trial", trial)
    assert not dispatch.works.__wrapped__(torch.device("cpu"))
    assert "drawn by plain torch on cpu" in caplog.text


@needs_cuda
def test_a_captured_step_equals_the_plain_route() -> None:
    inputs = [value.float() for value in scribbles(3, (2, 4), 2, 3.0)[:2]]
    inputs[0] = chain(inputs[0])
    leaves = [value.clone().cuda().requires_grad_() for value in inputs]
    assert dispatch.suits(leaves[0])
    ramp = torch.linspace(0, 1, SIZE[1], device="cuda")

    def step() -> tuple[torch.Tensor, ...]:
        ink = coverage(leaves[0], leaves[1], size=SIZE)
        return ink.detach(), *torch.autograd.grad(((ink - ramp) ** 2).sum(), leaves)

    aside = torch.cuda.Stream()
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        step()
    torch.cuda.current_stream().wait_stream(aside)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        found = step()
    with torch.no_grad():
        leaves[0] += 0.5  # the captured step sees what is in its inputs then
    graph.replay()
    first = [value.clone() for value in found]
    graph.replay()
    assert all(torch.equal(one, other) for one, other in zip(first, found, strict=True))

    plain = [(inputs[0] + 0.5).requires_grad_(), inputs[1].clone().requires_grad_()]
    ink = coverage(plain[0], plain[1], size=SIZE)
    expected = ink.detach(), *torch.autograd.grad(((ink - ramp.cpu()) ** 2).sum(), plain)
    torch.testing.assert_close(found[0].cpu(), expected[0], atol=2e-3, rtol=0)
    for one, other in zip(found[1:], expected[1:], strict=True):
        assert (one.cpu() - other).norm() <= 2e-2 * (1 + other.norm())


if __name__ == "__main__":
    torch.set_num_threads(1)
    tiles.MOST_PARTS = 4  # the interpreter takes one program after another
    for check in CHECKS:
        check()
        print(check.__name__)
