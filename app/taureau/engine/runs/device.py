"""The device of a run that needs torch, and the threads it takes there."""

from __future__ import annotations

import torch

from taureau.engine.errors import CannotDrawError
from taureau.threads import DRAWING_THREADS


def drawing_device(requested: str) -> str:
    """Return "cuda" or "cpu", and make torch take the threads of a drawing.

    Raises CannotDrawError when a GPU was requested and there is none.
    """
    torch.set_num_threads(DRAWING_THREADS)
    if requested == "cuda" and not torch.cuda.is_available():
        raise CannotDrawError("There is no usable NVIDIA GPU on this machine.", "Choose the device auto or cpu.")
    return "cuda" if requested != "cpu" and torch.cuda.is_available() else "cpu"
