"""Progress and remaining time from measured step times."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from taureau.imagine.generator import Stage

_measured: dict[tuple[str, str, str], float] = {}  # seconds of a step, by model, device and scheduler


class Pace:
    """Measures the steps of a request's stages, image by image.

    A stage that was not reached yet is estimated from an earlier run, else from its ratio to a measured stage.
    """

    def __init__(
        self,
        stages: Sequence[Stage],
        count: int,
        key: tuple[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`count` images; `key` is the model and the device."""
        self._stages, self._count, self._key, self._clock = stages, count, key, clock
        self._steps = [stage.steps for stage in stages]  # until the pipeline reports them
        self._spent = [0.0] * len(stages)  # seconds in the measured steps of each stage
        self._taken = [0] * len(stages)  # the number of those steps
        self._around = 0.0  # seconds of an image outside its steps
        self._image, self._stage, self._step = 0, 0, 0
        self._share = 0.0
        self._began = self._last = clock()

    def begin(self, image: int) -> None:
        """Start the image of this index."""
        self._image, self._stage, self._step = image, 0, 0
        self._began = self._last = self._clock()

    def step(self, stage: int, step: int, total: int) -> None:
        """Record a completed step. A stage's first step is not measured: it includes what precedes it."""
        now = self._clock()
        if step > 1:
            self._spent[stage] += now - self._last
            self._taken[stage] += 1
            _measured[*self._key, self._stages[stage].scheduler] = self._spent[stage] / self._taken[stage]
        self._steps[stage], self._stage, self._step, self._last = total, stage, step, now

    def resume(self) -> None:
        """Leave out the time since the last step: the run was paused."""
        now = self._clock()
        self._began += now - self._last
        self._last = now

    def end(self) -> None:
        """Finish the image."""
        steps = self._steps_seconds()
        if steps is not None:
            self._around = max(0.0, self._clock() - self._began - steps)

    @property
    def share(self) -> float:
        """Fraction completed of all images, 0 … 1; never decreases."""
        paces = self._paces() or [stage.ratio for stage in self._stages]
        whole = sum(steps * pace for steps, pace in zip(self._steps, paces, strict=True))
        self._share = max(self._share, (self._image + 1 - self._left(paces) / whole) / self._count)
        return self._share

    @property
    def remaining(self) -> float | None:
        """Seconds until all images are ready; None until a step was measured."""
        paces, whole = self._paces(), self._steps_seconds()
        if paces is None or whole is None:
            return None
        more = self._count - 1 - self._image
        return self._left(paces) + more * whole + (more + 1) * self._around

    def _left(self, paces: Sequence[float]) -> float:
        """Return the seconds of this image's remaining steps."""
        later = sum(n * pace for n, pace in list(zip(self._steps, paces, strict=True))[self._stage + 1 :])
        return (self._steps[self._stage] - self._step) * paces[self._stage] + later

    def _steps_seconds(self) -> float | None:
        """Return the seconds of all steps of one image."""
        paces = self._paces()
        return None if paces is None else sum(n * pace for n, pace in zip(self._steps, paces, strict=True))

    def _paces(self) -> list[float] | None:
        """Return the seconds of a step of each stage."""
        known = [self._pace(index) for index in range(len(self._stages))]
        scales = [pace / stage.ratio for pace, stage in zip(known, self._stages, strict=True) if pace is not None]
        if not scales:
            return None
        scale = sum(scales) / len(scales)
        return [scale * stage.ratio if pace is None else pace for pace, stage in zip(known, self._stages, strict=True)]

    def _pace(self, stage: int) -> float | None:
        if self._taken[stage]:
            return self._spent[stage] / self._taken[stage]
        return _measured.get((*self._key, self._stages[stage].scheduler))
