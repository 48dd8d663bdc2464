"""`python -m tests.benchmarks.clipasso [--threads 2] [--seeds 1 3]`: what CLIP's presets cost in time and memory.

Encoders have their full size and random weights: speed does not depend on what they have learnt. `clipasso` is timed
over some steps and reckoned up to its 2,000; `fine` draws whole drawings, without an early end. Each case has a process
of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

CASES = (("clipasso", "rn101"), ("fine", "rn101"), ("fine", "vit-b-32"))
ARCHITECTURES = {"rn101": "RN101", "vit-b-32": "ViT-B-32"}
PHOTO = Path(__file__).parents[2] / "resources" / "samples" / "duck.jpg"
STEPS = 6  # of clipasso that are timed, after one to warm up


@dataclass(frozen=True)
class Cost:
    """What one case took."""

    step: float  # s, of a step with all seeds in it
    drawing: float  # s, from the photo to the last step
    raster: float  # share of a step
    encoder: float
    memory: int  # bytes, the process's peak while it drew, libraries and encoder included


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2, help="of torch")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 3])
    chosen = parser.parse_args()
    print(f"{chosen.threads} threads; {PHOTO.name}, 16 strokes")
    print("preset    encoder   seeds   s/step  raster  encoder    rest  s/drawing   memory  cheaper: step, drawing")
    for seeds in chosen.seeds:
        rival: Cost | None = None
        for preset, encoder in CASES:
            with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
                cost = pool.submit(measure, preset, encoder, seeds, chosen.threads).result()
            rival = rival or cost
            ratios = f"{rival.step / cost.step:5.1f} × {rival.drawing / cost.drawing:6.1f} ×"
            print(
                f"{preset:<9} {encoder:<9} {seeds:5d} {cost.step:8.3f} {cost.raster:7.0%} {cost.encoder:8.0%} "
                f"{1 - cost.raster - cost.encoder:7.0%} {cost.drawing:10.1f} {cost.memory / 1e6:6.0f} MB  {ratios}",
                flush=True,
            )


def measure(preset: str, encoder_id: str, seeds: int, threads: int) -> Cost:
    """Draw in this process."""
    import open_clip
    import torch
    from taureau.engine import Progress, SketchRequest
    from taureau.engine import recipes as table
    from taureau.engine.runs import device
    from taureau.engine.runs.sketch import sketch
    from taureau.engine.search import parallel_seeds as moving
    from taureau.perception import ClipEncoder, builtin_encoder
    from taureau.perception.loading import CLIP_MEAN, CLIP_STD
    from taureau.photo import load_photo
    from taureau.raster import coverage

    device.DRAWING_THREADS = threads  # type: ignore[misc]
    torch.manual_seed(0)
    model = open_clip.CLIP(**open_clip.get_model_config(ARCHITECTURES[encoder_id]))
    encoder = ClipEncoder(model, encoder_id, mean=CLIP_MEAN, std=CLIP_STD, half=True)
    perceptual_encoder = builtin_encoder()
    forget_peak()
    spent: Counter[str] = Counter()
    steps: list[tuple[float, Counter[str]]] = []

    def timed(name: str, work: Any) -> Any:
        def run(*arguments: Any, **options: Any) -> Any:
            began = time.perf_counter()
            result = work(*arguments, **options)
            spent[name] += time.perf_counter() - began
            return result

        return run

    # Going back, slopes by the ink are the encoders' part, those by control points the rasteriser's.
    plain_grad = torch.autograd.grad
    back = {True: timed("encoder", plain_grad), False: timed("raster", plain_grad)}

    def grad(outputs: Any, inputs: Any, *others: Any, **options: Any) -> Any:
        return back[isinstance(inputs, torch.Tensor)](outputs, inputs, *others, **options)

    plain_step = moving.ParallelSeeds.step

    def step(seeds_: Any) -> Any:
        earlier, began = Counter(spent), time.perf_counter()
        result = plain_step(seeds_)
        if len(seeds_.all) == seeds:
            steps.append((time.perf_counter() - began, spent - earlier))
        return result

    torch.autograd.grad = grad
    moving.ParallelSeeds.step = step  # type: ignore[method-assign]
    encoder.encode_image = timed("encoder", encoder.encode_image)  # type: ignore[method-assign]
    perceptual_encoder.features = timed("encoder", perceptual_encoder.features)  # type: ignore[method-assign]
    total = table.CLIPASSO.steps
    table.CLIPASSO = replace(table.CLIPASSO, steps=STEPS + 1)
    table.FINE = {name: replace(recipe, patience=0) for name, recipe in table.FINE.items()}
    photo = load_photo(PHOTO)
    request = SketchRequest(photo.pixels, photo.width, photo.height, preset=preset, seeds=seeds)  # type: ignore[arg-type]
    began, first = time.perf_counter(), 0.0
    for event in sketch(request, lambda: False, encoder=encoder, coverage=timed("raster", coverage)):
        if isinstance(event, Progress) and not first:
            first = time.perf_counter() - began  # until the first strokes lie there
    whole = time.perf_counter() - began
    seconds = sorted(each for each, _ in steps[1:])
    middle = seconds[len(seconds) // 2]
    shares = sum((parts for _, parts in steps[1:]), Counter())
    summed = sum(seconds)
    drawing = first + total * middle if preset == "clipasso" else whole
    return Cost(middle, drawing, shares["raster"] / summed, shares["encoder"] / summed, peak())


def forget_peak() -> None:
    """Have Linux measure the process's peak of memory from now on."""
    Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """The most memory this process has held since then, bytes."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) * 1024


if __name__ == "__main__":
    main()
