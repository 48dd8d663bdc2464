"""How fast the steps of each stage are: measured, and how long what is left will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from taureau.imagine.painter import Stage

_measured: dict[tuple[str, str, str], float] = {}  # seconds: of a stage's step, by model, device and scheduler


class Pace:
    """One request's way through its stages, image by image.

    A stage that was not reached yet goes as fast as in the run before, else as its ratio to one that was says.
    """

    def __init__(
        self,
        stages: Sequence[Stage],
        count: int,
        way: tuple[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`count` images by a model on a device, which are the `way`."""
        self._stages, self._count, self._way, self._clock = stages, count, way, clock
        self._steps = [stage.steps for stage in stages]  # until the pipeline says better
        self._spent = [0.0] * len(stages)  # seconds in those of a stage's steps that were measured
        self._taken = [0] * len(stages)  # how many those are
        self._around = 0.0  # seconds of an image outside its stages' steps
        self._image, self._stage, self._step = 0, 0, 0
        self._share = 0.0
        self._began = self._last = clock()

    def begin(self, image: int) -> None:
        """The image of this number, from 0, comes next."""
        self._image, self._stage, self._step = image, 0, 0
        self._began = self._last = self._clock()

    def step(self, stage: int, step: int, total: int) -> None:
        """A step is done. The first of a stage is not measured: what precedes it is done in it."""
        now = self._clock()
        if step > 1:
            self._spent[stage] += now - self._last
            self._taken[stage] += 1
            _measured[*self._way, self._stages[stage].scheduler] = self._spent[stage] / self._taken[stage]
        self._steps[stage], self._stage, self._step, self._last = total, stage, step, now

    def resume(self) -> None:
        """The time since the last step does not count: it was paused."""
        now = self._clock()
        self._began += now - self._last
        self._last = now

    def end(self) -> None:
        """The image is ready."""
        steps = self._steps_seconds()
        if steps is not None:
            self._around = max(0.0, self._clock() - self._began - steps)

    @property
    def share(self) -> float:
        """How much of everything is done, 0 … 1; never less than it was."""
        paces = self._paces() or [stage.ratio for stage in self._stages]
        whole = sum(steps * pace for steps, pace in zip(self._steps, paces, strict=True))
        self._share = max(self._share, (self._image + 1 - self._left(paces) / whole) / self._count)
        return self._share

    @property
    def remaining(self) -> float | None:
        """Seconds until all images are ready; None while nothing was measured."""
        paces, whole = self._paces(), self._steps_seconds()
        if paces is None or whole is None:
            return None
        more = self._count - 1 - self._image
        return self._left(paces) + more * whole + (more + 1) * self._around

    def _left(self, paces: Sequence[float]) -> float:
        """Seconds of this image's steps that are not done."""
        later = sum(n * pace for n, pace in list(zip(self._steps, paces, strict=True))[self._stage + 1 :])
        return (self._steps[self._stage] - self._step) * paces[self._stage] + later

    def _steps_seconds(self) -> float | None:
        """Seconds of all steps of one image."""
        paces = self._paces()
        return None if paces is None else sum(n * pace for n, pace in zip(self._steps, paces, strict=True))

    def _paces(self) -> list[float] | None:
        """Seconds of a step of each stage."""
        known = [self._pace(index) for index in range(len(self._stages))]
        scales = [pace / stage.ratio for pace, stage in zip(known, self._stages, strict=True) if pace is not None]
        if not scales:
            return None
        scale = sum(scales) / len(scales)
        return [scale * stage.ratio if pace is None else pace for pace, stage in zip(known, self._stages, strict=True)]

    def _pace(self, stage: int) -> float | None:
        if self._taken[stage]:
            return self._spent[stage] / self._taken[stage]
        return _measured.get((*self._way, self._stages[stage].scheduler))
