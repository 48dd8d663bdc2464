"""Coalesces updates of widgets: however many signals ask for one, it runs once per turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, SignalInstance

_FLUSH = QEvent.Type(QEvent.registerEventType())


class Refresh(QObject):
    """Runs the updates that are due in the order in which they were bound, before the next frame is painted.

    They are triggered by a posted event rather than a timer, because Qt handles posted events before it paints.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._updates: list[Callable[[], object]] = []
        self._due: set[int] = set()  # indices of updates
        self._posted = False

    def bind(self, update: Callable[[], object], *signals: SignalInstance) -> None:
        """Have `update` run after any of these signals."""
        index = len(self._updates)
        self._updates.append(update)
        for signal in signals:
            signal.connect(lambda *_: self._request(index))

    def flush(self) -> None:
        """Run what is due now."""
        while self._due:
            index = min(self._due)
            self._due.remove(index)
            self._updates[index]()

    def event(self, event: QEvent) -> bool:
        if event.type() != _FLUSH:
            return super().event(event)
        self._posted = False
        self.flush()
        return True

    def _request(self, index: int) -> None:
        self._due.add(index)
        if not self._posted:
            self._posted = True
            QCoreApplication.postEvent(self, QEvent(_FLUSH))
