"""A drawing as one line, its bridges along what its photo shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from taureau.cancellation import Cancellation
from taureau.document import Drawing, one_line
from taureau.engine.events import LinesJoined
from taureau.engine.request import OneLineRequest, SketchRequest
from taureau.engine.runs.first_look import LOOKS
from taureau.engine.runs.runner import Prepared, run_events
from taureau.engine.starts.start import contour_lines
from taureau.events import Event, StageChanged
from taureau.geometry import Affine
from taureau.perception.eye import own_eye
from taureau.wording import tr_noop

Contours = tuple[NDArray[np.float64], ...]


def joined_lines(request: OneLineRequest, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
    """Join the lines; the last event is LinesJoined or Failed, or none when it was cancelled."""

    def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
        drawing, contours = request.drawing, request.contours
        if contours is None and request.source is not None:
            yield StageChanged(run, tr_noop("looking at the photo"))
            contours = contours_of(request.source, drawing, cancellation.checkpoint)
        joined = one_line(
            drawing,
            flow=request.flow,
            pen_downs=request.pen_downs,
            contours=contours,
            cancelled=cancellation.cancelled,
        )
        yield LinesJoined(run, joined, contours or ())

    def prepare() -> Prepared:
        return Prepared("cpu", "" if request.source is None else own_eye().name, work)

    return run_events(cancelled, prepare, run=run)


def contours_of(source: SketchRequest, drawing: Drawing, checkpoint: Callable[[], None] = lambda: None) -> Contours:
    """Return the contours of a request's photo under the drawing, [K, 2] px each; none without a photo.

    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    if source.photo is None:
        return ()
    scene = LOOKS.look(own_eye(), source, checkpoint).scene
    height, width = source.photo.shape[:2]
    to_drawing = Affine.scale(drawing.width / width, drawing.height / height) @ scene.frame.to_canvas.inverse()
    return tuple(to_drawing.points(line) for line in contour_lines(scene))
