"""The engine for the window: imported in the drawing thread without blocking the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from taureau.api import stream
from taureau.engine import MaskRequest, OneLineRequest, RegionsRequest, SketchRequest, StrokeCostRequest, ThingRequest
from taureau.events import Event
from taureau.imagine import ImagineRequest
from taureau.imagine.model_cache import ModelCache
from taureau.jobs.run import NextJob, run_next
from taureau.session.run.runner import Request
from taureau.shared_libraries import load_ahead

_cache = ModelCache()  # the image model of the last request


def engine_sketch(request: Request, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
    """Execute a request; torch is imported for the first one that needs it, because that takes seconds."""
    _load_sight()
    if isinstance(request, ImagineRequest):
        load_engine()
        if request.medium == "strokes":
            from taureau.engine.runs.stroke_unclip import draw

            yield from draw(request, cancelled, run=run)
        else:
            from taureau.engine.runs.imagining import imagine

            yield from imagine(request, cancelled, run=run, cache=_cache)
        return
    if not _cache.empty:
        from taureau.imagine.model_cache import make_room

        make_room(_cache)
    if isinstance(request, MaskRequest):
        from taureau.engine.runs.first_mask import first_mask

        yield from first_mask(request, cancelled, run=run)
    elif isinstance(request, RegionsRequest):
        from taureau.engine.runs.photo_regions import photo_regions

        yield from photo_regions(request, cancelled, run=run)
    elif isinstance(request, OneLineRequest):
        from taureau.engine.runs.joined_lines import joined_lines

        yield from joined_lines(request, cancelled, run=run)
    elif isinstance(request, ThingRequest):
        load_engine()
        from taureau.engine.runs.another_thing import another_thing

        yield from another_thing(request, cancelled, run=run)
    elif isinstance(request, StrokeCostRequest):
        load_engine()
        from taureau.engine.runs.leave_one_out import stroke_costs

        yield from stroke_costs(request, cancelled, run=run)
    elif isinstance(request, NextJob):
        yield from run_next(request.worker, cancelled, run=run, draw=request.draw, store=request.store)
    else:
        yield from stream(request, cancelled, run=run)


def engine_warm_up(request: SketchRequest, stopped: Callable[[], bool]) -> None:
    """Prepare for a request; see `WarmUp`."""
    _load_sight()
    from taureau.engine.runs.warm_up import warm_up

    warm_up(request, stopped)


def release_models() -> None:
    """Free the memory of the cached image model."""
    if not _cache.empty:
        from taureau.imagine.model_cache import release

        release(_cache)


def _load_sight() -> None:
    """Import what looks at photos, before torch: beside that, it would block the window until both are loaded."""
    load_ahead("cv2", "cv2*.so")
    load_ahead("onnxruntime", "capi/onnxruntime_pybind11_state*.so")
    import_module("cv2")
    import_module("onnxruntime")


def load_engine() -> None:
    """Import what needs torch, unless it is imported; concurrent callers wait."""
    from taureau.engine.runs.torch_import import begin_import

    begin_import().result()
