"""A program that draws a queue until it is killed, from outside or by its own hand at a chosen moment.

    python -m tests.jobs.mortal STORE OUT LOG MOMENT [ADDED…]

It first adds a job for each word of ADDED. The log says what it is about to do.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import taureau.document.whole_file
import taureau.jobs.obstacles
import taureau.jobs.worker
from taureau.document import Drawing, Layer
from taureau.engine import Event, Finished, Report
from taureau.jobs.job import Job
from taureau.jobs.queue import Queue
from taureau.jobs.run import run_next
from taureau.jobs.worker import Worker

MOMENTS = ("claimed", "drawn", "naming", "writing", "renaming", "renamed", "marked")
SECONDS = 0.1  # that a drawing takes


class Hand:
    """Logs each moment, and kills the program at one of them."""

    def __init__(self, log: Path, moment: str) -> None:
        self._log, self._moment = log, moment

    def __call__(self, moment: str, what: str = "") -> None:
        with self._log.open("a") as file:
            file.write(f"{moment} {what}\n")
        if moment == self._moment:
            die()


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def around(module: Any, name: str, before: Callable[[], None], after: Callable[[], None] = lambda: None) -> None:
    """Have something done before and after each call of a function."""
    real = getattr(module, name)

    def called(*given: Any, **named: Any) -> Any:
        before()
        result = real(*given, **named)
        after()
        return result

    setattr(module, name, called)


def drawing(job: Job) -> Drawing:
    """An empty sheet that says whose it is."""
    return Drawing(100, 100, (Layer(job.prompt),))


def main(store: Path, out: Path, log: Path, moment: str, added: list[str]) -> None:
    hand = Hand(log, moment)
    taureau.jobs.obstacles.first_present = lambda ids: ids[0]  # type: ignore[attr-defined]
    around(taureau.jobs.worker, "write_whole", lambda: hand("writing"))
    around(taureau.document.whole_file.os, "replace", lambda: hand("renaming"), lambda: hand("renamed"))

    def draw(job: Job, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
        hand("claimed", job.prompt)
        time.sleep(SECONDS)
        hand("drawn", job.prompt)
        yield Finished(run or "", drawing(job), Report(0, SECONDS, "cpu", "none", 0, None, None, stopped=False))

    with Queue(store) as queue:
        queue.add([Job(prompt=word) for word in added], out)
        hand("added", " ".join(added))
        print("ready", flush=True)
        around(taureau.jobs.worker, "free_name", lambda: hand("naming"))
        with Worker(queue) as worker:
            while list(run_next(worker, lambda: False, draw=draw, store=store)):
                hand("marked")
    hand("ended")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5:])
