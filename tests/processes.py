"""Programs in processes of their own, none of which outlives its test or keeps it waiting for ever."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


@contextmanager
def running(command: Sequence[object], *, limit: float = 60.0, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Start `command` for the length of the block; it is killed at its end, or after `limit` seconds.

    Whatever reads from the process then meets the end of the stream, so that no read or wait needs a limit of its own.
    """
    process = subprocess.Popen([str(part) for part in command], text=True, **options)
    watchdog = threading.Timer(limit, process.kill)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield process
    finally:
        watchdog.cancel()
        process.kill()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        process.wait()
