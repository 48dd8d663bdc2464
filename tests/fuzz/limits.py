"""What reading one input may cost, and how that is watched."""

from __future__ import annotations

import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MAX_SECONDS = 2.0  # of the processor
MAX_BYTES = 500 * 2**20  # of memory, more than before the first input
_HANGS = 60  # s after which an input is given up, whatever the processor did

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class FoundError(Exception):
    """An input that broke a rule; the message says which."""


def memory() -> int:
    """The most memory this process has had so far, bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT


def check(read: Callable[[bytes], object], data: bytes, refused: type[Exception], before: int) -> bool:
    """Read an input; return whether it was read rather than refused.

    Raises FoundError when anything but `refused` is raised, the refusal is not one line, or it took too long or too
    much memory; `before` is what `memory()` was at first.
    """
    start = time.process_time()
    try:
        with _alarm():
            read(data)
        done = True
    except refused as error:
        done = False
        if "\n" in str(error) or len(str(error)) > 300:
            raise FoundError(f"the refusal is not one line: {error}") from error
    except Exception as error:
        raise FoundError(f"{type(error).__name__}: {error}") from error
    seconds = time.process_time() - start
    if seconds > MAX_SECONDS:
        raise FoundError(f"it took {seconds:.1f} s")
    if memory() - before > MAX_BYTES:
        raise FoundError(f"it took {(memory() - before) / 2**20:.0f} MB")
    return done


@contextmanager
def _alarm() -> Iterator[None]:
    def ring(number: int, frame: object) -> None:
        raise TimeoutError(f"it did not end within {_HANGS} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(_HANGS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
