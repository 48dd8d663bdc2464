"""What the drawing thread has said and the window has not read yet."""

from __future__ import annotations

from threading import Lock

from taureau.engine import Event, Progress
from taureau.imagine import Event as ImagineEvent
from taureau.imagine import Progress as ImagineProgress

_PREVIEWS = (Progress, ImagineProgress)


class Mailbox:
    """Events in their order; of several unread previews of one run only the latest stays, in its own place."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._events: list[Event | ImagineEvent] = []

    def put(self, event: Event | ImagineEvent) -> bool:
        """Leave an event; True when the box was empty, so that the reader has to be called."""
        with self._lock:
            was_empty = not self._events
            if isinstance(event, _PREVIEWS):
                self._events = [
                    other for other in self._events if not (isinstance(other, _PREVIEWS) and other.run == event.run)
                ]
            self._events.append(event)
            return was_empty

    def take(self) -> list[Event | ImagineEvent]:
        """Everything that lies in the box, which is empty afterwards."""
        with self._lock:
            events, self._events = self._events, []
            return events
