"""The engine for the window: imported in the drawing thread without blocking the event loop."""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock

from taureau.api import stream
from taureau.engine import MaskRequest, RegionsRequest, StrokeCostRequest
from taureau.events import Event
from taureau.imagine import ImagineRequest
from taureau.imagine.model_cache import ModelCache
from taureau.session.run.runner import Request

_loading = Lock()
_cache = ModelCache()  # the image model of the last request


def engine_sketch(request: Request, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
    """Execute a request; `taureau.engine` is imported for the first one, because torch takes seconds to load."""
    load_engine()
    if isinstance(request, ImagineRequest):
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
    elif isinstance(request, StrokeCostRequest):
        from taureau.engine.runs.leave_one_out import stroke_costs

        yield from stroke_costs(request, cancelled, run=run)
    else:
        yield from stream(request, cancelled, run=run)


def release_models() -> None:
    """Free the memory of the cached image model."""
    if not _cache.empty:
        from taureau.imagine.model_cache import release

        release(_cache)


def load_engine() -> None:
    """Import the engine unless it is imported; concurrent callers wait."""
    with _loading:
        if "taureau.engine.runs.sketch" not in sys.modules:
            _import_engine()


def _import_engine() -> None:
    """Import the engine without blocking the event loop.

    On two cores a plain import blocks it for up to 230 to 380 ms: Python holds the GIL while the libraries of torch and
    OpenCV are loaded, and each full garbage collection visits all imported objects. With the libraries loaded before,
    without the GIL, and the collector disabled, it is 30 ms.
    """
    _load_libraries()
    collecting = gc.isenabled()
    gc.disable()
    try:
        import taureau.engine.runs.sketch  # noqa: F401
    finally:
        gc.freeze()  # modules are never freed: full collections need not visit them
        if collecting:
            gc.enable()


def _load_libraries() -> None:
    """Load the large libraries with dlopen, which ctypes calls without the GIL.

    Only on Linux, where the following import finds them loaded; errors are ignored, as that import reports them.
    """
    if sys.platform != "linux":
        return
    load = ctypes.CDLL(None).dlopen
    load.argtypes, load.restype = [ctypes.c_char_p, ctypes.c_int], ctypes.c_void_p
    for package, pattern, scope in (
        ("torch", "lib/libtorch_global_deps.so", os.RTLD_GLOBAL),  # as torch itself does
        ("torch", "lib/libtorch_python.so", os.RTLD_LOCAL),
        ("cv2", "cv2*.so", os.RTLD_LOCAL),
    ):
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for library in Path(folder).glob(pattern):
                load(os.fsencode(library), os.RTLD_NOW | scope)
