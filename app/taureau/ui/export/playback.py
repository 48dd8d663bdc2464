"""The time of a plot that is watched: played, paused, and moved by hand."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_FRAME = 16  # ms
SPEEDS = (1, 2, 5, 10, 20, 50)
DEFAULT_SPEED = 10


class Playback(QObject):
    """At rest until it is played or moved; at its end it is paused, and played from the start."""

    changed = Signal()  # for each frame, too

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.duration = 0.0  # s, of the plot
        self.at_rest = True  # nothing of the plot in time is shown
        self._clock = clock
        self._speed = DEFAULT_SPEED
        self._place = 0.0  # s, when it was last paused or changed
        self._since: float | None = None  # the clock then, while it is played
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> float:
        """How much of the plot has passed."""
        passed = 0.0 if self._since is None else (self._clock() - self._since) * self._speed
        return min(self.duration, self._place + passed)

    @property
    def speed(self) -> int:
        return self._speed

    def rest(self, duration: float) -> None:
        """Show nothing, and take another plot's duration, s."""
        self.duration, self.at_rest = duration, True
        self._place, self._since = 0.0, None
        self._timer.stop()
        self.changed.emit()

    def play(self) -> None:
        self._place = 0.0 if self.seconds >= self.duration else self.seconds
        self._since, self.at_rest = self._clock(), False
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        self._place, self._since = self.seconds, None
        self._timer.stop()
        self.changed.emit()

    def seek(self, seconds: float) -> None:
        """Go to a moment, and play on from there if it was played."""
        self._place, self.at_rest = min(self.duration, max(0.0, seconds)), False
        if self.playing:
            self._since = self._clock()
        self.changed.emit()

    def set_speed(self, speed: int) -> None:
        """Play so many times as fast as the machine."""
        self._place = self.seconds
        if self.playing:
            self._since = self._clock()
        self._speed = speed
        self.changed.emit()

    def _tick(self) -> None:
        if self.seconds >= self.duration:
            self.pause()
        else:
            self.changed.emit()
