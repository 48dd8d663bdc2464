"""The run of one job of a queue: taken, drawn, written, kept in the gallery."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from taureau.document import drawing_to_svg
from taureau.engine import Event, Failed, Finished, Notice
from taureau.jobs.gallery import keep_run
from taureau.jobs.job import Job, draw
from taureau.jobs.worker import Taken, Worker
from taureau.photo import PhotoError, load_photo
from taureau.store.entry import Origin
from taureau.store.errors import StoreError
from taureau.store.thumbnails import PHOTO_SIDE
from taureau.wording import said

log = logging.getLogger(__name__)
_LOOKS = 1.0  # s between looks whether the job was cancelled, perhaps by another program


class Draw(Protocol):
    """The type of `taureau.jobs.job.draw`, which tests replace."""

    def __call__(self, job: Job, cancelled: Callable[[], bool], *, run: str | None = ...) -> Iterator[Event]: ...


@dataclass(frozen=True)
class JobBegun(Event):
    """A job of the queue was taken."""

    job: int  # its id


@dataclass(frozen=True)
class JobWritten(Event):
    """The result of a job of the queue is in its file."""

    job: int  # its id
    output: Path


@dataclass(frozen=True, eq=False)
class NextJob:
    """A request to run the next job of a queue."""

    worker: Worker
    draw: Draw = draw
    store: Path | None = None  # the gallery's folder; None: that of the user


def run_next(
    worker: Worker,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    draw: Draw = draw,
    store: Path | None = None,
    origin: Origin = "queue",
) -> Iterator[Event]:
    """Take the next job, draw it and write its result, if there is one to be drawn now; yield what happens.

    A run that is cancelled gives the job back; one that fails marks it as failed. `store` is the gallery's folder,
    `origin` what the gallery says of where the run was asked for.
    Raises StoreError.
    """
    run = run or uuid4().hex
    taken = worker.take()
    if taken is None:
        return
    try:
        yield JobBegun(run, taken.id)
        if taken.replaced:
            text = said("{name} was replaced while it waited: the new photo is drawn.", name=taken.job.name)
            yield Notice(run, text)
        keep = partial(_kept, taken.job, run=run, store=store, origin=origin)
        yield from _drawn(worker, taken, draw(taken.job, _Asked(worker, taken.id, cancelled), run=run), run, keep)
    except StoreError:
        raise
    except MemoryError:
        worker.fail(taken.id, "There was not enough memory.", "Close other programs or use a smaller photo.")
    except Exception as error:  # one job must not end the queue
        log.exception("job %d failed", taken.id)
        first_line = str(error).strip().partition("\n")[0] or type(error).__name__
        worker.fail(taken.id, said("Drawing failed: {reason}", reason=first_line))
    finally:
        worker.give_back(taken.id)  # unless it is over


class _Asked:
    """Whether the run shall stop: it was told to, or its job was cancelled."""

    def __init__(self, worker: Worker, job: int, cancelled: Callable[[], bool]) -> None:
        self._worker, self._job, self._cancelled = worker, job, cancelled
        self._looked = time.monotonic()
        self._lost = False

    def __call__(self) -> bool:
        if self._cancelled():
            return True
        if not self._lost and time.monotonic() - self._looked >= _LOOKS:
            self._lost = not self._worker.is_ours(self._job)
            self._looked = time.monotonic()
        return self._lost


def _drawn(
    worker: Worker,
    taken: Taken,
    events: Iterable[Event],
    run: str,
    keep: Callable[[Finished | Failed], Iterator[Event]],  # keeps the run in the gallery
) -> Iterator[Event]:
    for event in events:
        if isinstance(event, Failed):
            worker.fail(taken.id, event.error, event.what_to_do)
            yield from keep(event)
        if isinstance(event, Finished) and not event.report.stopped:
            report = event.report
            outcome = {"strokes": report.strokes, "seconds": round(report.seconds, 3)}
            output = worker.complete(taken, drawing_to_svg(event.drawing).encode(), outcome)
            if output is not None:
                yield JobWritten(run, taken.id, output)
                yield from keep(event)
        yield event


def _kept(job: Job, last: Finished | Failed, *, run: str, store: Path | None, origin: Origin) -> Iterator[Event]:
    """Keep the run in the gallery; where that fails, it is said."""
    pixels = None
    with contextlib.suppress(PhotoError):  # then it has no thumbnail
        pixels = None if job.photo is None else load_photo(job.photo, max_side=PHOTO_SIDE).pixels
    drawing, seconds = (last.drawing, last.report.seconds) if isinstance(last, Finished) else (None, 0.0)
    problem = keep_run(job, last, drawing, origin=origin, seconds=seconds, pixels=pixels, folder=store)
    if problem:
        yield Notice(run, problem)
