"""The stages of a run, in their order. They own no file, no widget and no print."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from types import MappingProxyType

from taureau.engine.cancellation import StoppedError, Stopwatch
from taureau.engine.errors import NoContourError
from taureau.engine.events import Finished, Looked, Progress, Report
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.request import SketchRequest
from taureau.engine.runs.clip_judge import judged_by_clip
from taureau.engine.runs.context import Coverage, Studio, Work
from taureau.engine.runs.growing import Growing
from taureau.engine.runs.out_of_memory import out_of_memory
from taureau.engine.runs.recognition import recognise, with_fact
from taureau.engine.scene.encoder_view import show
from taureau.engine.scene.preview_maps import looked
from taureau.engine.scene.scene import CANVAS, Scene, find_subject, look
from taureau.engine.search.refine import RESETTLE, SEARCH, SETTLE, Refinement
from taureau.engine.search.swap import POOL, exchange
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import contour_candidates, contour_start, in_order, random_start
from taureau.events import Event, Notice, StageChanged
from taureau.geometry import Affine
from taureau.perception import Encoder

_PREVIEW_EVERY = 0.1  # s
_WORKING_SIZES = (CANVAS, 160, 96)  # px, tried in turn when memory runs out


class Run:
    """One run: what it was asked, and the drawing so far."""

    def __init__(
        self,
        run: str,
        request: SketchRequest,
        cancelled: Callable[[], bool],
        encoder: Encoder,
        coverage: Coverage,
        *,
        looker: Encoder | None = None,
    ) -> None:
        """With a `looker`, which finds the subject and its contours, `encoder` is a CLIP that judges beside it."""
        self._run = run
        self._request = request
        self._encoder = encoder
        self._looker = looker or encoder
        self._watch = Stopwatch(cancelled)
        schedule = SEARCH if request.start == "random" else RESETTLE if request.grows else SETTLE
        judge = partial(PerceptualLoss, self._looker)
        self._studio = Studio(run, request, self._watch, encoder, coverage, judge, schedule)
        self._work = Work(request, encoder.name)
        self._shown = 0.0  # when the last preview was sent
        self._start_loss: float | None = None
        self._loss: float | None = None

    def events(self) -> Iterator[Event]:
        """Everything from the first look to Finished."""
        with suppress(StoppedError):
            yield from self._stages()
        yield self._finished(stopped=self._watch.cancelled())

    def _stages(self) -> Iterator[Event]:
        request = self._request
        photo = request.photo
        assert photo is not None  # prompts are drawn by ClipRun
        yield StageChanged(self._run, "looking at the photo")
        self._watch.checkpoint()
        mask, salient = find_subject(self._looker, photo, request.mask, self._watch.checkpoint)
        scene = look(self._looker, photo, mask, salient, self._watch.checkpoint)
        height, width = photo.shape[:2]
        to_photo = scene.frame.to_canvas.inverse()
        to_document = Affine.scale(request.width / width, request.height / height) @ to_photo
        self._work = Work(request, self._encoder.name, to_document)
        self._saliency = scene.saliency
        if self._looker is not self._encoder:
            sight = show(self._encoder, self._encoder, photo, mask, scene.frame, self._watch)
            self._studio, self._saliency = judged_by_clip(self._studio, sight), sight.saliency
        for stage in (self._grow if request.grows else self._start, self._refine):
            self._watch.checkpoint()
            yield from stage(scene)

    def _grow(self, scene: Scene) -> Iterator[Event]:
        yield self._looked(scene)
        yield from Growing(self._studio, scene, self._work).events()

    def _start(self, scene: Scene) -> Iterator[Event]:
        request, work = self._request, self._work
        if request.start == "random":
            yield StageChanged(self._run, "scattering strokes")
            work.points = random_start(scene, request.strokes, request.seed)
            yield self._looked(scene)
            yield self._progress(0)
            return
        yield StageChanged(self._run, "finding contours")
        pool = contour_start(contour_candidates(scene, self._watch.checkpoint), max(POOL, 2 * request.strokes))
        count = min(request.strokes, len(pool.pieces))
        work.points, work.gains = in_order(pool.only(range(count)))
        yield self._looked(scene)
        if not count:
            raise NoContourError
        if count < request.strokes:
            yield Notice(self._run, f"This photo has contours for {count} strokes, not {request.strokes}.")
        yield self._progress(0)
        if request.preset == "standard" and not self._watch.cancelled():
            yield from self._exchange(scene, pool, count)

    def _exchange(self, scene: Scene, pool: Candidates, count: int) -> Iterator[Event]:
        yield StageChanged(self._run, "choosing strokes")
        studio, work = self._studio, self._work
        rendition = studio.tensor(scene.rendition())[None]
        try:
            for choice in exchange(pool, count, rendition, studio.judge, studio.coverage, self._watch.cancelled):
                work.points, work.gains = in_order(pool.only(choice.chosen))
                yield self._progress(0)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            yield Notice(self._run, "There is too little memory to compare strokes; those found first are kept.")

    def _refine(self, scene: Scene) -> Iterator[Event]:
        if self._request.preset == "draft" or not len(self._work.points):
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
        studio, work = self._studio, self._work
        refinement = Refinement(
            studio.tensor(work.points),
            studio.tensor(scene.rendition())[None],
            studio.judge,
            studio.coverage,
            studio.schedule,
            side=side,
            held=studio.tensor(work.easel.held),
        )
        self._start_loss = refinement.loss()
        step = 0
        while step < studio.schedule.steps and not self._watch.cancelled():
            self._loss = refinement.step()
            step += 1
            if time.monotonic() - self._shown >= _PREVIEW_EVERY:
                work.points = refinement.points.double().cpu().numpy()
                yield self._progress(step)
        work.points = refinement.settled()
        self._loss = refinement.loss()
        yield self._progress(step)

    def _looked(self, scene: Scene) -> Looked:
        return looked(self._run, scene.mask, self._saliency, self._work.new, self._work.to_document)

    def _progress(self, step: int) -> Progress:
        self._shown = time.monotonic()
        losses: Mapping[str, float] = MappingProxyType({} if self._loss is None else {"total": self._loss})
        total = 0 if self._request.preset == "draft" else self._studio.schedule.steps
        return Progress(self._run, step, total, losses, self._work.drawing())

    def _finished(self, *, stopped: bool) -> Finished:
        drawing = self._work.drawing()
        recognised = None if stopped else recognise(drawing, self._request, self._encoder.device.type)
        report = Report(
            strokes=drawing.stroke_count,
            seconds=self._watch.seconds,
            device=self._encoder.device.type,
            encoder=self._encoder.name,
            seed=self._request.seed,
            start_loss=self._start_loss,
            final_loss=self._loss,
            stopped=stopped,
            recognised=recognised,
        )
        return Finished(self._run, with_fact(drawing, recognised), report)
