"""Whether a run shall end, and how long it has drawn: pauses do not count."""

from __future__ import annotations

import time
from collections.abc import Callable


class StoppedError(Exception):
    """The run was cancelled within a stage."""


class Stopwatch:
    """Runs from when it is made. `cancelled` may block while the user pauses; that time is left out."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._ask = cancelled
        self._began = time.monotonic()
        self._paused = 0.0  # s

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began - self._paused

    def cancelled(self) -> bool:
        asked = time.monotonic()
        answer = self._ask()
        self._paused += time.monotonic() - asked
        return answer

    def checkpoint(self) -> None:
        """Between two parts of a stage that has nothing to show: raises StoppedError when the run is cancelled."""
        time.sleep(0)  # let the window's thread have its turn
        if self.cancelled():
            raise StoppedError
