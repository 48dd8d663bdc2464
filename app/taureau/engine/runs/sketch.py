"""Draw a photo or a prompt: one request in, one stream of events out.

A draft needs no torch. For all else its import, which takes seconds, begins with the run, beside its first stages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

from taureau.cancellation import Cancellation, CancelledError
from taureau.engine.prompts import understood
from taureau.engine.request import SketchRequest
from taureau.engine.runs.contour_strategy import ContourStrategy
from taureau.engine.runs.preset_check import wants_clip
from taureau.engine.runs.run_context import RunContext
from taureau.engine.runs.runner import Prepared, run_events
from taureau.engine.runs.torch_import import begin_compiling, begin_import, might_have_gpu
from taureau.events import Event
from taureau.perception.eye import own_eye
from taureau.weights.builtin import BUILTIN_NAME

if TYPE_CHECKING:
    from taureau.engine.runs.drawing_tools import Coverage
    from taureau.engine.runs.optimiser import Optimiser
    from taureau.engine.scene.scene import Scene
    from taureau.perception import Encoder


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
    names, `coverage` to the rasteriser the request names; a draft uses neither.
    """
    return run_events(cancelled, partial(_prepare, request, encoder, coverage), run=run)


def _prepare(request: SketchRequest, encoder: Encoder | None, coverage: Coverage | None) -> Prepared:
    """Choose device, encoder and strategy, waiting for torch only where they cannot be known without it."""
    clip = wants_clip(request)
    request, notice = understood(request) if encoder is None else (request, "")
    if request.preset == "draft":
        eye = own_eye()
        return _prepared(request, "cpu", eye.name, partial(ContourStrategy, eye=eye))
    gpu = might_have_gpu()
    importing = begin_import()
    if request.photo is not None:  # the stroke decoder needs no rasteriser
        begin_compiling()
    if clip:
        chosen = importing.result().with_clip(request, encoder, coverage)
        return _prepared(request, chosen.device, chosen.encoder, chosen.strategy, notice)
    if request.rasterizer != "own":  # what is missing is said before anything is drawn
        importing.result().choose_rasterizer(request.rasterizer)
    device = "cpu"
    if request.device == "cuda" or (request.device == "auto" and gpu):
        device = importing.result().drawing_device(request.device)

    def optimiser_of(context: RunContext, scene: Scene) -> Optimiser:
        optimiser: Optimiser = importing.result().without_clip(context, scene, encoder, coverage)
        return optimiser

    strategy = partial(ContourStrategy, eye=own_eye(), optimiser_of=optimiser_of)
    return _prepared(request, device, BUILTIN_NAME if encoder is None else encoder.name, strategy)


def _prepared(
    request: SketchRequest,
    device: str,
    encoder: str,
    strategy: Callable[[RunContext], Strategy],
    notice: str = "",
) -> Prepared:
    def draw(run: str, cancellation: Cancellation) -> Iterator[Event]:
        context = RunContext(run, request, cancellation, device=device, encoder=encoder)
        with suppress(CancelledError):
            yield from strategy(context).stages()
        yield context.finished()

    return Prepared(device, encoder, draw, notice)
