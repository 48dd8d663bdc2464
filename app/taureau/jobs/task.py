"""What a worker does: draw one job and return the file, small pictures of it, or why there is none."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

import psutil

from taureau.api import never
from taureau.document import Drawing, drawing_to_svg
from taureau.document.edits import bare
from taureau.engine import Failed, Finished
from taureau.jobs.job import Job, draw
from taureau.photo import load_photo
from taureau.store.thumbnails import PHOTO_SIDE, drawing_thumbnail, photo_thumbnail
from taureau.threads import usable_cores

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger(__name__)
WORKER_MEMORY = 1_200_000_000  # bytes that a worker takes with torch and the encoder of `standard`
ATTEMPTS = 2  # a job whose worker has ended is given to another one once


@dataclass(frozen=True)
class Task:
    """One job of many; `photo` are the bytes of its file where the worker cannot read it itself."""

    key: str
    job: Job
    photo: bytes | None = None


@dataclass(frozen=True, eq=False)
class Drawn:
    """A finished job."""

    svg: bytes  # the file, as `taureau sketch` writes it
    strokes: int
    seconds: float
    drawing_picture: bytes  # SVG or PNG, whichever is smaller
    photo_picture: bytes | None = None  # JPEG; None for a prompt
    pixels: NDArray[np.uint8] | None = None  # of the photo made small, [H, W, 3], sRGB


@dataclass(frozen=True)
class NotDrawn:
    """A job that failed."""

    reason: str  # one line
    seconds: float = field(default=0.0, compare=False)


Outcome: TypeAlias = Drawn | NotDrawn
Work: TypeAlias = Callable[[Task, Callable[[], bool]], Outcome]


def usual_workers() -> int:
    """Return how many workers make the most of this machine: one for each core, if they find room in its memory."""
    return max(1, min(usable_cores(), psutil.virtual_memory().available // WORKER_MEMORY))


def lost(ended: str) -> NotDrawn:
    """Return the outcome of a job that has cost its worker each time it was tried."""
    return NotDrawn(f"{ended} {ATTEMPTS} times while drawing it: draw it alone, or with fewer workers")


def carry_out(task: Task, cancelled: Callable[[], bool] = never) -> Outcome:
    """Draw the job of a task; whatever fails is its outcome."""
    began = time.monotonic()
    try:
        with _with_file(task) as job:
            outcome = _outcome(job, cancelled)
    except Exception as error:  # one job must not cost the others their worker
        log.error("%s failed", task.job.name, exc_info=error)
        first_line = str(error).strip().partition("\n")[0]
        outcome = NotDrawn(f"{type(error).__name__}: {first_line}" if first_line else type(error).__name__)
    return replace(outcome, seconds=time.monotonic() - began)


@contextmanager
def _with_file(task: Task) -> Iterator[Job]:
    """The job, its photo in a file of its name where it was sent; else nothing is left of a worker that is killed."""
    if task.photo is None or task.job.photo is None:
        yield task.job
        return
    with TemporaryDirectory(prefix="taureau-") as folder:
        file = Path(folder) / task.job.photo.name
        file.write_bytes(task.photo)
        yield replace(task.job, photo=file)


def _outcome(job: Job, cancelled: Callable[[], bool]) -> Outcome:
    for event in draw(job, cancelled):
        if isinstance(event, Failed):
            reason = f"{event.error} {event.what_to_do}".strip()
            return NotDrawn(reason if job.photo is None else reason.replace(str(job.photo), job.photo.name))
        if isinstance(event, Finished):
            return _drawn(job, event.drawing)
    raise RuntimeError("the engine ended without a last event")


def _drawn(job: Job, drawing: Drawing) -> Drawn:
    svg = drawing_to_svg(drawing)
    plain = drawing_to_svg(bare(drawing), precision=1, painted=drawing.paper).encode()
    pixels = None if job.photo is None else load_photo(job.photo, max_side=PHOTO_SIDE).pixels
    return Drawn(
        svg=svg.encode(),
        strokes=drawing.line_count,
        seconds=0.0,
        drawing_picture=min(plain, drawing_thumbnail(svg), key=len),
        photo_picture=None if pixels is None else photo_thumbnail(pixels),
        pixels=pixels,
    )
