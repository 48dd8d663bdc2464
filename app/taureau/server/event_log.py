"""The events of jobs, kept for those who listen now and those who come later."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_MOST_JOBS = 64  # whose events are kept


@dataclass
class _Events:
    kept: list[tuple[int, dict[str, Any]]] = field(default_factory=list)  # number, event
    next_number: int = 1


class EventLog:
    """Events by job, for several threads. Of the previews of a job (`Progress`) only the latest is kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: OrderedDict[int, _Events] = OrderedDict()
        self._running: int | None = None  # the job of which more events come
        self._listeners: list[Callable[[], None]] = []

    def begin(self, job: int) -> None:
        """Note that events of this job begin."""
        with self._lock:
            self._running = job

    def end(self) -> None:
        """Note that all events of the job that was begun are there, and tell the listeners."""
        with self._lock:
            self._running = None
        self._tell()

    def is_running(self, job: int) -> bool:
        """Whether more events of a job come."""
        with self._lock:
            return self._running == job

    def add(self, job: int, event: dict[str, Any]) -> None:
        """Append an event, and tell the listeners."""
        with self._lock:
            events = self._jobs.setdefault(job, _Events())
            self._jobs.move_to_end(job)
            while len(self._jobs) > _MOST_JOBS:
                self._jobs.popitem(last=False)
            if event["event"] == "Progress":
                events.kept = [one for one in events.kept if one[1]["event"] != "Progress"]
            events.kept.append((events.next_number, event))
            events.next_number += 1
        self._tell()

    def after(self, job: int, number: int) -> list[tuple[int, dict[str, Any]]]:
        """Return the events of a job with higher numbers than this, the oldest first."""
        with self._lock:
            events = self._jobs.get(job)
            return [] if events is None else [one for one in events.kept if one[0] > number]

    def forget(self, job: int) -> None:
        with self._lock:
            self._jobs.pop(job, None)

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener`, in any thread, after each event; the function that is returned ends it."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                self._listeners.remove(listener)

        return end
