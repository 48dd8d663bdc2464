"""The stage of a run in which a drawing gains strokes, one after another, from the sheet as it is."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from taureau.engine.errors import NoContourError
from taureau.engine.events import Progress, StrokeAdded
from taureau.engine.runs.context import Studio, Work
from taureau.engine.runs.out_of_memory import out_of_memory
from taureau.engine.scene.scene import Scene
from taureau.engine.search.growth import Growth
from taureau.engine.search.sequence import Enough, Grown, grow, grow_by_edges
from taureau.engine.search.swap import POOL
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.start import (
    contour_candidates,
    contour_start,
    scattered_candidates,
    strokes_as_candidates,
    unlike,
)
from taureau.events import Event, Notice, StageChanged


class Growing:
    """Adds strokes to a work until they are as many as asked for, or enough."""

    def __init__(self, studio: Studio, scene: Scene, work: Work) -> None:
        self._studio = studio
        self._request = studio.request
        self._scene = scene
        self._work = work

    def events(self) -> Iterator[Event]:
        """Raises StoppedError where the run is cancelled, with all strokes so far in the work."""
        studio, request, work = self._studio, self._request, self._work
        if not request.strokes:
            return
        yield StageChanged(studio.run, "finding contours")
        there = strokes_as_candidates(self._scene, np.concatenate([work.easel.movable, work.easel.held]))
        cover = there.covered(range(len(there.pieces)))
        candidates = self._candidates(cover)
        if not candidates.pieces:
            if request.drawing is None:
                raise NoContourError
            yield Notice(studio.run, "There is no further contour to draw.")
            return
        studio.watch.checkpoint()
        yield StageChanged(studio.run, "drawing")
        enough = None if request.detail is None else Enough(request.detail)
        if request.preset == "draft":
            steps = grow_by_edges(candidates, work.points, cover, request.strokes, enough)
        else:
            steps = grow(self._growth(candidates, cover), request.strokes, enough, studio.watch.checkpoint)
        try:
            yield from self._told(steps)
        except (RuntimeError, MemoryError) as error:
            if not out_of_memory(error):
                raise
            yield Notice(studio.run, f"Memory ran out after {len(work.gains)} strokes; they are kept.")

    def _candidates(self, cover: NDArray[np.float32]) -> Candidates:
        """What may be drawn beside the strokes that are there, which explain `cover` of the edges."""
        request, scene = self._request, self._scene
        pool = max(POOL, 2 * request.strokes)
        if request.start == "random":
            candidates = scattered_candidates(scene, pool, request.seed)
        else:
            candidates = contour_candidates(scene, self._studio.watch.checkpoint)
        candidates = unlike(candidates, [self._work.easel.canvas_line(stroke) for stroke in request.refused])
        return contour_start(candidates, pool, cover) if request.start == "contours" else candidates

    def _growth(self, candidates: Candidates, cover: NDArray[np.float32]) -> Growth:
        studio, work = self._studio, self._work
        return Growth(
            candidates,
            studio.tensor(work.points),
            cover,
            studio.tensor(self._scene.rendition())[None],
            studio.judge,
            studio.coverage,
            studio.schedule,
            held=studio.tensor(work.easel.held),
            side=studio.compared,
        )

    def _told(self, steps: Iterator[Grown]) -> Iterator[Event]:
        run, request, work = self._studio.run, self._request, self._work
        for grown in steps:
            more = len(grown.gains) > len(work.gains)
            work.points, work.gains = grown.points, list(grown.gains)
            drawing = work.drawing()
            if more:
                stroke = [layer for layer in drawing.layers if layer.editable][-1].strokes[-1]
                yield StrokeAdded(run, drawing.stroke_count, stroke, grown.gains[-1], grown.enough)
            total = request.strokes if request.detail is None else 0
            yield Progress(run, len(work.gains), total, MappingProxyType({}), drawing)
        if request.detail is None and len(work.gains) < request.strokes and not self._studio.watch.cancelled():
            yield Notice(run, f"Nothing would make it better after {len(work.gains)} more strokes.")
