"""`python -m tests.benchmarks.memory FOLDER [--runs 200] [--preset draft]`: memory of one process over many runs.

Draws 20 photos of a folder again and again, and prints the resident memory after each round: what is loaded once comes
with the first one, and from then on the column stays flat.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from itertools import cycle
from pathlib import Path

import psutil
import taureau
from taureau.engine import Failed
from taureau.threads import set_thread_environment

_ROUND = 20  # photos


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Memory of one process over many runs.")
    parser.add_argument("folder", type=Path, help="photos")
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--preset", default="draft")
    chosen = parser.parse_args(arguments)
    photos = sorted(path for path in chosen.folder.rglob("*") if path.suffix.lower() in (".jpg", ".png"))[:_ROUND]
    if not photos:
        parser.error(f"there is no photo in {chosen.folder}")
    print("runs      MB  objects  threads  s a run")
    measured = rows(photos, chosen.runs, chosen.preset)
    warm, last = measured[min(1, len(measured) - 1)], measured[-1]
    print(f"{(last / warm - 1) * 100:+.1f} % from the second row to the last")
    return 0


def rows(photos: list[Path], runs: int, preset: str) -> list[float]:
    """Draw and print a row after each round; return the resident memory of each, MB."""
    process = psutil.Process()
    found = []
    began = time.perf_counter()
    for number, photo in zip(range(1, runs + 1), cycle(photos), strict=False):
        for event in taureau.stream(taureau.sketch_request(photo, preset=preset)):
            if isinstance(event, Failed):
                raise SystemExit(f"{photo}: {event.error}")
        if number % _ROUND == 0 or number == runs:
            found.append(process.memory_info().rss / 1e6)
            seconds, began = (time.perf_counter() - began) / _ROUND, time.perf_counter()
            row = f"{number:4}  {found[-1]:6.1f}  {len(gc.get_objects()):7}  {process.num_threads():7}  {seconds:7.2f}"
            print(row, flush=True)
    return found


if __name__ == "__main__":
    set_thread_environment()
    sys.exit(main())
