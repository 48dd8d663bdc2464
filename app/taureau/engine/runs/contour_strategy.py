"""The strategy of draft, standard and all growing drawings: contours, refined against a perceptual loss."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType

from taureau.engine.errors import NoContourError
from taureau.engine.events import SubjectFound
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.runs.growth_stage import grow_strokes
from taureau.engine.runs.objective import Objective, with_clip
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.encoder_view import encoder_view
from taureau.engine.scene.preview_maps import subject_found
from taureau.engine.scene.scene import CANVAS, Scene, build_scene
from taureau.engine.scene.subject import NO_SUBJECT, subject_of
from taureau.engine.search.refine import RESETTLE, SEARCH, SETTLE, Refinement
from taureau.engine.search.swap import POOL, exchange
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import contour_candidates, contour_start, in_order, random_start
from taureau.events import Event, Notice, StageChanged
from taureau.geometry import Affine
from taureau.out_of_memory import out_of_memory
from taureau.perception import Encoder, Eye

_WORKING_SIZES = (CANVAS, 160, 96)  # px, tried in turn when memory runs out


class ContourStrategy:
    """Start from contours (or scattered strokes), swap or grow strokes, then refine them.

    `eye` finds the subject and its contours. `perceptual_encoder` compares drawings with them; where the context's
    encoder is another one, a CLIP, that one judges beside it.
    """

    def __init__(self, context: RunContext, *, perceptual_encoder: Encoder, eye: Eye) -> None:
        self._context = context
        self._request = request = context.request
        self._perceptual_encoder = perceptual_encoder
        self._eye = eye
        schedule = SEARCH if request.start == "random" else RESETTLE if request.grows else SETTLE
        self._objective = Objective(partial(PerceptualLoss, perceptual_encoder), schedule)

    def stages(self) -> Iterator[Event]:
        context, request = self._context, self._request
        photo = request.photo
        assert photo is not None  # prompts are drawn by ClipStrategy
        cancellation = context.cancellation
        yield StageChanged(context.run, "looking at the photo")
        cancellation.checkpoint()
        subject = subject_of(self._eye, photo, request.mask, request.mode, request.alpha, cancellation.checkpoint)
        if not subject.found:
            yield Notice(context.run, NO_SUBJECT)
        scene = build_scene(self._eye, photo, subject, cancellation.checkpoint)
        height, width = photo.shape[:2]
        to_photo = scene.frame.to_canvas.inverse()
        context.place(Affine.scale(request.width / width, request.height / height) @ to_photo)
        self._saliency = scene.saliency
        if self._perceptual_encoder is not context.encoder:
            view = encoder_view(context.encoder, context.encoder, photo, scene.mask, scene.frame, cancellation)
            self._objective, self._saliency = with_clip(self._objective, context, view), view.saliency
        for stage in (self._grow if request.grows else self._start, self._refine):
            cancellation.checkpoint()
            yield from stage(scene)

    def _grow(self, scene: Scene) -> Iterator[Event]:
        yield self._looked(scene)
        yield from grow_strokes(self._context, scene, self._objective)

    def _start(self, scene: Scene) -> Iterator[Event]:
        request, context = self._request, self._context
        if request.start == "random":
            yield StageChanged(context.run, "scattering strokes")
            context.points = random_start(scene, request.strokes, request.seed)
            yield self._looked(scene)
            yield context.progress(0, self._steps)
            return
        yield StageChanged(context.run, "finding contours")
        candidates = contour_candidates(scene, context.cancellation.checkpoint)
        pool = contour_start(candidates, max(POOL, 2 * request.strokes))
        count = min(request.strokes, len(pool.pieces))
        context.points, context.gains = in_order(pool.only(range(count)))
        yield self._looked(scene)
        if not count:
            raise NoContourError
        if count < request.strokes:
            yield Notice(context.run, f"This photo has contours for {count} strokes, not {request.strokes}.")
        yield context.progress(0, self._steps)
        if request.preset == "standard" and not context.cancellation.cancelled():
            yield from self._exchange(scene, pool, count)

    def _exchange(self, scene: Scene, pool: Candidates, count: int) -> Iterator[Event]:
        context = self._context
        yield StageChanged(context.run, "choosing strokes")
        rendition = context.tensor(scene.rendition())[None]
        cancelled = context.cancellation.cancelled
        try:
            for choice in exchange(pool, count, rendition, self._objective.loss_against, context.coverage, cancelled):
                context.points, context.gains = in_order(pool.only(choice.chosen))
                yield context.progress(0, self._steps)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            yield Notice(context.run, "There is too little memory to compare strokes; those found first are kept.")

    def _refine(self, scene: Scene) -> Iterator[Event]:
        if self._request.preset == "draft" or not len(self._context.points):
            return
        yield StageChanged(self._context.run, "refining")
        for side, smaller in zip(_WORKING_SIZES, (*_WORKING_SIZES[1:], None), strict=True):
            try:
                yield from self._refine_at(scene, side)
                return
            except (RuntimeError, MemoryError) as error:
                if smaller is None or not out_of_memory(error):
                    raise
                yield Notice(self._context.run, f"Memory ran out at {side} px; the drawing goes on at {smaller} px.")

    def _refine_at(self, scene: Scene, side: int) -> Iterator[Event]:
        context, objective = self._context, self._objective
        refinement = Refinement(
            context.tensor(context.points),
            context.tensor(scene.rendition())[None],
            objective.loss_against,
            context.coverage,
            objective.schedule,
            side=side,
            fixed=context.tensor(context.continuation.fixed),
        )
        context.start_loss = refinement.loss()
        step = 0
        while step < objective.schedule.steps and not context.cancellation.cancelled():
            self._note_loss(refinement.step())
            step += 1
            if context.preview_due:
                context.points = refinement.points.double().cpu().numpy()
                yield context.progress(step, self._steps)
        context.points = refinement.settled()
        self._note_loss(refinement.loss())
        yield context.progress(step, self._steps)

    def _note_loss(self, loss: float) -> None:
        self._context.final_loss = loss
        self._context.losses = MappingProxyType({"total": loss})

    @property
    def _steps(self) -> int:
        """The steps of refinement; 0 where there are none."""
        return 0 if self._request.preset == "draft" else self._objective.schedule.steps

    def _looked(self, scene: Scene) -> SubjectFound:
        context = self._context
        return subject_found(context.run, scene.mask, self._saliency, context.new_points, context.to_document)
