"""Draw a photo or a prompt: one request in, one stream of events out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Protocol

from taureau.cancellation import Cancellation, CancelledError
from taureau.engine.errors import CannotDrawError
from taureau.engine.request import SketchRequest
from taureau.engine.runs.choose_encoder import check_encoder, choose_encoders, wants_clip
from taureau.engine.runs.clip_strategy import ClipStrategy
from taureau.engine.runs.contour_strategy import ContourStrategy
from taureau.engine.runs.run_context import Coverage, RunContext
from taureau.engine.runs.runner import Work, run_events
from taureau.events import Event
from taureau.perception import Encoder, builtin_encoder, own_eye
from taureau.raster import coverage as own_coverage
from taureau.raster import diffvg


class Strategy(Protocol):
    """A way to find strokes and to improve them."""

    def stages(self) -> Iterator[Event]:
        """Yield the events of all stages, and keep the strokes so far in the context. Raises CancelledError."""
        ...


def sketch(
    request: SketchRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    encoder: Encoder | None = None,
    coverage: Coverage | None = None,
) -> Iterator[Event]:
    """Draw the photo or the prompt; the last event is Finished or Failed.

    `cancelled` is polled between steps: it may block while the run is paused, and once it returns True the run ends
    with the best drawing so far. `run` is the id in all events. `encoder` defaults to the one the request or its preset
    names, `coverage` to the rasteriser the request names.
    """
    return run_events(request.device, cancelled, partial(_prepare, request, encoder, coverage), run=run)


def _prepare(
    request: SketchRequest, encoder: Encoder | None, coverage: Coverage | None, device: str
) -> tuple[Encoder, Work]:
    """Choose rasteriser, encoders and strategy."""
    rasterize = coverage or choose_rasterizer(request.rasterizer)
    if not wants_clip(request):
        judge = encoder or builtin_encoder(device)
        strategy: Callable[[RunContext], Strategy] = partial(
            ContourStrategy, perceptual_encoder=judge, eye=own_eye(device)
        )
    else:
        judge, saliency_encoder = (encoder, encoder) if encoder is not None else choose_encoders(request, device)
        check_encoder(request, judge)
        builtin = builtin_encoder(device)
        if request.grows:
            strategy = partial(ContourStrategy, perceptual_encoder=builtin, eye=own_eye(device))
        else:
            strategy = partial(ClipStrategy, perceptual_encoder=builtin, saliency_encoder=saliency_encoder)
    return judge, partial(_draw, request, judge, rasterize, strategy)


def _draw(
    request: SketchRequest,
    encoder: Encoder,
    coverage: Coverage,
    strategy: Callable[[RunContext], Strategy],
    run: str,
    cancellation: Cancellation,
) -> Iterator[Event]:
    context = RunContext(run, request, cancellation, encoder, coverage)
    with suppress(CancelledError):
        yield from strategy(context).stages()
    yield context.finished()


def choose_rasterizer(requested: str) -> Coverage:
    """Return our own rasteriser or pydiffvg's; raises CannotDrawError when that is not installed."""
    if requested == "own":
        return own_coverage
    if not diffvg.available():
        raise CannotDrawError("pydiffvg is not installed.", "Build it (see docs/method.md), or leave out --rasterizer.")
    return diffvg.coverage
