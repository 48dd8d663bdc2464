"""Stand-ins for the engine: they say what a real run says, and can be held at any step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event as Flag

import numpy as np

from app.document import Drawing, Layer, Stroke
from app.engine import Event, Finished, Progress, Report, SketchRequest, StageChanged, Started
from app.geometry import Curve


def drawing(strokes: int, width: float = 120.0, height: float = 80.0, shift: float = 0.0) -> Drawing:
    """Waves one below the other, moved sideways by `shift`."""
    rows = [height * (i + 1) / (strokes + 1) for i in range(strokes)]
    waves = [Curve([(10 + shift, y), (width / 3, y - 12), (2 * width / 3, y + 12), (width - 10, y)]) for y in rows]
    return Drawing(width, height, (Layer("Drawing", tuple(Stroke(wave, 2.0) for wave in waves)),))


def photo_pixels(width: int = 120, height: int = 80) -> np.ndarray:
    """A dark disc on light ground, uint8 [H, W, 3]."""
    y, x = np.mgrid[0:height, 0:width]
    disc = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2
    return np.where(disc[..., None], np.uint8([60, 50, 40]), np.uint8([230, 225, 210])).astype(np.uint8)


def request(strokes: int = 4) -> SketchRequest:
    return SketchRequest(photo_pixels(), width=120, height=80, strokes=strokes)


class SteppedSketch:
    """Waits for `go_on` before each of its steps, so that a test decides when anything happens.

    Call it like the engine. `asked` counts how often it asked whether it was cancelled.
    """

    def __init__(self, steps: int = 5, *, fails: Exception | None = None, fails_at: int = 1) -> None:
        self.steps = steps
        self.asked = 0
        self.requests: list[SketchRequest] = []
        self.ended = Flag()
        self._fails, self._fails_at = fails, fails_at
        self._permits = 0
        self._free = False
        self._wake = Flag()

    def go_on(self, steps: int | None = None) -> None:
        """Let it do so many steps, or all of them."""
        if steps is None:
            self._free = True
        else:
            self._permits += steps
        self._wake.set()

    def __call__(self, request: SketchRequest, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
        self.requests.append(request)
        self.ended.clear()
        try:
            yield from self._events(request, cancelled, run)
        finally:
            self.ended.set()

    def _events(self, request: SketchRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        yield Started(run, "cpu", 1, "fake")
        yield StageChanged(run, "refining")
        best = None
        for step in range(1, self.steps + 1):
            if self._wait(cancelled):
                break
            if self._fails and step == self._fails_at:
                raise self._fails
            best = drawing(request.strokes, request.width, request.height, shift=float(step))
            yield Progress(run, step, self.steps, {"total": 1.0 / step}, best)
        if best is not None:
            stopped = cancelled()
            yield Finished(run, best, Report(request.strokes, 1.0, "cpu", "fake", request.seed, 1.0, 0.5, stopped))

    def _wait(self, cancelled: Callable[[], bool]) -> bool:
        """True when cancelled before the next step was allowed."""
        while True:
            self.asked += 1
            if cancelled():
                return True
            if self._free:
                return False
            if self._permits > 0:
                self._permits -= 1
                return False
            self._wake.wait(0.005)
            self._wake.clear()
