"""The frame of every run: run id, device, threads, encoder, cancellation, and failures as events."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import uuid4

from taureau.cancellation import Cancellation, CancelledError
from taureau.engine.errors import CannotDrawError, NotLearntError
from taureau.engine.events import NotLearnt, Started
from taureau.events import Event, Failed, Notice
from taureau.out_of_memory import out_of_memory
from taureau.threads import DRAWING_THREADS
from taureau.weights import WeightsError
from taureau.wording import said, tr_noop

log = logging.getLogger(__name__)

Work = Callable[[str, Cancellation], Iterator[Event]]  # run id, cancellation -> all events after Started


@dataclass(frozen=True)
class Prepared:
    """A run that can begin."""

    device: str  # "cpu", "cuda"
    encoder: str  # the name of the one that judges
    work: Work
    notice: str = ""  # one line for the user, before the first stage


def run_events(
    cancelled: Callable[[], bool], prepare: Callable[[], Prepared], *, run: str | None = None
) -> Iterator[Event]:
    """Yield Started, then the events of the work; any failure becomes Failed.

    `cancelled` is polled between steps and may block while the run is paused. Where the work lets CancelledError
    through, the run ends without a last event. `run` is the id of the run; a random one by default.
    """
    run = run or uuid4().hex
    try:
        prepared = prepare()
        yield Started(run, prepared.device, DRAWING_THREADS, prepared.encoder)
        if prepared.notice:
            yield Notice(run, prepared.notice)
        yield from prepared.work(run, Cancellation(cancelled))
    except CancelledError:
        return
    except Exception as error:  # torch, LAPACK and OpenCV have exceptions of their own; listeners need a last event
        interrupt = interrupt_behind(error)
        if interrupt is not None:
            raise interrupt from None
        yield failed(run, error)


def interrupt_behind(error: BaseException) -> KeyboardInterrupt | None:
    """Return the interrupt that an exception came of: a library that is interrupted while it is imported fails."""
    behind = error.__cause__ or error.__context__
    while behind is not None and not isinstance(behind, KeyboardInterrupt):
        behind = behind.__cause__ or behind.__context__
    return behind


def failed(run: str, error: Exception) -> Failed:
    """Return an exception as the last event of a run; log those that are not the user's to mend."""
    if isinstance(error, WeightsError):
        return Failed(run, f"{str(error).rstrip('.')}.", tr_noop("Then draw again."), bad_input=True)
    if isinstance(error, NotLearntError):
        return NotLearnt(run, str(error), error.what_to_do, bad_input=True, near=error.near)
    if isinstance(error, CannotDrawError):
        return Failed(run, str(error), error.what_to_do, bad_input=True)
    log.error("run %s failed", run, exc_info=error)
    if out_of_memory(error):
        return Failed(
            run, tr_noop("There is not enough memory to draw."), tr_noop("Close other programs and try again.")
        )
    first_line = str(error).strip().partition("\n")[0] or type(error).__name__
    return Failed(
        run,
        said("The drawing engine failed: {first_line}", first_line=first_line),
        tr_noop("Try another photo or device."),
    )
