"""Choosing, growing and refining strokes against a perceptual loss, or with CLIP's beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.runs.drawing_tools import DrawingTools
from taureau.engine.runs.objective import Objective, with_clip
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.encoder_view import encoder_view
from taureau.engine.scene.scene import CANVAS, Scene
from taureau.engine.search.growth import Growth
from taureau.engine.search.refine import Refinement
from taureau.engine.search.schedule import schedule_for
from taureau.engine.search.sequence import GrowthStep, grow
from taureau.engine.search.stopping_rule import StoppingRule
from taureau.engine.search.swap import exchange
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import in_order
from taureau.events import Event, Notice, StageChanged
from taureau.out_of_memory import out_of_memory
from taureau.perception import Encoder
from taureau.wording import said, tr_noop

_WORKING_SIZES = (CANVAS, 160, 96)  # px, tried in turn when memory runs out


class Optimiser:
    """Improves the strokes of a context, and keeps them there.

    `perceptual_encoder` compares drawings with the scene's lines; where the encoder of the tools is another one, a
    CLIP, that one judges beside it, and `saliency` [H, W] is its.
    """

    def __init__(self, context: RunContext, scene: Scene, *, tools: DrawingTools, perceptual_encoder: Encoder) -> None:
        self._context, self._scene, self._tools = context, scene, tools
        self._objective = Objective(partial(PerceptualLoss, perceptual_encoder), schedule_for(context.request))
        self.saliency = scene.saliency
        encoder, photo = tools.encoder, context.request.photo
        if encoder is not perceptual_encoder and photo is not None:
            view = encoder_view(encoder, encoder, photo, scene.mask, scene.frame, context.cancellation)
            self._objective = with_clip(self._objective, context, encoder, view)
            self.saliency = view.saliency

    def growth(
        self, candidates: Candidates, cover: NDArray[np.float32], rule: StoppingRule | None
    ) -> Iterator[GrowthStep]:
        """Yield the steps of growth, as `StepsOf` asks for."""
        context, tools, objective = self._context, self._tools, self._objective
        growth = Growth(
            candidates,
            tools.tensor(context.points),
            cover,
            tools.tensor(self._scene.rendition())[None],
            objective.loss_against,
            tools.coverage,
            objective.schedule,
            fixed=tools.tensor(context.continuation.fixed),
            side=objective.compare_side,
        )
        yield from grow(growth, context.request.strokes, rule, context.cancellation.checkpoint)

    def exchange(self, pool: Candidates, count: int) -> Iterator[Event]:
        """Swap the first `count` candidates for better ones."""
        context, tools, loss_against = self._context, self._tools, self._objective.loss_against
        yield StageChanged(context.run, tr_noop("choosing strokes"))
        rendition, cancelled = tools.tensor(self._scene.rendition())[None], context.cancellation.cancelled
        try:
            for choice in exchange(pool, count, rendition, loss_against, tools.coverage, cancelled):
                context.points, context.gains = in_order(pool.only(choice.chosen))
                yield context.progress(0, self._objective.schedule.steps)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            yield Notice(
                context.run, tr_noop("There is too little memory to compare strokes; those found first are kept.")
            )

    def refine(self) -> Iterator[Event]:
        """Move all strokes, at a smaller size where memory runs out."""
        run = self._context.run
        if not len(self._context.points):
            return
        yield StageChanged(run, tr_noop("refining"))
        for side, smaller in zip(_WORKING_SIZES, (*_WORKING_SIZES[1:], None), strict=True):
            try:
                yield from self._refine_at(side)
                return
            except (RuntimeError, MemoryError) as error:
                if smaller is None or not out_of_memory(error):
                    raise
                yield Notice(
                    run,
                    said(
                        "Memory ran out at {side} px; the drawing goes on at {smaller} px.", side=side, smaller=smaller
                    ),
                )

    def _refine_at(self, side: int) -> Iterator[Event]:
        context, tools, objective = self._context, self._tools, self._objective
        refinement = Refinement(
            tools.tensor(context.points),
            tools.tensor(self._scene.rendition())[None],
            objective.loss_against,
            tools.coverage,
            objective.schedule,
            side=side,
            fixed=tools.tensor(context.continuation.fixed),
        )
        context.start_loss = refinement.loss()
        step, steps = 0, objective.schedule.steps
        while step < steps and not context.cancellation.cancelled():
            self._note_loss(refinement.step())
            step += 1
            if context.preview_due:
                context.points = refinement.points.double().cpu().numpy()
                yield context.progress(step, steps)
        context.points = refinement.settled()
        self._note_loss(refinement.loss())
        yield context.progress(step, steps)

    def _note_loss(self, loss: float) -> None:
        self._context.final_loss = loss
        self._context.losses = MappingProxyType({"total": loss})
