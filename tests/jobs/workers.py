"""Work for pools that is quickly done, and workers that die; the prompt of a job says what they are to do."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from taureau.jobs.job import Job
from taureau.jobs.task import Drawn, NotDrawn, Outcome, Task

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M1 1 L7 7" stroke="#141414"/></svg>\n'


def task(key: str, prompt: str = "a cup") -> Task:
    return Task(key, Job(prompt=prompt))


def answer(task: Task, cancelled: Callable[[], bool]) -> Outcome:
    """Draw always the same, unless the prompt says otherwise.

    "fail REASON" fails, "kill FOLDER TIMES" dies the first times, "wait FOLDER" lasts until it is cancelled, and
    "until FOLDER" until there is a file `go` in it.
    """
    word, _, rest = task.job.prompt.partition(" ")
    if word == "fail":
        return NotDrawn(rest)
    if word == "kill":
        folder, times = rest.rsplit(" ", 1)
        deaths = Path(folder, task.key)
        before = int(deaths.read_text()) if deaths.exists() else 0
        if before < int(times):
            deaths.write_text(str(before + 1))
            os.kill(os.getpid(), signal.SIGKILL)
    if word == "until":
        Path(rest, f"{task.key}-{os.getpid()}").touch()
        while not Path(rest, "go").exists():
            time.sleep(0.02)
    if word == "wait":
        Path(rest, f"{task.key}-{os.getpid()}").touch()
        while not cancelled():
            time.sleep(0.02)
    return drawn(str(os.getpid()).encode())


def drawn(mark: bytes = b"") -> Drawn:
    return Drawn(svg=SVG + b"<!-- " + mark + b" -->\n", strokes=1, seconds=0.5, drawing_picture=SVG)
