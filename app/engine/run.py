"""The stages of a run, in their order. They own no file, no widget and no print."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from app import __version__
from app.document import Drawing, Layer, Stroke
from app.engine.contours import Candidates
from app.engine.events import Event, Finished, Notice, Progress, Report, StageChanged
from app.engine.exchange import POOL, exchange
from app.engine.losses import PerceptualLoss
from app.engine.memory import out_of_memory
from app.engine.refine import SEARCH, SETTLE, Refinement
from app.engine.request import SketchRequest
from app.engine.scene import CANVAS, Scene, find_subject, look
from app.engine.start import contour_candidates, contour_start, in_order, random_start
from app.geometry import Affine, Curve
from app.perception import Encoder

Coverage = Callable[..., torch.Tensor]  # app.raster.coverage, or a rival with its signature

_PREVIEW_EVERY = 0.1  # s
_WORKING_SIZES = (CANVAS, 160, 96)  # px, tried in turn when memory runs out


class CannotDrawError(Exception):
    """This request cannot be drawn; `what_to_do` is for the user."""

    def __init__(self, message: str, what_to_do: str) -> None:
        super().__init__(message)
        self.what_to_do = what_to_do


class _StoppedError(Exception):
    """The run was cancelled within a stage."""


class Run:
    """One run: what it was asked, and the drawing so far."""

    def __init__(
        self, run: str, request: SketchRequest, cancelled: Callable[[], bool], encoder: Encoder, coverage: Coverage
    ) -> None:
        self._run = run
        self._request = request
        self._ask = cancelled
        self._encoder = encoder
        self._coverage = coverage
        self._judge: Callable[[torch.Tensor], PerceptualLoss] = partial(PerceptualLoss, encoder)
        self._schedule = SETTLE if request.start == "contours" else SEARCH
        self._began = time.monotonic()
        self._paused = 0.0  # s
        self._shown = 0.0  # when the last preview was sent
        self._points: NDArray[np.float64] = np.zeros((0, 4, 2))  # [N, 4, 2], canvas px
        self._gains: list[float] = []  # of each stroke, or empty where unknown
        self._start_loss: float | None = None
        self._loss: float | None = None
        self._to_document = Affine()  # from canvas px

    def events(self) -> Iterator[Event]:
        """Everything from the first look to Finished."""
        with suppress(_StoppedError):
            yield from self._stages()
        yield self._finished(stopped=self._cancelled())

    def _stages(self) -> Iterator[Event]:
        request = self._request
        photo = request.photo
        assert photo is not None  # prompts are drawn by ClipRun
        yield StageChanged(self._run, "looking at the photo")
        self._checkpoint()
        mask, salient = find_subject(self._encoder, photo, request.mask, self._checkpoint)
        scene = look(self._encoder, photo, mask, salient, self._checkpoint)
        height, width = photo.shape[:2]
        to_photo = scene.frame.to_canvas.inverse()
        self._to_document = Affine.scale(request.width / width, request.height / height) @ to_photo
        for stage in (self._start, self._refine):
            self._checkpoint()
            yield from stage(scene)

    def _start(self, scene: Scene) -> Iterator[Event]:
        request = self._request
        if request.start == "random":
            yield StageChanged(self._run, "scattering strokes")
            self._points = random_start(scene, request.strokes, request.seed)
            yield self._progress(0)
            return
        yield StageChanged(self._run, "finding contours")
        pool = contour_start(contour_candidates(scene, self._checkpoint), max(POOL, 2 * request.strokes))
        count = min(request.strokes, len(pool.pieces))
        if not count:
            raise CannotDrawError(
                "There is no clear contour in this photo.",
                "Choose one with more contrast, or draw it without a mask.",
            )
        if count < request.strokes:
            yield Notice(self._run, f"This photo has contours for {count} strokes, not {request.strokes}.")
        self._points, self._gains = in_order(pool.only(range(count)))
        yield self._progress(0)
        if request.preset == "standard" and not self._cancelled():
            yield from self._exchange(scene, pool, count)

    def _exchange(self, scene: Scene, pool: Candidates, count: int) -> Iterator[Event]:
        yield StageChanged(self._run, "choosing strokes")
        rendition = self._tensor(scene.rendition())[None]
        try:
            for choice in exchange(pool, count, rendition, self._judge, self._coverage, self._cancelled):
                self._points, self._gains = in_order(pool.only(choice.chosen))
                yield self._progress(0)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            yield Notice(self._run, "There is too little memory to compare strokes; those found first are kept.")

    def _refine(self, scene: Scene) -> Iterator[Event]:
        if self._request.preset == "draft":
            return
        yield StageChanged(self._run, "refining")
        for side, smaller in zip(_WORKING_SIZES, (*_WORKING_SIZES[1:], None), strict=True):
            try:
                yield from self._refine_at(scene, side)
                return
            except (RuntimeError, MemoryError) as error:
                if smaller is None or not out_of_memory(error):
                    raise
                yield Notice(self._run, f"Memory ran out at {side} px; the drawing goes on at {smaller} px.")

    def _refine_at(self, scene: Scene, side: int) -> Iterator[Event]:
        refinement = Refinement(
            self._tensor(self._points),
            self._tensor(scene.rendition())[None],
            self._judge,
            self._coverage,
            self._schedule,
            side=side,
        )
        self._start_loss = refinement.loss()
        total, step = self._schedule.steps, 0
        while step < total and not self._cancelled():
            self._loss = refinement.step()
            step += 1
            if time.monotonic() - self._shown >= _PREVIEW_EVERY:
                self._points = refinement.points.double().cpu().numpy()
                yield self._progress(step)
        self._points = refinement.settled()
        self._loss = refinement.loss()
        yield self._progress(step)

    def _cancelled(self) -> bool:
        """Ask; the answer takes as long as the user pauses the run."""
        asked = time.monotonic()
        answer = self._ask()
        self._paused += time.monotonic() - asked
        return answer

    def _checkpoint(self) -> None:
        """Between two parts of a stage that has nothing to show yet: end it when the run is cancelled."""
        # Many short numpy calls let go of Python's lock and retake it before a waiting thread, the window's, wakes.
        time.sleep(0)
        if self._cancelled():
            raise _StoppedError

    def _tensor(self, array: NDArray[np.floating]) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32)).to(self._encoder.device)

    def _progress(self, step: int) -> Progress:
        self._shown = time.monotonic()
        losses: Mapping[str, float] = MappingProxyType({} if self._loss is None else {"total": self._loss})
        total = 0 if self._request.preset == "draft" else self._schedule.steps
        return Progress(self._run, step, total, losses, self._drawing())

    def _finished(self, *, stopped: bool) -> Finished:
        request = self._request
        report = Report(
            strokes=len(self._points),
            seconds=time.monotonic() - self._began - self._paused,
            device=self._encoder.device.type,
            encoder=self._encoder.name,
            seed=request.seed,
            start_loss=self._start_loss,
            final_loss=self._loss,
            stopped=stopped,
        )
        return Finished(self._run, self._drawing(), report)

    def _drawing(self) -> Drawing:
        request = self._request
        gains: Sequence[float | None] = self._gains or [None] * len(self._points)
        strokes = tuple(
            Stroke(Curve(self._to_document.points(points)), request.pen_width, gain=gain)
            for points, gain in zip(self._points, gains, strict=True)
        )
        facts = {
            "app": f"taureau {__version__}",
            "encoder": self._encoder.name,
            "preset": request.preset,
            "start": request.start,
            "mask": request.mask if isinstance(request.mask, str) else "file",
            "strokes": str(request.strokes),
            "seed": str(request.seed),
            "rasterizer": request.rasterizer,
        }
        if request.name:
            facts["photo"] = request.name
        return Drawing(request.width, request.height, (Layer("drawing", strokes),), MappingProxyType(facts))
