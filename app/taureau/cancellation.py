"""Cancellation and elapsed time of a run."""

from __future__ import annotations

import time
from collections.abc import Callable


class CancelledError(Exception):
    """Raised at a checkpoint of a run that was cancelled."""


class Cancellation:
    """Asks whether a run was cancelled, and measures its time from construction on.

    The callback may block while the user has paused the run; that time is left out.
    """

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._callback = cancelled
        self._began = time.monotonic()
        self._paused = 0.0  # s

    @property
    def seconds(self) -> float:
        """The time since construction, without pauses."""
        return time.monotonic() - self._began - self._paused

    def cancelled(self) -> bool:
        asked = time.monotonic()
        answer = self._callback()
        self._paused += time.monotonic() - asked
        return answer

    def checkpoint(self) -> None:
        """Raise CancelledError if the run was cancelled; called between the parts of a stage."""
        time.sleep(0)  # yields the interpreter lock to the window's thread
        if self.cancelled():
            raise CancelledError
