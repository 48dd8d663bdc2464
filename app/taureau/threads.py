"""How many threads the numeric libraries use, and how these wait."""

from __future__ import annotations

import os

_ENVIRONMENT = {
    "OMP_WAIT_POLICY": "PASSIVE",  # torch's workers otherwise spin while they wait
    "KMP_BLOCKTIME": "0",  # the same for Intel's OpenMP
    "OPENBLAS_NUM_THREADS": "1",  # the last bits of a sum depend on how it is split between threads
}


def set_thread_environment() -> None:
    """Set what torch and NumPy read when they are first imported; values that are set already stay."""
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
