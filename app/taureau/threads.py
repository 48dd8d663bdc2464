"""How many threads the numeric libraries use, and how these wait."""

from __future__ import annotations

import os
from typing import Final

# Threads of torch while it draws. The last bits of a convolution and of a sum depend on how they are split between
# threads: a constant gives the same drawing on any number of cores, under any load. Two threads share one core where
# there is no other (about a quarter more processor time), and halve a step of refinement where there is.
DRAWING_THREADS: Final = 2

_ENVIRONMENT = {
    "OMP_WAIT_POLICY": "PASSIVE",  # torch's workers otherwise spin while they wait
    "KMP_BLOCKTIME": "0",  # the same for Intel's OpenMP
    "OPENBLAS_NUM_THREADS": "1",  # the last bits of a sum depend on how it is split between threads
}


def set_thread_environment() -> None:
    """Set what torch and NumPy read when they are first imported; values that are set already stay."""
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)


def thread_environment() -> dict[str, str]:
    """Return what `set_thread_environment` has set, for processes that do not inherit it."""
    return {name: os.environ.get(name, value) for name, value in _ENVIRONMENT.items()}


def spare_cores() -> int:
    """Return all cores that this process may use but one, which keeps the window responsive; at least 1."""
    return max(1, usable_cores() - 1)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
