"""`python -m tests.benchmarks.gpu [--out out/gpu.json]`: everything to be known of a CUDA device, in eight minutes.

Measures the rasteriser inside a CUDA graph, whole drawings of the presets, steps and drawings of `clipasso` and `fine`
with encoders of full size and random weights, memory, and agreement with the CPU. Results are printed and written as
JSON after each part; a part that fails is recorded with its error, and the others are measured all the same. Once
`--seconds` are used up, what remains is recorded as left out. Without a device it ends with exit code 2.

`--rehearse` goes through the same parts on the CPU, with tiny encoders, scenes and step counts: the numbers mean
nothing, but the script is known to work.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
from taureau.engine import Finished, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.photo import load_photo
from taureau.raster import coverage, dispatch
from torch import Tensor

from tests.benchmarks.clipasso import PHOTO, measure, peak_memory
from tests.benchmarks.raster import LONG, SHORT, milliseconds, strokes

AIMS = {
    "3 × 16 strokes at 224 px": "forward and backward 0.5 ms",
    "2,048 open curves at 2040 × 1344 px": "2 + 2 ms; arXiv 2503.16424 reports 4.5 + 4.7 ms on an RTX 4090",
    "clipasso, rn101, 3 seeds": "12 s for a drawing of 2,000 steps",
}
Part = Callable[[], Mapping[str, Any]]


@dataclass(frozen=True)
class Plan:
    """Where to measure and how much: full size on a GPU, next to nothing for a rehearsal."""

    device: str
    rehearsal: bool

    def parts(self) -> dict[str, Part]:
        """The parts by name, what matters most first."""
        return {
            "kernels": self.kernels,
            "3 × 16 strokes at 224 px": lambda: self.raster(*self.three_canvases()),
            "2,048 open curves at 2040 × 1344 px": lambda: self.raster(*self.many_curves()),
            "agreement of ink and gradients with the CPU": self.agreement,
            "standard, and agreement of its drawing with the CPU": self.standard,
            "clipasso, rn101, 3 seeds": lambda: self.clip("clipasso", "rn101", 3),
            "fine, rn101, 3 seeds": lambda: self.clip("fine", "rn101", 3),
            "fine, vit-b-32, 3 seeds": lambda: self.clip("fine", "vit-b-32", 3),
            "fine, rn101, 1 seed": lambda: self.clip("fine", "rn101", 1),
        }

    def kernels(self) -> Mapping[str, Any]:
        """Whether compiled code is used, and the error of its trial stroke."""
        device = torch.device(self.device)
        error = dispatch.trial(dispatch.compiled_coverage(device), device)
        return {"error of the trial": error, "used": dispatch.works(device)}

    def three_canvases(self) -> tuple[Tensor, Tensor, tuple[int, int]]:
        """Long strokes as in a step of three seeds."""
        points, widths = strokes(48, 224, LONG)
        return points.view(3, 16, *points.shape[2:]), widths.view(3, 16), (224, 224)

    def many_curves(self) -> tuple[Tensor, Tensor, tuple[int, int]]:
        """Short curves of 3 px spread over a large canvas."""
        count, height, width = (64, 96, 128) if self.rehearsal else (2048, 1344, 2040)
        points = strokes(count, height, SHORT)[0] * torch.tensor([width / height, 1.0])
        return points, torch.full((1, count), 3.0), (height, width)

    def raster(self, points: Tensor, widths: Tensor, size: tuple[int, int]) -> Mapping[str, Any]:
        """Milliseconds of forward, and of forward and backward by points and widths; memory in MB."""
        leaves = [points.to(self.device).requires_grad_(), widths.to(self.device).requires_grad_()]
        slope = torch.linspace(-1, 1, size[1], device=self.device).expand(len(points), *size).contiguous()

        def forward() -> None:
            with torch.no_grad():
                coverage(*leaves, size=size)

        def both() -> None:
            torch.autograd.grad(coverage(*leaves, size=size), leaves, slope)

        with peak_memory(self.device) as peak:
            both()
            memory = peak()
        time_of = captured if self.device == "cuda" else lambda work: milliseconds(work, 0.2)
        alone, whole = time_of(forward), time_of(both)
        return {"forward ms": alone, "backward ms": whole - alone, "both ms": whole, "memory MB": memory / 1e6}

    def agreement(self) -> Mapping[str, Any]:
        """The largest difference of ink, and the relative difference of gradients, from the CPU's."""
        found: dict[str, list[Tensor]] = {}
        points, widths, size = self.three_canvases()
        slope = torch.linspace(-1, 1, size[1]).expand(len(points), *size).contiguous()
        for device in ("cpu", self.device):
            leaves = [points.to(device).requires_grad_(), widths.to(device).requires_grad_()]
            ink = coverage(*leaves, size=size)
            gradients = torch.autograd.grad(ink, leaves, slope.to(device))
            found[device] = [value.detach().cpu() for value in (ink, *gradients)]
        ink, *by = (
            (one - other).abs().max() if one.ndim == 3 else (one - other).norm() / other.norm()
            for one, other in zip(found[self.device], found["cpu"], strict=True)
        )
        return {"ink, largest difference": float(ink), "gradients, relative": [float(value) for value in by]}

    def standard(self) -> Mapping[str, Any]:
        """Seconds of a second drawing, and how far its control points lie from those of the CPU's drawing."""
        photo = load_photo(PHOTO)

        def drawn(device: str) -> tuple[float, Finished]:
            request = SketchRequest(
                photo.pixels,
                photo.width,
                photo.height,
                preset="draft" if self.rehearsal else "standard",
                device=device,  # type: ignore[arg-type]
            )
            began = time.perf_counter()
            *_, last = sketch(request, lambda: False)
            if not isinstance(last, Finished):
                raise RuntimeError(f"the drawing failed: {last}")
            return time.perf_counter() - began, last

        first, _ = drawn(self.device)
        seconds, here = drawn(self.device)
        again = drawn(self.device)[1].drawing == here.drawing
        _, cpu = drawn("cpu")
        apart = [
            float(abs(one.curve.points - other.curve.points).max())
            for one, other in zip(here.drawing.strokes, cpu.drawing.strokes, strict=False)
            if one.curve.points.shape == other.curve.points.shape
        ]
        return {
            "first drawing s": first,
            "next drawing s": seconds,
            "the same again": again,
            "strokes": [here.report.strokes, cpu.report.strokes],
            "final loss": [here.report.final_loss, cpu.report.final_loss],
            "control points apart, px, median and most": [median(apart), max(apart)] if apart else None,
        }

    def clip(self, preset: str, encoder: str, seeds: int) -> Mapping[str, Any]:
        """Seconds of a step and of a whole drawing, memory in MB, and why steps were not recorded, if so."""
        few = 4 if self.rehearsal else None
        cost = measure(preset, encoder, seeds, device=self.device, steps=few, fine_steps=few, tiny=self.rehearsal)
        return {
            "step s": cost.step,
            "drawing s": cost.drawing,
            "memory MB": cost.memory / 1e6,
            "recorded": self.device == "cuda" and not cost.trouble,
            "trouble": cost.trouble,
        }


def captured(work: Callable[[], object]) -> float:
    """The median time of a CUDA graph of some work, replayed, in milliseconds."""
    aside = torch.cuda.Stream()
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        for _ in range(3):  # kernels are built and memory is found
            work()
    torch.cuda.current_stream().wait_stream(aside)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        work()
    times = []
    for _ in range(60):
        begin, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        begin.record()
        graph.replay()
        end.record()
        end.synchronize()
        times.append(begin.elapsed_time(end))
    return median(times[10:])


def machine(plan: Plan) -> Mapping[str, Any]:
    """What was measured on."""
    try:
        triton = version("triton")
    except PackageNotFoundError:
        triton = ""
    name = torch.cuda.get_device_name() if plan.device == "cuda" else "CPU"
    return {"device": name, "rehearsal": plan.rehearsal, "torch": torch.__version__, "triton": triton}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("out/gpu.json"))
    parser.add_argument("--seconds", type=float, default=480.0, help="no part begins after that time")
    parser.add_argument("--rehearse", action="store_true", help="go through all parts on the CPU, at tiny sizes")
    parser.add_argument("--only", nargs="+", default=[], help="parts whose names contain one of these")
    chosen = parser.parse_args(arguments)
    if not chosen.rehearse and not torch.cuda.is_available():
        print("There is no usable CUDA device here: run this where there is one, or add --rehearse.", file=sys.stderr)
        return 2
    plan = Plan("cpu" if chosen.rehearse else "cuda", chosen.rehearse)
    began = time.perf_counter()
    failed = 0
    results: dict[str, Any] = {"machine": machine(plan)}
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    print(json.dumps(results["machine"]))
    for name, part in plan.parts().items():
        if chosen.only and not any(text in name for text in chosen.only):
            continue
        started = time.perf_counter()
        result: dict[str, Any] = {"aim": AIMS[name]} if name in AIMS else {}
        if started - began > chosen.seconds:
            result["left out"] = "no time was left"
        else:
            try:
                result |= part()
            except Exception as error:  # the device is lent for minutes: the other parts are measured all the same
                traceback.print_exc()
                result["error"] = f"{type(error).__name__}: {error}"
                failed += 1
            result["took s"] = time.perf_counter() - started
        results[name] = result
        print(f"{name}: {json.dumps(result, ensure_ascii=False)}", flush=True)
        chosen.out.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{time.perf_counter() - began:.0f} s; written to {chosen.out}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
