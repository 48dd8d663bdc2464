"""The stages of a run, in their order. They own no file, no widget and no print."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from app import __version__
from app.document import Drawing
from app.engine.contours import Candidates
from app.engine.easel import Easel
from app.engine.events import Event, Finished, Looked, Notice, Progress, Report, StageChanged, StrokeAdded
from app.engine.exchange import POOL, exchange
from app.engine.growth import Growth
from app.engine.losses import PerceptualLoss
from app.engine.memory import out_of_memory
from app.engine.overlay import looked
from app.engine.refine import RESETTLE, SEARCH, SETTLE, Refinement
from app.engine.request import SketchRequest
from app.engine.scene import CANVAS, Scene, find_subject, look
from app.engine.sequence import Enough, Grown, grow, grow_by_edges
from app.engine.start import (
    contour_candidates,
    contour_start,
    in_order,
    random_start,
    scattered_candidates,
    strokes_as_candidates,
    unlike,
)
from app.geometry import Affine
from app.perception import Encoder

Coverage = Callable[..., torch.Tensor]  # app.raster.coverage, or a rival with its signature

_PREVIEW_EVERY = 0.1  # s
_WORKING_SIZES = (CANVAS, 160, 96)  # px, tried in turn when memory runs out

NO_CONTOUR = "There is no clear contour in this photo."
TRY_CONTRAST = "Choose one with more contrast, or draw it without a mask."


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
        self._growing = request.detail is not None or request.drawing is not None
        self._schedule = SEARCH if request.start == "random" else RESETTLE if self._growing else SETTLE
        self._began = time.monotonic()
        self._paused = 0.0  # s
        self._shown = 0.0  # when the last preview was sent
        self._points: NDArray[np.float64] = np.zeros((0, 4, 2))  # [N, 4, 2], canvas px
        self._gains: list[float] = []  # of each stroke, or empty where unknown
        self._start_loss: float | None = None
        self._loss: float | None = None
        self._to_document = Affine()  # from canvas px
        self._easel = Easel(request, self._to_document)

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
        self._easel = Easel(request, self._to_document)
        self._points = self._easel.movable
        for stage in (self._grow if self._growing else self._start, self._refine):
            self._checkpoint()
            yield from stage(scene)

    def _start(self, scene: Scene) -> Iterator[Event]:
        request = self._request
        if request.start == "random":
            yield StageChanged(self._run, "scattering strokes")
            self._points = random_start(scene, request.strokes, request.seed)
            yield self._looked(scene)
            yield self._progress(0)
            return
        yield StageChanged(self._run, "finding contours")
        pool = contour_start(contour_candidates(scene, self._checkpoint), max(POOL, 2 * request.strokes))
        count = min(request.strokes, len(pool.pieces))
        self._points, self._gains = in_order(pool.only(range(count)))
        yield self._looked(scene)
        if not count:
            raise CannotDrawError(NO_CONTOUR, TRY_CONTRAST)
        if count < request.strokes:
            yield Notice(self._run, f"This photo has contours for {count} strokes, not {request.strokes}.")
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

    def _grow(self, scene: Scene) -> Iterator[Event]:
        """Stroke after stroke, from the sheet as it is."""
        request = self._request
        yield self._looked(scene)
        if not request.strokes:
            return
        yield StageChanged(self._run, "finding contours")
        there = strokes_as_candidates(scene, np.concatenate([self._easel.movable, self._easel.held]))
        cover = there.covered(range(len(there.pieces)))
        pool = max(POOL, 2 * request.strokes)
        if request.start == "random":
            candidates = scattered_candidates(scene, pool, request.seed)
        else:
            candidates = contour_candidates(scene, self._checkpoint)
        candidates = unlike(candidates, [self._easel.canvas_line(stroke) for stroke in request.refused])
        candidates = contour_start(candidates, pool, cover) if request.start == "contours" else candidates
        if not candidates.pieces:
            if request.drawing is None:
                raise CannotDrawError(NO_CONTOUR, TRY_CONTRAST)
            yield Notice(self._run, "There is no further contour to draw.")
            return
        self._checkpoint()
        yield StageChanged(self._run, "drawing")
        enough = None if request.detail is None else Enough(request.detail)
        if request.preset == "draft":
            steps = grow_by_edges(candidates, self._points, cover, request.strokes, enough)
        else:
            steps = grow(self._growth(scene, candidates, cover), request.strokes, enough, self._checkpoint)
        try:
            yield from self._growing_events(steps)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            yield Notice(self._run, f"Memory ran out after {len(self._gains)} strokes; they are kept.")

    def _growth(self, scene: Scene, candidates: Candidates, cover: NDArray[np.float32]) -> Growth:
        return Growth(
            candidates,
            self._tensor(self._points),
            cover,
            self._tensor(scene.rendition())[None],
            self._judge,
            self._coverage,
            self._schedule,
            held=self._tensor(self._easel.held),
        )

    def _growing_events(self, steps: Iterator[Grown]) -> Iterator[Event]:
        for grown in steps:
            more = len(grown.gains) > len(self._gains)
            self._points, self._gains = grown.points, list(grown.gains)
            drawing = self._drawing()
            if more:
                stroke = [layer for layer in drawing.layers if layer.editable][-1].strokes[-1]
                yield StrokeAdded(self._run, drawing.stroke_count, stroke, grown.gains[-1], grown.enough)
            self._shown = time.monotonic()
            total = self._request.strokes if self._request.detail is None else 0
            yield Progress(self._run, len(self._gains), total, MappingProxyType({}), drawing)
        if self._request.detail is None and len(self._gains) < self._request.strokes and not self._cancelled():
            yield Notice(self._run, f"Nothing would make it better after {len(self._gains)} more strokes.")

    def _refine(self, scene: Scene) -> Iterator[Event]:
        if self._request.preset == "draft" or not len(self._points):
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
            held=self._tensor(self._easel.held),
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

    def _looked(self, scene: Scene) -> Looked:
        begun = self._points[len(self._easel.movable) :]
        return looked(self._run, scene.mask, scene.saliency, begun, self._to_document)

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
        drawing = self._drawing()
        report = Report(
            strokes=drawing.stroke_count,
            seconds=time.monotonic() - self._began - self._paused,
            device=self._encoder.device.type,
            encoder=self._encoder.name,
            seed=request.seed,
            start_loss=self._start_loss,
            final_loss=self._loss,
            stopped=stopped,
        )
        return Finished(self._run, drawing, report)

    def _drawing(self) -> Drawing:
        new = len(self._points) - len(self._easel.movable)
        return self._easel.drawing(self._points, self._gains or [None] * new, MappingProxyType(self._facts()))

    def _facts(self) -> dict[str, str]:
        """What the drawing remembers of how it came about."""
        request = self._request
        facts = {
            "app": f"taureau {__version__}",
            "encoder": self._encoder.name,
            "preset": request.preset,
            "start": request.start,
            "mask": request.mask if isinstance(request.mask, str) else "file",
            "strokes": str(request.strokes) if request.detail is None else f"auto:{request.strokes}",
            "seed": str(request.seed),
            "rasterizer": request.rasterizer,
        }
        if request.detail is not None:
            facts["detail"] = f"{request.detail:g}"
        if request.drawing is not None and request.drawing.stroke_count:
            facts["onto"] = f"{request.drawing.stroke_count} strokes"
        if request.name:
            facts["photo"] = request.name
        return facts
