"""A run: from one request to one stream of events."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from uuid import uuid4

import torch

from taureau.engine.errors import CannotDrawError
from taureau.engine.events import Started
from taureau.engine.request import SketchRequest
from taureau.engine.runs.choose_encoder import check_encoder, choose_encoders, wants_clip
from taureau.engine.runs.clip_run import ClipRun
from taureau.engine.runs.context import Coverage
from taureau.engine.runs.out_of_memory import out_of_memory
from taureau.engine.runs.run import Run
from taureau.events import Event, Failed
from taureau.perception import Encoder, builtin_encoder
from taureau.raster import coverage as own_coverage
from taureau.raster import diffvg
from taureau.weights import WeightsError

log = logging.getLogger(__name__)


def sketch(
    request: SketchRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    encoder: Encoder | None = None,
    coverage: Coverage | None = None,
) -> Iterator[Event]:
    """Draw the photo or the prompt; the last event is Finished or Failed, whatever happens.

    `cancelled` is asked between steps: it may block while the run is paused, and once it answers True the run ends with
    the best drawing so far. `run` names the run in its events. `encoder` defaults to the one the request or its preset
    names, `coverage` to the rasteriser the request names.
    """
    run = run or uuid4().hex
    try:
        device = choose_device(request.device)
        torch.set_num_threads(thread_count())
        draw = coverage or choose_rasterizer(request.rasterizer)
        if wants_clip(request):
            encoder, gazer = (encoder, encoder) if encoder is not None else choose_encoders(request, device)
            check_encoder(request, encoder)
            yield Started(run, device, torch.get_num_threads(), encoder.name)
            looker = builtin_encoder(device)
            if request.grows:
                yield from Run(run, request, cancelled, encoder, draw, looker=looker).events()
            else:
                yield from ClipRun(run, request, cancelled, encoder, draw, looker=looker, gazer=gazer).events()
            return
        encoder = encoder or builtin_encoder(device)
        yield Started(run, device, torch.get_num_threads(), encoder.name)
        yield from Run(run, request, cancelled, encoder, draw).events()
    except Exception as error:  # torch, LAPACK and OpenCV fail in ways of their own; a listener waits for an end
        yield failed(run, error)


def failed(run: str, error: Exception) -> Failed:
    """How a run says that it failed; what nobody expected goes into the log as well."""
    if isinstance(error, WeightsError):
        return Failed(run, f"{str(error).rstrip('.')}.", "Then draw again.", bad_input=True)
    if isinstance(error, CannotDrawError):
        return Failed(run, str(error), error.what_to_do, bad_input=True)
    log.error("run %s failed", run, exc_info=error)
    if out_of_memory(error):
        return Failed(run, "There is not enough memory to draw.", "Close other programs and try again.")
    return Failed(run, f"The drawing engine failed: {_first_line(error)}", "Try another photo or device.")


def choose_device(asked: str) -> str:
    """ "cuda" or "cpu"; raises CannotDrawError when a GPU was asked for and there is none."""
    if asked == "cuda" and not torch.cuda.is_available():
        raise CannotDrawError("There is no usable NVIDIA GPU on this machine.", "Choose the device auto or cpu.")
    return "cuda" if asked != "cpu" and torch.cuda.is_available() else "cpu"


def choose_rasterizer(asked: str) -> Coverage:
    """Our own rasteriser, or pydiffvg's behind its signature; raises CannotDrawError when that is not installed."""
    if asked == "own":
        return own_coverage
    if not diffvg.available():
        raise CannotDrawError("pydiffvg is not installed.", "Build it as the README says, or leave out --rasterizer.")
    return diffvg.coverage


def thread_count() -> int:
    """All cores but one, so that a window stays quick; the command line too, to draw the same."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores - 1)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
