"""How long a run goes on after a request to stop: `python -m tests.benchmarks.cancelling [PHOTO]`.

A run asks between the parts of its work whether it shall end; printed is by stage how often, and the median and the
longest time from one question to the next, in ms. The aim is 200 ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

from taureau.engine import SketchRequest, StageChanged
from taureau.engine.runs.sketch import sketch
from taureau.photo import load_photo
from taureau.resources import resource


def main() -> int:
    photo = load_photo(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("samples/cup.jpg"))
    request = SketchRequest(photo.pixels, width=photo.width, height=photo.height)
    between: defaultdict[str, list[float]] = defaultdict(list)
    stage, last = "", time.perf_counter()

    def cancelled() -> bool:
        nonlocal last
        now = time.perf_counter()
        between[stage].append(1000 * (now - last))
        last = now
        return False

    for event in sketch(request, cancelled):
        if isinstance(event, StageChanged):
            stage = event.stage
    for name, waits in between.items():
        print(
            f"{name or 'getting ready':24} asked {len(waits):5}  median {statistics.median(waits):6.1f} ms  "
            f"longest {max(waits):6.1f} ms"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
