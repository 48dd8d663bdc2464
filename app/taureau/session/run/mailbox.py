"""The queue of events from the drawing thread to the window."""

from __future__ import annotations

from threading import Lock

from taureau.engine import Progress
from taureau.events import Event
from taureau.imagine import GenerationProgress

_PREVIEWS = (Progress, GenerationProgress)


class Mailbox:
    """Keeps events in order; a preview replaces an unread preview of the same run."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._events: list[Event] = []

    def put(self, event: Event) -> bool:
        """Append an event; return True if the mailbox was empty, so that the reader must be notified."""
        with self._lock:
            was_empty = not self._events
            if isinstance(event, _PREVIEWS):
                self._events = [
                    other for other in self._events if not (isinstance(other, _PREVIEWS) and other.run == event.run)
                ]
            self._events.append(event)
            return was_empty

    def take(self) -> list[Event]:
        """Remove and return all events."""
        with self._lock:
            events, self._events = self._events, []
            return events
