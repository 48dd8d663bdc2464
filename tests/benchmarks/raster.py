"""`python -m tests.benchmarks.raster`: how long drawing takes, against plain torch, the dense reference and pydiffvg.

Strokes are gently curved, 3 px wide at 224 px and scaled with the canvas. Times are medians in milliseconds; memory
is the growth of the process's peak over one forward and backward pass, measured in a fresh process. The rows beside
plain torch are shortest processor times, both routes in turn. For a GPU there is `tests.benchmarks.gpu`.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import multiprocessing
import resource
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

import torch
from taureau.raster import composite, coverage, diffvg, reference
from torch import Tensor

SHORT, LONG = 20.0, 150.0  # lengths at 224 px
Rasterizer = Callable[..., Tensor]
Pass = Callable[[], object]


def strokes(count: int, size: int, length: float) -> tuple[Tensor, Tensor]:
    """Curved strokes within the canvas: points [1, count, 1, 4, 2], widths [1, count], float32."""
    random = torch.Generator().manual_seed(count)
    scale = size / 224
    angle = torch.rand(count, generator=random) * 2 * torch.pi
    turn = torch.randn(count, 3, generator=random) * 0.5
    heading = angle[:, None] + turn  # [count, 3]
    steps = torch.stack([heading.cos(), heading.sin()], -1) * length * scale / 3
    points = torch.cat([torch.zeros(count, 1, 2), steps.cumsum(1)], 1)
    low, high = points.amin(1, keepdim=True), points.amax(1, keepdim=True)
    room = (size - (high - low)).clamp(min=0)
    points = points - low + room * torch.rand(count, 1, 2, generator=random)
    return points[None, :, None], torch.full((1, count), 3 * scale)


def passes(rasterizer: Rasterizer, count: int, size: int, length: float) -> tuple[Pass, Pass]:
    """One forward pass, and one forward and backward pass, to be called."""
    points, widths = strokes(count, size, length)
    target = torch.linspace(0, 1, size).expand(1, size, size)
    leaf = points.clone().requires_grad_()

    def forward() -> None:
        with torch.no_grad():
            rasterizer(points, widths, size=(size, size))

    def both() -> None:
        torch.autograd.grad(((rasterizer(leaf, widths, size=(size, size)) - target) ** 2).mean(), leaf)

    return forward, both


def milliseconds(work: Pass, budget: float) -> float:
    """The median over as many runs as the budget of seconds allows, after one to warm up; one run at least."""
    times: list[float] = []
    begun = time.perf_counter()
    while len(times) < 2 or (time.perf_counter() - begun < budget and len(times) < 40):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
        if times[0] > 1000 * budget:
            return times[0]
    return median(times[1:])


def peak() -> float:
    """The process's peak memory in megabytes, since `forget_peak` where the system knows of that."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def forget_peak() -> None:
    """Lets the peak start again from what is in use."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak_growth(count: int, size: int, length: float, answer: multiprocessing.Queue[float]) -> None:
    """Puts the megabytes by which a pass raises the process's peak memory."""
    torch.set_num_threads(1)
    passes(coverage, 1, 64, 20)[1]()  # libraries loaded and threads started
    _, both = passes(coverage, count, size, length)
    forget_peak()
    before = peak()
    both()
    answer.put(peak() - before)


def memory(count: int, size: int, length: float) -> float:
    """`peak_growth` in a process of its own."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.Queue[float] = context.Queue()
    process = context.Process(target=peak_growth, args=(count, size, length, answer))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit("the process that measures memory failed")
    return answer.get()


def plain(points: Tensor, widths: Tensor, *, size: tuple[int, int]) -> Tensor:
    """The route of plain torch."""
    return composite.union(points, widths, size)


def beside_plain_torch() -> None:
    """Prints how long compiled code and plain torch take on one core, in turn, and how both grow."""
    torch.set_num_threads(1)
    scenes = [(16, 224, SHORT), (16, 224, LONG), (64, 224, LONG), (256, 224, LONG), (16, 1024, LONG)]
    work = {scene: [passes(rasterizer, *scene)[1] for rasterizer in (coverage, plain)] for scene in scenes}
    best = {scene: [float("inf")] * 2 for scene in scenes}
    for _ in range(12):
        for scene, routes in work.items():
            for route, run in enumerate(routes):
                start = time.process_time()
                run()
                best[scene][route] = min(best[scene][route], 1000 * (time.process_time() - start))
    print(f"{'forward and backward, ms':<36} {'ours':>8} {'plain':>8} {'times':>6}")
    for (count, size, length), (ours, theirs) in best.items():
        words = f"{count} {'short' if length == SHORT else 'long'} strokes at {size} px"
        print(f"{words:<36} {ours:8.2f} {theirs:8.2f} {theirs / ours:6.1f}")
    few = best[16, 224, LONG]
    for words, scene in (("256 strokes / 16 strokes", scenes[3]), ("1024 px / 224 px", scenes[4])):
        print(f"{words:<36} {best[scene][0] / few[0]:8.1f} {best[scene][1] / few[1]:8.1f}")
    print()


def main() -> None:
    """Prints the tables and the ratios."""
    beside_plain_torch()
    print(f"{'rasterizer':<11} {'strokes':>11} {'size':>5} {'threads':>7} {'forward':>9} {'fwd+bwd':>9} {'memory':>8}")
    found: dict[tuple[str, int, int, float], float] = {}

    def row(name: str, rasterizer: Rasterizer, count: int, size: int, length: float, threads: int) -> None:
        torch.set_num_threads(threads)
        alone, whole = passes(rasterizer, count, size, length)
        slow = rasterizer is reference.coverage  # most of a minute
        both = milliseconds(whole, 2.0)
        forward = "-" if slow else f"{milliseconds(alone, 2.0):.1f}"
        extra = f"{memory(count, size, length):5.0f} MB" if name == "ours" and threads == 1 else ""
        if threads == 1:
            found[name, count, size, length] = both
        kind = "short" if length == SHORT else "long"
        print(
            f"{name:<11} {count:>5} {kind} {size:>5} {threads:>7} {forward:>9} {both:>9.1f} {extra:>8}",
            flush=True,
        )

    for threads in sorted({1, min(4, os.cpu_count() or 1)}):
        for count, size, length in ((16, 224, SHORT), (16, 224, LONG), (64, 224, LONG), (256, 224, LONG)):
            row("ours", coverage, count, size, length, threads)
        for count in (16, 256):
            row("ours", coverage, count, 1024, LONG, threads)
    if diffvg.available():
        for count, size, length in ((16, 224, SHORT), (16, 224, LONG), (64, 224, LONG)):
            row("pydiffvg", diffvg.coverage, count, size, length, 1)
    row("reference", reference.coverage, 16, 224, LONG, 1)

    def ratio(words: str, one: tuple[str, int, int, float], other: tuple[str, int, int, float]) -> None:
        if one in found and other in found:
            print(f"{words:<52} {found[one] / found[other]:7.1f} times")

    print()
    base = ("ours", 16, 224, LONG)
    ratio("dense reference / ours, 16 long strokes at 224 px", ("reference", 16, 224, LONG), base)
    ratio("256 strokes / 16 strokes, at 224 px", ("ours", 256, 224, LONG), base)
    ratio("1024 px / 224 px, 16 strokes scaled with the canvas", ("ours", 16, 1024, LONG), base)
    for length in (SHORT, LONG):
        words = f"pydiffvg / ours, 16 {'short' if length == SHORT else 'long'} strokes at 224 px"
        ratio(words, ("pydiffvg", 16, 224, length), ("ours", 16, 224, length))


if __name__ == "__main__":
    main()
