"""Stand-ins for the engine: they say what a real run says, and can be held at any step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event as Flag

import numpy as np
from taureau.document import Drawing, Layer, Stroke, one_line
from taureau.engine import (
    Candidate,
    Event,
    Finished,
    LinesJoined,
    MaskRequest,
    OneLineRequest,
    Progress,
    RegionsFound,
    RegionsRequest,
    Report,
    SketchRequest,
    StageChanged,
    Started,
    StrokeAdded,
    StrokeCostRequest,
    StrokeCosts,
    SubjectFound,
)
from taureau.geometry import Curve
from taureau.photo import Regions


def drawing(strokes: int, width: float = 120.0, height: float = 80.0, shift: float = 0.0) -> Drawing:
    """Waves one below the other, moved sideways by `shift`."""
    rows = [height * (i + 1) / (strokes + 1) for i in range(strokes)]
    waves = [Curve([(10 + shift, y), (width / 3, y - 12), (2 * width / 3, y + 12), (width - 10, y)]) for y in rows]
    return Drawing(width, height, (Layer("Drawing", tuple(Stroke(wave, 2.0) for wave in waves)),))


def gain(number: int) -> float:
    """What the stand-in says that stroke `number`, counted from 1, has saved."""
    return 0.2 * 0.8 ** (number - 1)


def photo_pixels(width: int = 120, height: int = 80) -> np.ndarray:
    """A dark disc on light ground, uint8 [H, W, 3]."""
    y, x = np.mgrid[0:height, 0:width]
    disc = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2
    return np.where(disc[..., None], np.uint8([60, 50, 40]), np.uint8([230, 225, 210])).astype(np.uint8)


def looked(run: str, request: SketchRequest | MaskRequest) -> SubjectFound:
    """What the stand-in says that it saw: the disc, its middle most, and strokes that begin at two places."""
    assert request.photo is not None
    height, width = request.photo.shape[:2]
    y, x = np.mgrid[0:height, 0:width] + 0.5
    away = np.hypot(x - width / 2, y - height / 2) / (height / 3)
    mask = (away < 1).astype(np.float32)
    starts = np.array([[10.0, 20.0], [30.0, 40.0]])
    return SubjectFound(run, mask, (1 - away / away.max()).clip(0, 1).astype(np.float32), starts)


def divided(request: RegionsRequest) -> Regions:
    """What the stand-in says that clicks add: the disc, or the ground around it."""
    height, width = request.photo.shape[:2]
    y, x = np.mgrid[0:height, 0:width] + 0.5
    disc = np.hypot(x - width / 2, y - height / 2) < height / 3
    bounds = np.array([[0, 1], [1, 2], [0, 2]], dtype=np.int32)
    parent = np.array([2, 2, -1], dtype=np.int32)
    outline, at_border = np.array([[0.5, 0.5, 0.0], [0.4, 0.0, 1.0]], dtype=np.float32)
    return Regions(disc.astype(np.int32), *bounds.T, parent, outline, at_border)


def request(strokes: int = 4) -> SketchRequest:
    return SketchRequest(photo_pixels(), width=120, height=80, strokes=strokes)


class SteppedSketch:
    """Waits for `go_on` before each of its steps, so that a test decides when anything happens.

    Call it like the engine. Asked for a number it moves that many strokes at once; asked for detail, or to go on with a
    drawing, it adds `GROWTH` strokes with each step. `asked` counts how often it asked whether it was cancelled.
    """

    GROWTH = 4
    ENOUGH = 0.01

    def __init__(self, steps: int = 5, *, fails: Exception | None = None, fails_at: int = 1) -> None:
        self.steps = steps
        self.asked = 0
        self.looks = False  # whether it says what it saw
        self.tries = 1  # drawings side by side: the last is given up at step 2, the second is the best
        self.requests: list[SketchRequest] = []
        self.weighings: list[StrokeCostRequest] = []
        self.looks_asked: list[MaskRequest] = []
        self.joinings: list[OneLineRequest] = []
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

    def __call__(
        self,
        request: SketchRequest | StrokeCostRequest | MaskRequest | RegionsRequest | OneLineRequest,
        cancelled: Callable[[], bool],
        *,
        run: str = "",
    ) -> Iterator[Event]:
        self.ended.clear()
        try:
            if isinstance(request, StrokeCostRequest):
                self.weighings.append(request)
                yield from self._weigh(request, cancelled, run)
            elif isinstance(request, MaskRequest):
                self.looks_asked.append(request)
                yield from self._look(request, cancelled, run)
            elif isinstance(request, RegionsRequest):
                yield from self._divide(request, cancelled, run)
            elif isinstance(request, OneLineRequest):
                self.joinings.append(request)
                yield from self._join(request, cancelled, run)
            else:
                self.requests.append(request)
                grows = request.detail is not None or request.drawing is not None
                yield from (self._grow if grows else self._events)(request, cancelled, run)
        finally:
            self.ended.set()

    def _weigh(self, request: StrokeCostRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        """The later a stroke was drawn, the less it is worth: the last costs 0.1 %, the one before 0.2 % …"""
        yield StageChanged(run, "weighing the strokes")
        if not self._wait(cancelled):
            count = request.drawing.stroke_count
            yield StrokeCosts(run, tuple(0.001 * (count - place) for place in range(count)))

    def _look(self, request: MaskRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        """Before a run: the same mask, and nothing that begins."""
        yield StageChanged(run, "looking at the photo")
        if self._fails:
            raise self._fails
        if not self._wait(cancelled):
            yield replace(looked(run, request), starts=np.zeros((0, 2)))

    def _divide(self, request: RegionsRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        if not self._wait(cancelled):
            yield RegionsFound(run, divided(request))

    def _join(self, request: OneLineRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        """Along no contours, but it says that it saw one."""
        if not self._wait(cancelled):
            joined = one_line(request.drawing, flow=request.flow, pen_downs=request.pen_downs)
            yield LinesJoined(run, joined, (np.zeros((2, 2)),))

    def _grow(self, request: SketchRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        yield Started(run, "cpu", 1, "fake")
        if self.looks:
            yield looked(run, request)
        yield StageChanged(run, "adding strokes")
        strokes = list(request.drawing.strokes) if request.drawing else []
        first, most = len(strokes), len(strokes) + request.strokes
        waves = drawing(40, request.width, request.height).layers[0].strokes
        enough = self.ENOUGH if request.detail is not None else None
        best = None
        for step in range(1, self.steps + 1):
            if self._wait(cancelled):
                break
            if self._fails and step == self._fails_at:
                raise self._fails
            for number in range(len(strokes) + 1, min(most, len(strokes) + self.GROWTH) + 1):
                stroke = replace(waves[(number - 1) * 7 % len(waves)], gain=gain(number))
                strokes.append(stroke)
                yield StrokeAdded(run, number, stroke, gain(number), enough)
            best = Drawing(request.width, request.height, (Layer("Drawing", tuple(strokes)),))
            yield Progress(run, step, self.steps, {"total": 1.0 / (first + step)}, best)
        if best is not None:
            count, stopped = len(strokes), cancelled()
            yield Finished(run, best, Report(count, 1.0, "cpu", "fake", request.seed, 1.0, 0.5, stopped))

    def _events(self, request: SketchRequest, cancelled: Callable[[], bool], run: str) -> Iterator[Event]:
        yield Started(run, "cpu", 1, "fake")
        if self.looks:
            yield looked(run, request)
        yield StageChanged(run, "refining")
        best = None
        for step in range(1, self.steps + 1):
            if self._wait(cancelled):
                break
            if self._fails and step == self._fails_at:
                raise self._fails
            best = drawing(request.strokes, request.width, request.height, shift=float(step))
            yield Progress(run, step, self.steps, {"total": 1.0 / step}, best)
            if step == 2 and self.tries > 1:
                yield self._candidate(run, request, self.tries - 1, given_up=step)
        if best is not None and self.tries > 1 and not cancelled():
            for place in range(self.tries - 1):
                yield self._candidate(run, request, place)
        if best is not None:
            stopped = cancelled()
            seed = request.seed + (self.tries > 1)
            yield Finished(run, best, Report(request.strokes, 1.0, "cpu", "fake", seed, 1.0, 0.5, stopped))

    def _candidate(self, run: str, request: SketchRequest, place: int, given_up: int | None = None) -> Candidate:
        score = 0.25 if place == 1 else 0.3 + 0.1 * place
        made = drawing(request.strokes, request.width, request.height, shift=-5.0 * place)
        return Candidate(run, request.seed + place, score, made, given_up)

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
