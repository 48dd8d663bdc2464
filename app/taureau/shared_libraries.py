"""Loading the shared libraries of a large package before its import."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path


def load_ahead(package: str, pattern: str, *, shared: bool = False) -> None:
    """Load a package's libraries with dlopen, which ctypes calls without Python's lock; its import finds them loaded.

    A plain import on two cores holds the lock, and so the window, for up to 380 ms. `shared`: their symbols are visible
    to other libraries. Only on Linux; errors are ignored, as the import reports them.
    """
    if sys.platform != "linux":
        return
    load = ctypes.CDLL(None).dlopen
    load.argtypes, load.restype = [ctypes.c_char_p, ctypes.c_int], ctypes.c_void_p
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for library in Path(folder).glob(pattern):
            load(os.fsencode(library), os.RTLD_NOW | (os.RTLD_GLOBAL if shared else os.RTLD_LOCAL))
