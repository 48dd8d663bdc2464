"""A batch: many jobs drawn into one folder by a pool, and what became of each."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taureau.api import never
from taureau.document import write_whole
from taureau.errors import TaureauError
from taureau.jobs.batch_record import FOLDER, BatchRecord, Result, Standing, asked_of
from taureau.jobs.job import Job
from taureau.jobs.pool import Pool
from taureau.jobs.task import Drawn, NotDrawn, Outcome, Task

_WAIT = 0.2  # s between looks whether the batch is cancelled
_ALIKE = 10  # first jobs that fail for one reason: so would all others
_PICTURES = "pictures"
_ADVICE = "Then give the same command again, which draws what is missing."


class BatchError(TaureauError):
    """The batch cannot go on; what is drawn is kept. The message says what to do."""


@dataclass(frozen=True)
class Item:
    """A job and where its drawing goes, relative to the folder of the drawings."""

    job: Job
    output: str
    name: str  # of the photo, as the user knows it, or the prompt


@dataclass(frozen=True)
class Planned:
    """An item at the start of a batch."""

    item: Item
    asked: dict[str, Any]
    standing: Standing  # what is there of it

    @property
    def to_draw(self) -> bool:
        return self.standing == "missing"


def planned(items: Sequence[Item], record: BatchRecord, *, overwrite: bool = False) -> list[Planned]:
    """Return what is there of each item; with `overwrite` everything is missing. Raises OSError."""
    found = []
    for item in items:
        asked = asked_of(item.job)
        found.append(Planned(item, asked, "missing" if overwrite else record.standing(item.output, asked)))
    return found


@dataclass(frozen=True)
class Ended:
    """A job of the batch has ended, its result is recorded, and its drawing, if there is one, in its file."""

    item: Item
    result: Result
    outcome: Outcome


class Batch:
    """Draws what is missing, and keeps it."""

    def __init__(self, folder: Path, record: BatchRecord, pool: Pool) -> None:
        self.folder = folder
        self._record = record
        self._pool = pool

    @property
    def workers(self) -> int:
        """How many jobs are drawn at once now; on a cluster machines come and go."""
        return self._pool.workers

    def run(self, plan: Sequence[Planned], cancelled: Callable[[], bool] = never) -> Iterator[Ended]:
        """Draw, and yield each job that has ended, in any order; raises BatchError, PoolError.

        Once `cancelled` is true, no further job begins and those under way are left to be stopped with the pool.
        """
        waiting = deque(one for one in plan if one.to_draw)
        under_way: dict[str, Planned] = {}
        reasons: list[str] = []
        while (waiting or self._pool.busy) and not cancelled():
            while waiting and self._pool.free:
                one = waiting.popleft()
                task = self._task(one.item)
                if isinstance(task, NotDrawn):
                    yield self._keep(one, task)
                    continue
                under_way[task.key] = one
                self._pool.submit(task)
            for task, outcome in self._pool.completed(_WAIT):
                yield self._keep(under_way.pop(task.key), outcome)
                if len(reasons) < _ALIKE:
                    reasons.append(outcome.reason if isinstance(outcome, NotDrawn) else "")
                    if len(reasons) == _ALIKE and reasons[0] and len(set(reasons)) == 1:
                        raise BatchError(f"the first {_ALIKE} have failed alike: {reasons[0]}")

    def _task(self, item: Item) -> Task | NotDrawn:
        if not self._pool.elsewhere:
            return Task(item.output, item.job)
        job = item.job.decided()
        if item.job.photo is None:
            return Task(item.output, job)
        try:
            return Task(item.output, job, item.job.photo.read_bytes())
        except OSError as error:
            return NotDrawn(f"{item.job.photo} cannot be read: {error.strerror}")

    def _keep(self, one: Planned, outcome: Outcome) -> Ended:
        """Record an outcome, then write the drawing; raises BatchError where there is no place for it."""
        output = one.item.output
        if isinstance(outcome, NotDrawn):
            result = Result(output, one.asked, drawn=False, reason=outcome.reason, seconds=outcome.seconds)
        else:
            digest = hashlib.sha256(outcome.svg).hexdigest()
            result = Result(
                output, one.asked, drawn=True, strokes=outcome.strokes, seconds=outcome.seconds, sha256=digest
            )
        try:
            self._record.add(result)
            if isinstance(outcome, Drawn):
                file = self.folder / output
                file.parent.mkdir(parents=True, exist_ok=True)
                save_pictures(self.folder, output, outcome)
                write_whole(file, outcome.svg)
        except OSError as error:
            raise BatchError(f"{self.folder} cannot be written: {error.strerror}. {_ADVICE}") from error
        except TaureauError as error:
            raise BatchError(f"{error} {_ADVICE}") from error
        return Ended(one.item, result, outcome)


def save_pictures(folder: Path, output: str, drawn: Drawn) -> None:
    """Keep the small pictures of a drawing and its photo for the report; raises OSError."""
    for end, data in (("drawing", drawn.drawing_picture), ("photo", drawn.photo_picture)):
        if data is not None:
            file = _picture(folder, output, end)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def saved_picture(folder: Path, output: str, end: str) -> bytes | None:
    """Return a small picture, of the "drawing" (SVG or PNG) or the "photo" (JPEG); None without one."""
    try:
        return _picture(folder, output, end).read_bytes()
    except OSError:
        return None


def _picture(folder: Path, output: str, end: str) -> Path:
    return folder / FOLDER / _PICTURES / f"{output}.{end}"
