"""The regions of a photo that clicks add to a mask, found before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from taureau.cancellation import Cancellation
from taureau.engine.events import RegionsFound
from taureau.engine.request import RegionsRequest
from taureau.engine.runs.runner import Prepared, run_events
from taureau.events import Event, StageChanged
from taureau.perception.eye import own_eye
from taureau.perception.regions import find_regions
from taureau.wording import tr_noop


def photo_regions(request: RegionsRequest, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
    """Find the regions; the last event is RegionsFound or Failed, or none when it was cancelled."""

    def prepare() -> Prepared:
        eye = own_eye()

        def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
            yield StageChanged(run, tr_noop("looking at the photo"))
            cancellation.checkpoint()
            yield RegionsFound(run, find_regions(eye, request.photo, cancellation.checkpoint))

        return Prepared("cpu", eye.name, work)

    return run_events(cancelled, prepare, run=run)
