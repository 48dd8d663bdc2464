"""`python -m tests.benchmarks.batch FOLDER [--photos 20] [--preset draft] [--rounds 2]`: photos a minute.

A loop over `taureau sketch`, and `taureau batch` with one worker and with two, taken in turns so that a loaded machine
slows all of them alike. The processor time of a photo says what a machine with nothing else to do would reach.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MAIN = Path(__file__).parents[2] / "main.py"


def main() -> int:
    parser = argparse.ArgumentParser(description="Photos a minute, alone and in batches.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=20)
    parser.add_argument("--preset", default="draft")
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    photos = sorted(path for path in chosen.folder.rglob("*.jpg"))[: chosen.photos]
    ways = {"a loop over sketch": one_by_one, "batch, 1 worker": batch(1), "batch, 2 workers": batch(2)}
    best: dict[str, float] = {}
    print(f"{len(photos)} photos, preset {chosen.preset}")
    for _ in range(chosen.rounds):
        for name, way in ways.items():
            before, began = processor_seconds(), time.perf_counter()
            with tempfile.TemporaryDirectory() as folder:
                way(photos, Path(folder), chosen.preset)
            seconds = time.perf_counter() - began
            each = (processor_seconds() - before) / len(photos)
            best[name] = max(best.get(name, 0.0), 60 * len(photos) / seconds)
            rate = f"{60 * len(photos) / seconds:5.1f} a minute"
            print(f"{name:20} {rate}, {each:5.2f} s of a processor for each", flush=True)
    for name, found in best.items():
        print(f"{name:20} {found:5.1f} a minute at best, × {found / best['a loop over sketch']:.2f}")
    return 0


def one_by_one(photos: list[Path], folder: Path, preset: str) -> None:
    for number, photo in enumerate(photos):
        taureau("sketch", photo, "-o", folder / f"{number}.svg", "--preset", preset)


def batch(workers: int) -> Callable[[list[Path], Path, str], None]:
    def draw(photos: list[Path], folder: Path, preset: str) -> None:
        listed = folder / "list.txt"
        listed.write_text("\n".join(str(photo.absolute()) for photo in photos))
        taureau("batch", listed, "-o", folder / "out", "--preset", preset, "--workers", workers)

    return draw


def taureau(*arguments: object) -> None:
    command = [sys.executable, str(MAIN), *map(str, arguments), "--no-gallery"]
    subprocess.run(command, check=True, capture_output=True, env=os.environ)


def processor_seconds() -> float:
    """Return the processor time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
