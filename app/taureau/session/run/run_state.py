"""The state of a run: its stage, stroke count, losses and remaining time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from enum import Enum

from taureau.engine import Event, Finished, Progress, Report, StageChanged, Started, StrokeAdded
from taureau.session.language import tr


class Phase(Enum):
    """The phase of a run; `IDLE` before the first and after each."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"  # stopped and kept; its last events have not arrived


class RunState:
    """Updated from the events of each run; the clock leaves out pauses."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.phase = Phase.IDLE
        self.where: Started | None = None  # device, threads and encoder of the latest run
        self.report: Report | None = None  # of the latest run that finished
        self._reset()

    def _reset(self) -> None:
        self.stage = ""
        self.step = 0
        self.total = 0
        self.losses: list[tuple[int, float]] = []  # (step, total loss)
        self.gains: list[float | None] = []  # of each stroke, where the drawing grows stroke by stroke
        self.enough: float | None = None  # the gain below which the run stops by itself
        self.wanted: int | None = None  # strokes at the end, where that is known
        self.limit = 0  # strokes at the end, at most
        self._added = 0
        self._running_since: float | None = None
        self._ran = 0.0  # seconds before the latest pause
        self._marks: list[tuple[float, int]] = []  # (elapsed seconds, step)

    @property
    def growing(self) -> bool:
        """True once the run has added a stroke."""
        return self._added > 0

    @property
    def enough_reached(self) -> bool:
        """True when the run stopped by itself, because the next stroke would have gained too little."""
        return (
            self.enough is not None
            and self.report is not None
            and not self.report.stopped
            and self.report.strokes < self.limit
        )

    @property
    def elapsed(self) -> float:
        """Seconds since the run began, without pauses."""
        since = self._running_since
        return self._ran + (self._clock() - since if since is not None else 0.0)

    @property
    def fraction(self) -> float | None:
        """Fraction completed, 0 … 1; None while unknown."""
        return min(1.0, self.step / self.total) if self.total else None

    @property
    def remaining(self) -> float | None:
        """Estimated seconds left at the rate of the last steps; None before two of them."""
        if len(self._marks) < 2 or not self.total:
            return None
        (first_time, first_step), (last_time, last_step) = self._marks[0], self._marks[-1]
        if last_step <= first_step:
            return None
        pace = (last_time - first_time) / (last_step - first_step)
        return max(0.0, pace * (self.total - last_step) - (self.elapsed - last_time))

    def forget(self) -> None:
        """Reset everything, because another drawing was opened."""
        self._reset()
        self.report = None

    def begin(self, limit: int = 0, *, counted: bool = False, gains: Sequence[float | None] = ()) -> None:
        """Begin a run of at most `limit` strokes, or exactly so many if `counted`; `gains`: of existing strokes."""
        self.forget()
        self.phase = Phase.RUNNING
        self.gains = list(gains)
        self.limit, self.wanted = limit, limit if counted else None
        self._running_since = self._clock()
        self.stage = tr("Getting ready")

    def pause(self) -> None:
        self._ran, self._running_since = self.elapsed, None
        self.phase = Phase.PAUSED

    def resume(self) -> None:
        self._running_since = self._clock()
        self.phase = Phase.RUNNING

    def stop(self) -> None:
        self.phase = Phase.STOPPING

    def end(self) -> None:
        self._ran, self._running_since = self.elapsed, None
        self.phase = Phase.IDLE

    def take(self, event: Event) -> None:
        """Update the state from an event."""
        if isinstance(event, Started):
            self.where = event
        elif isinstance(event, StageChanged):
            stage = tr(event.stage)
            self.stage = stage[:1].upper() + stage[1:]
            self._marks = []  # each stage counts its own steps
        elif isinstance(event, Progress):
            self.step, self.total = event.step, event.total
            del self.gains[event.drawing.stroke_count :]  # of strokes that were dropped
            self._marks = [*self._marks[-7:], (self.elapsed, event.step)]  # the rate is that of the last few previews
            loss = event.losses.get("total")
            if loss is not None:
                self.losses.append((event.step, loss))
        elif isinstance(event, StrokeAdded):
            self._added += 1
            self.gains.append(event.gain)
            self.enough = event.enough
        elif isinstance(event, Finished):
            self.report = event.report
