"""`python -m tests.benchmarks.farm OUT/report.json [--jobs 1000] [--mb 1] [--mean S]`: how far a farm scales.

A simulation: the times of the jobs are those that the report of a batch has measured, drawn at random; what the machine
that has the batch does for each, sending the photo and keeping the drawing, is measured here. docs/batch.md has the
arithmetic.
"""

from __future__ import annotations

import argparse
import heapq
import json
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from taureau.jobs.batch import Batch, Item, planned
from taureau.jobs.batch_record import BatchRecord
from taureau.jobs.gallery import keep_drawn
from taureau.jobs.job import Job
from taureau.jobs.settings import JobSettings
from taureau.jobs.task import Drawn, Task, carry_out
from taureau.resources import resource

from tests.jobs.test_batch import Inline

_NETWORK = 1e9 / 8  # bytes a second, of a cable of 1 Gbit
_CALL = 1.1e-3  # s that Ray takes for a task, measured with an empty one
_LOAD = 6.0  # s for a worker to start and to load the engine
_KEPT = 50  # drawings, to measure what keeping one takes


@dataclass(frozen=True)
class Costs:
    """What a job costs besides drawing, s: `send` and `keep` on the machine that has the batch, one after the other."""

    send: float
    keep: float
    load: float  # of a worker before its first job


def simulated(jobs: Sequence[float], workers: int, costs: Costs, *, ahead: int = 1) -> tuple[float, float]:
    """Return the seconds of a batch, and the share of the workers' time that is drawing.

    `jobs` are the seconds that each takes to draw. As many as `ahead` for each worker are sent before they can begin;
    those that have been sent begin in that order, each on the worker that is free first.
    """
    waiting, under_way = deque(jobs), 0
    free = [(0.0, costs.load)] * workers  # from when on, and what comes before the first job; a heap
    ended: list[float] = []  # a heap
    now = 0.0
    while waiting or under_way:
        if waiting and under_way < workers * (1 + ahead):
            now += costs.send
            since, load = heapq.heappop(free)
            end = max(now, since) + load + waiting.popleft()
            heapq.heappush(free, (end, 0.0))
            heapq.heappush(ended, end)
            under_way += 1
        else:
            now = max(now, heapq.heappop(ended)) + costs.keep
            under_way -= 1
    return now, sum(jobs) / (workers * now)


def main() -> int:
    parser = argparse.ArgumentParser(description="How many workers a farm keeps busy.")
    parser.add_argument("report", type=Path, help="of a batch")
    parser.add_argument("--jobs", type=int, default=1000)
    parser.add_argument("--mb", type=float, default=1.0, help="size of a photo, MB")
    parser.add_argument("--mean", type=float, help="s: scale the times to this, if the machine was busy")
    chosen = parser.parse_args()
    lines = json.loads(chosen.report.read_text(encoding="utf-8"))["drawings"]
    measured = [line["seconds"] for line in lines if line["seconds"] > 0 and not line["reason"]]
    scale = 1.0 if chosen.mean is None else chosen.mean * len(measured) / sum(measured)
    jobs = [scale * seconds for seconds in random.Random(1).choices(measured, k=chosen.jobs)]
    print(f"{chosen.jobs} jobs of {sum(jobs) / len(jobs):.2f} s, {min(jobs):.2f} to {max(jobs):.2f}")
    for gallery in (False, True):
        costs = Costs(send=_CALL + chosen.mb * 1e6 / _NETWORK, keep=keeping(gallery=gallery), load=_LOAD)
        most = 1 / (costs.send + costs.keep)
        print(f"{'with' if gallery else 'without'} the gallery: {costs.send * 1e3:.1f} ms to send a photo, ", end="")
        print(f"{costs.keep * 1e3:.1f} ms to keep a drawing: at most {most:.0f} a second")
        print("workers  minutes  a minute  efficiency")
        for workers in (1, 2, 4, 8, 16, 32, 64):
            seconds, share = simulated(jobs, workers, costs)
            print(f"{workers:7}  {seconds / 60:7.2f}  {60 * len(jobs) / seconds:8.0f}  {share:10.1%}")
    return 0


def keeping(*, gallery: bool) -> float:
    """Return the seconds that it takes to record and write a drawing, at best, with its entry in the gallery or not."""
    photo = resource("samples/cup.jpg")
    job = Job(photo)
    with tempfile.TemporaryDirectory() as folder:
        drawn = carry_out(Task("0", Job(photo, settings=JobSettings(preset="draft"))))
        assert isinstance(drawn, Drawn)
        out = Path(folder, "out")
        times = []
        with BatchRecord(out) as record:
            plan = planned([Item(job, f"{number}.svg", "cup") for number in range(_KEPT)], record)
            began = time.perf_counter()
            for ended in Batch(out, record, Inline(lambda task: drawn)).run(plan):
                if gallery:
                    keep_drawn(ended.item.job, drawn, origin="batch", folder=Path(folder, "runs"))
                times.append(time.perf_counter() - began)
                began = time.perf_counter()
    return sorted(times)[len(times) // 4]


if __name__ == "__main__":
    sys.exit(main())
