"""A queue in a store of its own, whose drawings are made when the test lets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Semaphore

import pytest
from taureau.engine import Event, Failed, Finished, Progress, Report
from taureau.jobs.job import Job
from taureau.jobs.run import NextJob, run_next
from taureau.session import Runner
from taureau.session.queue.job_queue import JobQueue

from tests.session.sketches import SteppedSketch, drawing


class HeldDraw:
    """Draws each job once `go_on` allows a step, in two steps; a job named “broken” fails."""

    def __init__(self) -> None:
        self._steps = Semaphore(0)
        self.begun: list[str] = []

    def go_on(self, steps: int = 1000) -> None:
        self._steps.release(steps)

    def __call__(self, job: Job, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
        run, stopped = run or "", False
        self.begun.append(job.name)
        if "broken" in job.name:
            yield Failed(run, "It is broken.", "Mend it.", bad_input=True)
            return
        for step in (1, 2):
            while not stopped and not self._steps.acquire(timeout=0.01):
                stopped = cancelled()
            yield Progress(run, step, 2, {}, drawing(step))
        yield Finished(run, drawing(2), Report(2, 0.5, "cpu", "none", 0, None, None, stopped=stopped or cancelled()))


@pytest.fixture
def held() -> HeldDraw:
    return HeldDraw()


@pytest.fixture
def runner(loop: object) -> Iterator[Runner]:
    other = SteppedSketch(steps=1)

    def sketch(request: object, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
        if isinstance(request, NextJob):
            return run_next(request.worker, cancelled, run=run, draw=request.draw, store=request.store)
        return other(request, cancelled, run=run)

    runner = Runner(sketch)
    runner.other = other
    yield runner
    other.go_on()
    assert runner.close()


@pytest.fixture
def make_queue(runner: Runner, held: HeldDraw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    monkeypatch.setattr("taureau.jobs.obstacles.first_present", lambda ids: ids[0])
    (tmp_path / "out").mkdir()
    made: list[JobQueue] = []

    def make() -> JobQueue:
        queue = JobQueue(runner, tmp_path / "store", draw=held)
        queue.heard = []
        queue.notified.connect(queue.heard.append)
        made.append(queue)
        return queue

    yield make
    for queue in made:
        queue.stop()
    held.go_on()
    assert runner.close()
    for queue in made:
        queue.close()
        queue.deleteLater()


@pytest.fixture
def queue(make_queue: Callable[[], JobQueue], tmp_path: Path) -> JobQueue:
    queue = make_queue()
    queue.set_results(tmp_path / "out")
    return queue
