"""The stage of a run that adds strokes one after another to the drawing so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from taureau.engine.errors import NoContourError
from taureau.engine.events import Progress, StrokeAdded
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.scene import Scene
from taureau.engine.search.sequence import GrowthStep
from taureau.engine.search.stopping_rule import StoppingRule
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import (
    POOL,
    contour_candidates,
    contour_start,
    scattered_candidates,
    strokes_as_candidates,
    without_refused,
)
from taureau.events import Event, Notice, StageChanged
from taureau.out_of_memory import out_of_memory
from taureau.wording import said, tr_noop

# Candidates, how much of each edge pixel [H · W] is explained already, and when to stop -> the steps of growth.
StepsOf = Callable[[Candidates, NDArray[np.float32], StoppingRule | None], Iterator[GrowthStep]]


def grow_strokes(
    context: RunContext, scene: Scene, steps_of: StepsOf, contours: Candidates | None = None
) -> Iterator[Event]:
    """Add strokes to the context until their number or the stopping rule is reached.

    `contours` are the scene's candidates, where they are known already.

    Raises CancelledError where the run is cancelled, with all strokes so far in the context.
    """
    request = context.request
    if not request.strokes:
        return
    yield StageChanged(context.run, tr_noop("finding contours"))
    continuation = context.continuation
    there = strokes_as_candidates(scene, np.concatenate([continuation.movable, continuation.fixed]))
    cover = there.covered(range(len(there.pieces)))
    candidates = _candidates(context, scene, cover, contours)
    if not candidates.pieces:
        if request.drawing is None:
            raise NoContourError
        yield Notice(context.run, tr_noop("There is no further contour to draw."))
        return
    context.cancellation.checkpoint()
    yield StageChanged(context.run, tr_noop("drawing"))
    rule = None if request.detail is None else StoppingRule(request.detail)
    try:
        yield from _events(context, steps_of(candidates, cover, rule))
    except (RuntimeError, MemoryError) as error:
        if not out_of_memory(error):
            raise
        yield Notice(
            context.run, said("Memory ran out after {gains} strokes; they are kept.", gains=len(context.gains))
        )


def _candidates(
    context: RunContext, scene: Scene, cover: NDArray[np.float32], contours: Candidates | None
) -> Candidates:
    """Return the candidates for new strokes beside those that explain `cover` of the edges already."""
    request = context.request
    pool = max(POOL, 2 * request.strokes)
    if request.start == "random":
        candidates = scattered_candidates(scene, pool, request.seed)
    else:
        candidates = contours or contour_candidates(scene, context.cancellation.checkpoint)
    candidates = without_refused(candidates, [context.continuation.canvas_line(stroke) for stroke in request.refused])
    return contour_start(candidates, pool, cover) if request.start == "contours" else candidates


def _events(context: RunContext, steps: Iterator[GrowthStep]) -> Iterator[Event]:
    """Take each step over into the context, and yield StrokeAdded and Progress for it."""
    request = context.request
    for step in steps:
        added = len(step.gains) > len(context.gains)
        context.points, context.gains = step.points, list(step.gains)
        drawing = context.drawing()
        if added:
            stroke = [layer for layer in drawing.layers if layer.editable][-1].strokes[-1]
            yield StrokeAdded(context.run, drawing.stroke_count, stroke, step.gains[-1], step.enough)
        total = request.strokes if request.detail is None else 0
        yield Progress(context.run, len(context.gains), total, MappingProxyType({}), drawing)
    short = request.detail is None and len(context.gains) < request.strokes
    if short and not context.cancellation.cancelled():
        yield Notice(
            context.run,
            said("No further stroke would improve the drawing; {gains} were added.", gains=len(context.gains)),
        )
