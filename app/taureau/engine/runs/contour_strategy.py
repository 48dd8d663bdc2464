"""The strategy of draft, standard and all growing drawings: contours, which an optimiser may choose from and move.

It needs no torch itself: the first strokes of a photo are there before torch is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING

from taureau.engine.errors import NoContourError
from taureau.engine.runs.first_look import LOOKS
from taureau.engine.runs.growth_stage import StepsOf, grow_strokes
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.preview_maps import subject_found
from taureau.engine.scene.scene import Map, Scene
from taureau.engine.scene.subject import NO_SUBJECT
from taureau.engine.search.schedule import schedule_for
from taureau.engine.search.sequence import grow_by_edges
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import POOL, contour_candidates, contour_start, in_order, random_start
from taureau.events import Event, Notice, StageChanged
from taureau.geometry import Affine
from taureau.perception.eye import Eye
from taureau.wording import said, tr_noop

if TYPE_CHECKING:
    from taureau.engine.runs.optimiser import Optimiser  # imports torch

OptimiserOf = Callable[[RunContext, Scene], "Optimiser"]


class ContourStrategy:
    """Start from contours (or scattered strokes), swap or grow strokes, then refine them.

    `eye` finds the subject and its contours. `optimiser_of` is called once there are strokes to optimise, or at once
    where its encoder's saliency is to be shown (`shows_saliency`); without it contours are the drawing.
    """

    def __init__(
        self, context: RunContext, *, eye: Eye, optimiser_of: OptimiserOf | None = None, shows_saliency: bool = False
    ) -> None:
        self._context = context
        self._eye = eye
        self._optimiser_of = optimiser_of
        self._shows_saliency = shows_saliency
        self._candidates: Candidates | None = None  # where they are known before they are needed
        self._steps = 0 if optimiser_of is None else schedule_for(context.request).steps

    def stages(self) -> Iterator[Event]:
        context, request = self._context, self._context.request
        scene = yield from self._look()
        optimiser = self._optimiser(scene) if self._shows_saliency else None
        saliency = scene.saliency if optimiser is None else optimiser.saliency
        context.cancellation.checkpoint()
        if request.grows:
            yield self._looked(scene, saliency)
            optimiser = optimiser or self._optimiser(scene)
            yield from grow_strokes(
                context, scene, self._by_edges if optimiser is None else optimiser.growth, self._candidates
            )
        elif request.start == "random":
            yield from self._scatter(scene, saliency)
            optimiser = optimiser or self._optimiser(scene)
        else:
            pool, count = yield from self._trace(scene, saliency)
            optimiser = optimiser or self._optimiser(scene)
            if optimiser is not None and not context.cancellation.cancelled():
                yield from optimiser.exchange(pool, count)
        context.cancellation.checkpoint()
        if optimiser is not None:
            yield from optimiser.refine()

    def _optimiser(self, scene: Scene) -> Optimiser | None:
        return None if self._optimiser_of is None else self._optimiser_of(self._context, scene)

    def _look(self) -> Generator[Event, None, Scene]:
        """Find the subject and its contours, and place the canvas; return the scene."""
        context = self._context
        request, checkpoint = context.request, context.cancellation.checkpoint
        photo = request.photo
        assert photo is not None  # prompts are drawn by ClipStrategy
        yield StageChanged(context.run, tr_noop("looking at the photo"))
        checkpoint()
        seen = LOOKS.look(self._eye, request, checkpoint)
        scene, self._candidates = seen.scene, seen.candidates
        if not seen.subject.found:
            yield Notice(context.run, NO_SUBJECT)
        context.contrast = scene.weight
        height, width = photo.shape[:2]
        to_photo = scene.frame.to_canvas.inverse()
        context.place(Affine.scale(request.width / width, request.height / height) @ to_photo)
        return scene

    def _scatter(self, scene: Scene, saliency: Map) -> Iterator[Event]:
        context, request = self._context, self._context.request
        yield StageChanged(context.run, tr_noop("scattering strokes"))
        context.points = random_start(scene, request.strokes, request.seed)
        yield self._looked(scene, saliency)
        yield context.progress(0, self._steps)

    def _trace(self, scene: Scene, saliency: Map) -> Generator[Event, None, tuple[Candidates, int]]:
        """Take the best contours; return the pool of candidates, and how many of its first were taken."""
        context, request = self._context, self._context.request
        yield StageChanged(context.run, tr_noop("finding contours"))
        candidates = self._candidates or contour_candidates(scene, context.cancellation.checkpoint)
        pool = contour_start(candidates, max(POOL, 2 * request.strokes))
        count = min(request.strokes, len(pool.pieces))
        context.points, context.gains = in_order(pool.only(range(count)))
        yield self._looked(scene, saliency)
        if not count:
            raise NoContourError
        if count < request.strokes:
            yield Notice(
                context.run,
                said(
                    "This photo has contours for {count} strokes, not {strokes}.", count=count, strokes=request.strokes
                ),
            )
        yield context.progress(0, self._steps)
        return pool, count

    @property
    def _by_edges(self) -> StepsOf:
        """Growth by the edges that strokes explain, alone."""
        context = self._context
        return lambda candidates, cover, rule: grow_by_edges(
            candidates, context.points, cover, context.request.strokes, rule
        )

    def _looked(self, scene: Scene, saliency: Map) -> Event:
        context = self._context
        return subject_found(context.run, scene.mask, saliency, context.new_points, context.to_document, scene)
