"""The one test for errors that mean that memory ran out."""

from __future__ import annotations


def out_of_memory(error: BaseException) -> bool:
    """Return whether an error of torch or Python means that memory ran out, on the GPU or on the CPU."""
    import torch  # loaded already wherever such an error can be caught

    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    message = str(error)
    return isinstance(error, RuntimeError) and ("not enough memory" in message or "can't allocate memory" in message)
