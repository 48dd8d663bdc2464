"""What the drawing thread has said and the window has not read yet."""

from __future__ import annotations

from threading import Lock

from taureau.engine import Progress
from taureau.events import Event
from taureau.imagine import GenerationProgress

_PREVIEWS = (Progress, GenerationProgress)


class Mailbox:
    """Events in their order; of several unread previews of one run only the latest stays, in its own place."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._events: list[Event] = []

    def put(self, event: Event) -> bool:
        """Leave an event; True when the box was empty, so that the reader has to be called."""
        with self._lock:
            was_empty = not self._events
            if isinstance(event, _PREVIEWS):
                self._events = [
                    other for other in self._events if not (isinstance(other, _PREVIEWS) and other.run == event.run)
                ]
            self._events.append(event)
            return was_empty

    def take(self) -> list[Event]:
        """Everything that lies in the box, which is empty afterwards."""
        with self._lock:
            events, self._events = self._events, []
            return events
