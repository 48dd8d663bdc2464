"""Every run of a job leaves an entry in the gallery."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from taureau.document import Drawing
from taureau.engine import Failed, Finished
from taureau.jobs.job import Job
from taureau.wording import said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    from taureau.store.entries import RunRecord, keep  # imports SQLite, which takes a while
    from taureau.store.errors import StoreError

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
    try:
        keep(record, folder)
    except StoreError as error:
        return said("This run is not in the gallery. {error}", error=error)
    return ""
