"""How long the steps of imagining take, measured, and what that makes of the rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.imagine import Progress

_TOO_SOON = 0.02  # of all, before which nothing is said while no picture is ready


@dataclass
class _Stage:
    """Of every picture alike."""

    total: int  # steps
    steps: int = 0  # that were measured
    seconds: float = 0.0  # that they took


class Pace:
    """Of one request. Each stage has a pace of its own, for a step of one may take ten times that of another."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stages: dict[str, _Stage] = {}  # by name, in the order in which a picture has them
        self._began: float | None = None  # when the first step was done
        self._first = 0  # the first picture's index
        self._last: tuple[float, Progress] | None = None

    def note(self, event: Progress) -> None:
        """A step is done; those between two that are noted count as well."""
        now = self._clock()
        stage = self._stages.setdefault(event.stage, _Stage(event.total))
        if self._last is None:
            self._began, self._first = now, event.index
        else:
            then, last = self._last
            same = (last.index, last.stage) == (event.index, event.stage)
            stage.steps += event.step - (last.step if same else 0)
            stage.seconds += now - then
        self._last = (now, event)

    @property
    def remaining(self) -> float | None:
        """Seconds that are left; None while nobody knows."""
        if self._last is None or self._began is None:
            return None
        then, last = self._last
        waited = self._clock() - then
        if last.index == self._first:  # its later stages have not been seen
            done = then - self._began
            return max(0.0, done * (1 - last.share) / last.share - waited) if last.share >= _TOO_SOON and done else None
        names = list(self._stages)
        later = names[names.index(last.stage) + 1 :]
        left = (last.total - last.step) * self._of_a_step(last.stage)
        left += sum(self._of_all(name) for name in later)
        left += (last.count - last.index - 1) * sum(self._of_all(name) for name in names)
        return max(0.0, left - waited)

    def _of_a_step(self, name: str) -> float:
        stage = self._stages[name]
        return stage.seconds / max(1, stage.steps)

    def _of_all(self, name: str) -> float:
        return self._stages[name].total * self._of_a_step(name)
