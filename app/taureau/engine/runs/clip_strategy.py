"""The strategy of fine, clipasso and prompts: several seeds optimised side by side against CLIP's loss."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from taureau.cancellation import CancelledError
from taureau.document import Stroke
from taureau.engine.errors import NoContourError
from taureau.engine.events import Candidate
from taureau.engine.losses.clip_loss import ClipLoss, ViewSampler
from taureau.engine.recipes import recipe_for
from taureau.engine.runs.drawing_tools import DrawingTools
from taureau.engine.runs.first_strokes import FirstStrokes, photo_start, prompt_start
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.preview_maps import subject_found
from taureau.engine.search.cuda_graph import recorder_for
from taureau.engine.search.parallel_seeds import ParallelSeeds, SeedDrawing, as_array, unkinked
from taureau.events import Event, Notice, StageChanged
from taureau.geometry import Affine, Curve
from taureau.out_of_memory import out_of_memory
from taureau.perception import Encoder
from taureau.wording import tr_noop

_BLACK = "#000000"


class ClipStrategy:
    """Put down the first strokes of each seed, move all seeds, drop the worse ones early and keep the best.

    `perceptual_encoder` compares drawings with the photo's lines; the published start uses the saliency of
    `saliency_encoder`.
    """

    def __init__(self, context: RunContext, tools: DrawingTools, *, saliency_encoder: Encoder) -> None:
        self._context = context
        self._tools = tools
        self._request = request = context.request
        self._encoder = encoder = tools.encoder
        self._saliency_encoder = saliency_encoder
        recipe = recipe_for(request.preset, encoder.name, encoder.layers, photo=request.photo is not None)
        self._recipe = recipe if request.seeds is None else replace(recipe, seeds=request.seeds)
        context.own_facts = {"start": recipe.start, "seeds": str(self._recipe.seeds)}

    def stages(self) -> Iterator[Event]:
        context, request = self._context, self._request
        checkpoint = context.cancellation.checkpoint
        if request.photo is not None:
            yield StageChanged(context.run, tr_noop("looking at the photo"))
            checkpoint()
            start = photo_start(context, self._tools, self._recipe, self._saliency_encoder)
        else:
            yield StageChanged(context.run, tr_noop("scattering strokes"))
            start = prompt_start(context.request, self._recipe)
        context.place(start.to_document, self._pen(start.to_document))
        context.points = start.drawings[0]
        if start.view is not None:
            yield subject_found(context.run, start.view.mask, start.view.saliency, context.points, start.to_document)
        if not len(context.points):
            raise NoContourError
        if start.notice:
            yield Notice(context.run, start.notice)
        yield context.progress(0, self._recipe.steps)
        checkpoint()
        yield StageChanged(
            context.run,
            tr_noop("refining toward the prompt") if request.photo is None else tr_noop("refining with CLIP"),
        )
        yield from self._optimise(start)

    def _optimise(self, start: FirstStrokes) -> Iterator[Event]:
        context, recipe, encoder = self._context, self._recipe, self._encoder
        prompt_weight = self._request.prompt_weight if start.image is not None else 1.0
        record = recorder_for(encoder.device)
        batch_size = recipe.cpu_batch
        if encoder.device.type != "cpu":
            batch_size = recipe.seeds * (recipe.views + recipe.plain)
        # A recorded step cannot be cancelled midway; it takes milliseconds.
        checkpoint = context.cancellation.checkpoint if record is None else lambda: None
        views = ViewSampler(
            encoder, recipe, start.image, self._request.seed, batch_size=batch_size, checkpoint=checkpoint
        )
        clip_loss = ClipLoss(encoder, recipe, views.identity, self._request.prompt, prompt_weight)
        seeds = ParallelSeeds(
            [self._tools.tensor(points) for points in start.drawings],
            recipe,
            clip_loss,
            views,
            start.lines,
            self._tools.coverage,
            side=encoder.size,
            checkpoint=checkpoint,
            record=record,
        )
        context.start_loss = min(seeds.scores())
        try:
            yield from self._move(seeds, views)
        except CancelledError:
            self._keep(seeds.best, seeds.best.loss)
            raise

    def _move(self, seeds: ParallelSeeds, views: ViewSampler) -> Iterator[Event]:
        context, recipe, plateau = self._context, self._recipe, _Plateau(self._recipe.patience)
        warned = False
        while seeds.done < recipe.steps:
            context.cancellation.checkpoint()
            try:
                terms = seeds.step()
            except (RuntimeError, MemoryError) as error:
                if views.batch_size == 1 or not out_of_memory(error):
                    raise
                views.batch_size = (views.batch_size + 1) // 2
                yield Notice(context.run, tr_noop("Memory ran out; the run goes on with fewer pictures at a time."))
                continue
            if seeds.trouble and not warned:
                warned = True
                yield Notice(
                    context.run,
                    tr_noop("This GPU cannot replay the steps of this run; each is done anew, more slowly."),
                )
            context.losses = MappingProxyType({**terms, "total": sum(terms.values())})
            if seeds.done in recipe.rounds and len(seeds.all) > 1:
                yield from self._drop_worse_half(seeds)
            if context.preview_due:
                context.points = as_array(seeds.best)
                yield context.progress(seeds.done, recipe.steps)
            if plateau.reached(context.losses["total"]) and len(seeds.all) == 1:
                break
        (score, best), *others = self._ranked(seeds)
        for other_score, other in [*others[::-1], (score, best)]:
            yield self._candidate(other, other_score)
        self._keep(best, score)
        yield context.progress(seeds.done, recipe.steps)

    def _drop_worse_half(self, seeds: ParallelSeeds) -> Iterator[Event]:
        ranked = self._ranked(seeds)
        kept = (len(ranked) + 1) // 2
        for score, seed in ranked[kept:]:
            yield self._candidate(seed, score, given_up=seeds.done)
        seeds.keep([seed for _, seed in ranked[:kept]])

    def _ranked(self, seeds: ParallelSeeds) -> list[tuple[float, SeedDrawing]]:
        return sorted(zip(seeds.scores(), seeds.all, strict=True), key=lambda pair: pair[0])

    def _candidate(self, seed: SeedDrawing, score: float, given_up: int | None = None) -> Candidate:
        context = self._context
        before, context.points = context.points, self._final_points(seed)
        drawing = context.drawing()
        context.points = before
        return Candidate(context.run, self._request.seed + seed.index, score, drawing, given_up)

    def _keep(self, seed: SeedDrawing, loss: float) -> None:
        """Make a seed's drawing the run's result."""
        self._context.final_loss = loss if math.isfinite(loss) else None
        self._context.seed = self._request.seed + seed.index
        self._context.points = self._final_points(seed)

    def _final_points(self, seed: SeedDrawing) -> NDArray[np.float64]:
        """Return the strokes of a seed [N, 4, 2], canvas px, without kinks where the recipe says so."""
        return unkinked(seed) if self._recipe.start == "contours" else as_array(seed)

    def _pen(self, to_document: Affine) -> Stroke | None:
        """Return the style of CLIPasso's strokes, black and of the published width; None for other recipes."""
        if self._recipe.start != "published":
            return None
        width = self._request.stroke_width or self._recipe.stroke_width * to_document.mean_scale
        return Stroke(Curve.line((0, 0), (1, 0)), width, color=_BLACK, pen=self._request.pen)


class _Plateau:
    """Detects that the smoothed loss has not improved by 1 % for a number of steps; 0 steps: never."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._smooth: float | None = None
        self._best = float("inf")
        self._waited = 0

    def reached(self, loss: float) -> bool:
        self._smooth = loss if self._smooth is None else 0.9 * self._smooth + 0.1 * loss
        if self._smooth < 0.99 * self._best:
            self._best, self._waited = self._smooth, 0
            return False
        self._waited += 1
        return bool(self._steps) and self._waited >= self._steps
