"""`python -m tests.benchmarks.clipasso [--threads 2] [--seeds 1 3]`: what CLIP's presets cost in time and memory.

Encoders have their full size and random weights: speed does not depend on what they have learnt. `clipasso` is timed
over some steps, from which the time of its 2,000 follows; `fine` draws whole drawings, without an early end. Each case
has a process of its own, for its own peak of memory.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from taureau.threads import DRAWING_THREADS

if TYPE_CHECKING:
    from taureau.perception import ClipEncoder

CASES = (("clipasso", "rn101"), ("fine", "rn101"), ("fine", "vit-b-32"))
ARCHITECTURES = {"rn101": "RN101", "vit-b-32": "ViT-B-32"}
PHOTO = Path(__file__).parents[2] / "resources" / "samples" / "duck.jpg"
STEPS = 6  # of clipasso that are timed, after one to warm up
TINY = {  # in place of an architecture's image tower, to try out a benchmark
    "RN101": {"image_size": 64, "layers": [1, 1, 1, 1], "width": 8, "head_width": 64},
    "ViT-B-32": {"image_size": 64, "layers": 8, "width": 64, "patch_size": 32, "head_width": 32},
}


@dataclass(frozen=True)
class Cost:
    """What one case took."""

    step: float  # s, the median of a step with all seeds in it
    drawing: float  # s, from the photo to the last step
    raster: float  # share of a step; on a CPU alone
    encoder: float
    memory: int  # bytes: the peak of the process on a CPU, libraries and encoder included; of torch on a GPU
    trouble: str  # why steps could not be recorded on a GPU; "" where they were, or where nothing is recorded


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=DRAWING_THREADS, help="of torch")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 3])
    chosen = parser.parse_args()
    print(f"{chosen.threads} threads; {PHOTO.name}, 16 strokes")
    print("preset    encoder   seeds   s/step  raster  encoder    rest  s/drawing   memory  cheaper: step, drawing")
    for seeds in chosen.seeds:
        first: Cost | None = None
        for preset, encoder in CASES:
            cost = in_own_process(preset, encoder, seeds, threads=chosen.threads)
            first = first or cost
            ratios = f"{first.step / cost.step:5.1f} × {first.drawing / cost.drawing:6.1f} ×"
            print(
                f"{preset:<9} {encoder:<9} {seeds:5d} {cost.step:8.3f} {cost.raster:7.0%} {cost.encoder:8.0%} "
                f"{1 - cost.raster - cost.encoder:7.0%} {cost.drawing:10.1f} {cost.memory / 1e6:6.0f} MB  {ratios}",
                flush=True,
            )


def in_own_process(*arguments: Any, **options: Any) -> Cost:
    """`measure` in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, *arguments, **options).result()


def random_encoder(encoder_id: str, device: str, *, tiny: bool = False) -> ClipEncoder:
    """A CLIP of an architecture with random weights."""
    import open_clip
    import torch
    from taureau.perception import ClipEncoder
    from taureau.perception.loading import CLIP_MEAN, CLIP_STD

    torch.manual_seed(0)
    config = open_clip.get_model_config(ARCHITECTURES[encoder_id])
    if tiny:
        config["vision_cfg"] = TINY[ARCHITECTURES[encoder_id]]
    model = open_clip.CLIP(**config)
    return ClipEncoder(model, encoder_id, mean=CLIP_MEAN, std=CLIP_STD, half=True, device=device)


def measure(
    preset: str,
    encoder_id: str,
    seeds: int,
    *,
    threads: int = DRAWING_THREADS,
    device: str = "cpu",
    steps: int | None = STEPS + 1,  # of clipasso, from which its drawing's time follows; None: all are made
    fine_steps: int | None = None,  # of fine; None: as many as its recipe has
    tiny: bool = False,
) -> Cost:
    """Draw in this process."""
    import torch
    from taureau.engine import Failed, Progress, SketchRequest
    from taureau.engine import recipes as table
    from taureau.engine.runs import device as choice
    from taureau.engine.runs.sketch import sketch
    from taureau.engine.search.parallel_seeds import ParallelSeeds
    from taureau.perception import builtin_encoder
    from taureau.photo import load_photo
    from taureau.raster import coverage

    cuda = device == "cuda"
    encoder = random_encoder(encoder_id, device, tiny=tiny)
    perceptual_encoder = builtin_encoder(device)
    spent: Counter[str] = Counter()
    taken: list[tuple[float, Counter[str]]] = []
    trouble: set[str] = set()

    def timed(name: str, work: Any) -> Any:
        def run(*arguments: Any, **options: Any) -> Any:
            began = time.perf_counter()
            result = work(*arguments, **options)
            spent[name] += time.perf_counter() - began
            return result

        return run

    # Going back, gradients by the ink are the encoders' part, those by control points the rasteriser's.
    plain_grad = torch.autograd.grad
    back = {True: timed("encoder", plain_grad), False: timed("raster", plain_grad)}

    def grad(outputs: Any, inputs: Any, *others: Any, **options: Any) -> Any:
        return back[isinstance(inputs, torch.Tensor)](outputs, inputs, *others, **options)

    plain_step = ParallelSeeds.step

    def step(self: ParallelSeeds) -> Any:
        count, earlier, began = len(self.all), Counter(spent), time.perf_counter()
        result = plain_step(self)  # it reads the losses: a GPU is done then
        trouble.add(self.trouble)
        if count == seeds:
            taken.append((time.perf_counter() - began, spent - earlier))
        return result

    total = table.CLIPASSO.steps
    short = replace(table.CLIPASSO, steps=steps or total)
    fine = {name: replace(recipe, patience=0, steps=fine_steps or recipe.steps) for name, recipe in table.FINE.items()}
    photo = load_photo(PHOTO)
    request = SketchRequest(photo.pixels, photo.width, photo.height, preset=preset, seeds=seeds, device=device)  # type: ignore[arg-type]
    drawer = coverage if cuda else timed("raster", coverage)
    first = 0.0
    with ExitStack() as patches:
        for target, name, value in (
            (choice, "DRAWING_THREADS", threads),
            (ParallelSeeds, "step", step),
            (table, "CLIPASSO", short),
            (table, "FINE", fine),
        ):
            patches.enter_context(patch.object(target, name, value))
        if not cuda:
            patches.enter_context(patch.object(torch.autograd, "grad", grad))
            for each in (encoder, perceptual_encoder):
                patches.enter_context(patch.object(each, "features", timed("encoder", each.features)))
            patches.enter_context(patch.object(encoder, "encode_image", timed("encoder", encoder.encode_image)))
        peak = patches.enter_context(peak_memory(device))
        began = time.perf_counter()
        for event in sketch(request, lambda: False, encoder=encoder, coverage=drawer):
            if isinstance(event, Failed):
                raise SystemExit(f"{preset} with {encoder_id}: {event.error}")
            if isinstance(event, Progress) and not first:
                first = time.perf_counter() - began  # until the first strokes are there
        whole = time.perf_counter() - began
        memory = peak()
    settled = taken[1:]
    middle = statistics.median(seconds for seconds, _ in settled)
    shares = sum((parts for _, parts in settled), Counter())
    summed = sum(seconds for seconds, _ in settled)
    drawing = first + total * middle if preset == "clipasso" and steps else whole
    reason = next((text for text in sorted(trouble) if text), "")
    return Cost(middle, drawing, shares["raster"] / summed, shares["encoder"] / summed, memory, reason)


@contextmanager
def peak_memory(device: str) -> Iterator[Any]:
    """A function that returns the peak of memory since the context was entered, bytes."""
    if device == "cuda":
        import torch

        torch.cuda.reset_peak_memory_stats()
        yield torch.cuda.max_memory_allocated
    else:
        Path("/proc/self/clear_refs").write_text("5")  # Linux measures the process's peak anew
        yield _process_peak


def _process_peak() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) * 1024


if __name__ == "__main__":
    main()
