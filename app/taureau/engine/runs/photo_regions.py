"""The regions of a photo that clicks add to a mask, found before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from taureau.cancellation import Cancellation
from taureau.engine.events import RegionsFound
from taureau.engine.request import RegionsRequest
from taureau.engine.runs.runner import Work, run_events
from taureau.events import Event, StageChanged
from taureau.perception import Encoder, builtin_encoder, find_regions, own_eye


def photo_regions(
    request: RegionsRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    encoder: Encoder | None = None,
) -> Iterator[Event]:
    """Find the regions; the last event is RegionsFound or Failed, or none when it was cancelled."""

    def prepare(device: str) -> tuple[Encoder, Work]:
        def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
            yield StageChanged(run, "looking at the photo")
            cancellation.checkpoint()
            yield RegionsFound(run, find_regions(own_eye(device), request.photo, cancellation.checkpoint))

        return encoder or builtin_encoder(device), work

    return run_events(request.device, cancelled, prepare, run=run)
