"""The import of torch and of all that optimises strokes, and the rasteriser's compilation, in threads of their own.

They take seconds. Most runs need them only after they have looked at the photo, and drafts not at all.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from concurrent.futures import Future
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Event, Lock, Thread
from types import ModuleType

from taureau.shared_libraries import load_ahead

_lock = Lock()
_begun: Future[ModuleType] | None = None
_loaded = Event()  # torch's shared libraries are, or cannot be
_compiling: Thread | None = None


def begin_import() -> Future[ModuleType]:
    """Import `taureau.engine.runs.optimisation` in the background; later calls return the same future."""
    global _begun
    with _lock:
        if _begun is None or (_begun.done() and _begun.exception() is not None):
            _begun = Future()
            Thread(target=_import_into, args=(_begun,), name="taureau-import", daemon=True).start()
        return _begun


def begin_compiling() -> None:
    """Compile the rasteriser's code for the CPU in the background, once; not where a GPU may draw, by Triton."""
    global _compiling
    begin_import()
    with _lock:
        if _compiling is None:
            _compiling = Thread(target=_compile, name="taureau-compile")  # LLVM must not be running at the exit
            _compiling.start()


def might_have_gpu() -> bool:
    """Return whether the driver of a GPU is installed, without torch: without one there is none.

    To be asked before torch's import begins, or after it: beside it the answer would wait for the loader.
    """
    names = {"linux": "libcuda.so.1", "win32": "nvcuda.dll"}
    if Path("/dev/kfd").exists():  # AMD's, which torch can be built for
        return True
    try:
        ctypes.CDLL(names[sys.platform])
    except (OSError, KeyError):
        return False
    return True


def _compile() -> None:
    """Compile, which needs no torch, once the system's loader is free.

    Whoever loads a library beside it holds Python's lock until the loader has finished, and with it the window.
    """
    _loaded.wait()
    if might_have_gpu():
        return
    with suppress(Exception):  # the first drawing tries again, and says what fails
        import_module("taureau.raster.native.passes").compiled()


def _import_into(future: Future[ModuleType]) -> None:
    """Import with the libraries loaded before, and without visits of the garbage collector to all imported objects.

    Both would hold Python's lock, and block the window for a noticeable time.
    """
    load_ahead("torch", "lib/libtorch_global_deps.so", shared=True)  # as torch itself does
    load_ahead("torch", "lib/libtorch_cpu.so")  # apart: whoever imports meanwhile waits for one at most
    load_ahead("torch", "lib/libtorch_python.so")
    _loaded.set()
    collecting = gc.isenabled()
    gc.disable()
    try:
        future.set_result(import_module("taureau.engine.runs.optimisation"))
    except BaseException as error:  # who waits for it hears of it
        future.set_exception(error)
    finally:
        gc.freeze()  # modules are never freed: full collections need not visit them
        if collecting:
            gc.enable()
