"""Every run of a job leaves an entry in the gallery."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taureau.document import Drawing, svg_to_drawing
from taureau.engine import Failed, Finished
from taureau.jobs.job import Job
from taureau.jobs.task import Drawn
from taureau.wording import said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from taureau.store.entries import RunRecord
    from taureau.store.entry import Origin


def keep_run(
    job: Job,
    last: Finished | Failed | None,  # the run's last event; None: it was stopped before one
    drawing: Drawing | None,  # as it was saved
    *,
    origin: Origin,
    seconds: float,
    pixels: NDArray[np.uint8] | None = None,  # of the photo, [H, W, 3], sRGB, for the thumbnail
    folder: Path | None = None,  # of the store; None: that of the user
) -> str:
    """Keep a run, unless the user does not want it; return what to tell the user where that failed, else "".

    The drawing has been saved by now: nothing that goes wrong here costs it.
    """
    from taureau.store.entries import RunRecord  # imports SQLite, which takes a while

    reason = f"{last.error} {last.what_to_do}".strip() if isinstance(last, Failed) else ""
    stopped = last is None or (isinstance(last, Finished) and last.report.stopped)
    record = RunRecord(
        origin=origin,
        drawing=drawing,
        outcome="failed" if reason else "stopped" if stopped else "finished",
        reason=reason,
        words=job.prompt,
        photo=job.photo,
        pixels=pixels,
        seconds=seconds,
        request=job.anywhere().as_json(),
    )
    return _keep(record, folder)


def keep_drawn(job: Job, drawn: Drawn, *, origin: Origin, folder: Path | None = None) -> str:
    """Keep what a worker has drawn, as `keep_run` does."""
    from taureau.store.entries import RunRecord

    record = RunRecord(
        origin=origin,
        drawing=svg_to_drawing(drawn.svg.decode()),
        words=job.prompt,
        photo=job.photo,
        pixels=drawn.pixels,
        seconds=drawn.seconds,
        request=job.anywhere().as_json(),
    )
    return _keep(record, folder)


def _keep(record: RunRecord, folder: Path | None) -> str:
    from taureau.store.entries import keep
    from taureau.store.errors import StoreError

    try:
        keep(record, folder)
    except StoreError as error:
        return said("This run is not in the gallery. {error}", error=error)
    return ""
