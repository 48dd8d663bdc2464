"""The state of one drawing run, shared by its strategy's stages, and the events made of it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from taureau.cancellation import Cancellation
from taureau.document import Drawing, Layer, Stroke
from taureau.engine.events import Finished, Progress, Report
from taureau.engine.mask_facts import mask_facts
from taureau.engine.request import SketchRequest
from taureau.engine.runs.continuation import Continuation
from taureau.engine.runs.pen_profiles import with_profiles
from taureau.geometry import Affine
from taureau.version import VERSION

_PREVIEW_INTERVAL = 0.1  # s


class RunContext:
    """What was requested, and the strokes so far.

    `place` sets the position of the canvas in the document; until then there are only the strokes to continue from.
    """

    def __init__(
        self, run: str, request: SketchRequest, cancellation: Cancellation, *, device: str, encoder: str
    ) -> None:
        self.run = run  # its id
        self.request = request
        self.cancellation = cancellation
        self.device = device  # "cpu", "cuda"
        self.encoder = encoder  # the name of the one that judges the drawing
        self.own_facts: dict[str, str] = {}  # of the strategy, for the drawing's facts
        self.gains: list[float] = []  # of each new stroke; empty where unknown
        self.losses: Mapping[str, float] = MappingProxyType({})  # as in Progress
        self.layers: tuple[Layer, ...] = ()  # of a drawing of several things, in place of the points
        self.contrast: NDArray[np.float32] | None = None  # weight of the photo's edges on the canvas, [S, S]
        self.start_loss: float | None = None
        self.final_loss: float | None = None
        self.seed = request.seed  # of the drawing as it is
        self._previewed = 0.0  # when the last preview was made, s
        self.place(Affine())

    def place(self, to_document: Affine, pen: Stroke | None = None) -> None:
        """Set the map from canvas px to the document, and the style of new strokes, as requested by default."""
        self.to_document = to_document
        self.continuation = Continuation(self.request, to_document, pen)
        self.points: NDArray[np.float64] = self.continuation.movable  # [N, 4, 2], canvas px: those, then new strokes

    @property
    def new_points(self) -> NDArray[np.float64]:
        """The strokes that this run has added, [M, 4, 2] canvas px."""
        return self.points[len(self.continuation.movable) :]

    def drawing(self) -> Drawing:
        """Return the drawing so far, complete and savable."""
        facts = MappingProxyType(self._facts())
        if self.layers:
            return Drawing(self.request.width, self.request.height, self.layers, facts)
        gains: Sequence[float | None] = self.gains or [None] * len(self.new_points)
        return self.continuation.drawing(self.points, gains, facts)

    def penned_drawing(self) -> Drawing:
        """Return the drawing so far, its new strokes with the profiles of their pen."""
        base = self.request.drawing
        known = {stroke.id for stroke in base.strokes} if base else set()
        return with_profiles(self.drawing(), known, self.to_document.inverse(), self.contrast)

    @property
    def preview_due(self) -> bool:
        """Whether a preview interval has passed since the last Progress."""
        return time.monotonic() - self._previewed >= _PREVIEW_INTERVAL

    def progress(self, step: int, total: int) -> Progress:
        """Return a preview of the drawing so far."""
        self._previewed = time.monotonic()
        return Progress(self.run, step, total, self.losses, self.drawing())

    def finished(self) -> Finished:
        """Return the last event."""
        drawing = self.penned_drawing()
        report = Report(
            strokes=drawing.line_count,
            seconds=self.cancellation.seconds,
            device=self.device,
            encoder=self.encoder,
            seed=self.seed,
            start_loss=self.start_loss,
            final_loss=self.final_loss,
            stopped=self.cancellation.cancelled(),
        )
        return Finished(self.run, drawing, report)

    def _facts(self) -> dict[str, str]:
        """How the drawing was made, to be saved with it."""
        request = self.request
        facts = {
            "app": f"taureau {VERSION}",
            "encoder": self.encoder,
            "preset": request.preset,
            "start": request.start,
            "strokes": str(request.strokes) if request.detail is None else f"auto:{request.strokes}",
            "seed": str(request.seed),
            "rasterizer": request.rasterizer,
            **self.own_facts,
        }
        if request.photo is not None:
            facts |= mask_facts(request.mask)
            if request.mode != "auto":
                facts["mode"] = request.mode
        if request.like:
            facts["like"] = ",".join(map(str, request.like))
        if request.prompt:
            facts["prompt"] = request.prompt
            facts["prompt weight"] = f"{request.prompt_weight:g}"
        if request.detail is not None:
            facts["detail"] = f"{request.detail:g}"
        if request.drawing is not None and request.drawing.line_count:
            facts["onto"] = f"{request.drawing.line_count} strokes"
        if request.pen is not None:
            facts["pen"] = request.pen
        if request.name:
            facts["photo"] = request.name
        return facts
