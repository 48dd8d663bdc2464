"""The engine as the window uses it: loaded in the drawing thread, without holding up the window."""

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
from taureau.engine import MaskRequest, StrokeCostRequest
from taureau.events import Event
from taureau.imagine import ImagineRequest
from taureau.imagine.model_cache import ModelCache
from taureau.session.run.runner import Request

_loading = Lock()
_cache = ModelCache()  # an image model, between two requests


def engine_sketch(request: Request, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
    """Run the request with `taureau.engine`, imported when the first run begins: torch takes seconds to load."""
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
    elif isinstance(request, StrokeCostRequest):
        from taureau.engine.runs.leave_one_out import stroke_costs

        yield from stroke_costs(request, cancelled, run=run)
    else:
        yield from stream(request, cancelled, run=run)


def release_models() -> None:
    """Give back the memory of the model that waits for the next request."""
    if not _cache.empty:
        from taureau.imagine.model_cache import release

        release(_cache)


def load_engine() -> None:
    """Import the engine if that was not done yet; other threads that want it wait for the one that began."""
    with _loading:
        if "taureau.engine.runs.sketch" not in sys.modules:
            _load_gently()


def _load_gently() -> None:
    """Import the engine so that the window goes on answering.

    Measured on two cores, the event loop's longest wait during a plain import is 230 to 380 ms: Python holds its lock
    while the system loads the libraries of torch and OpenCV, and the collector walks through everything imported so far
    again and again. With the libraries loaded beforehand without the lock, and the collector at rest, it is 30 ms.
    """
    _load_libraries()
    collecting = gc.isenabled()
    gc.disable()
    try:
        import taureau.engine.runs.sketch  # noqa: F401
    finally:
        gc.freeze()  # modules live as long as the program, and need not be walked through in each full collection
        if collecting:
            gc.enable()


def _load_libraries() -> None:
    """Have the system load the large libraries through a C call, for which Python lets go of its lock.

    Only tried on Linux, where the import that follows finds them loaded; what cannot be loaded is left to that import.
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
