"""What the stages of a run work with, and the drawing they work on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from taureau import __version__
from taureau.document import Drawing
from taureau.engine.cancellation import Stopwatch
from taureau.engine.losses.perceptual import Judge
from taureau.engine.mask_facts import mask_facts
from taureau.engine.request import SketchRequest
from taureau.engine.runs.continuation import Easel
from taureau.engine.scene.scene import CANVAS, SHRINK
from taureau.engine.search.refine import Schedule
from taureau.geometry import Affine
from taureau.perception import Encoder

Coverage = Callable[..., torch.Tensor]  # taureau.raster.coverage, or a rival with its signature


@dataclass(frozen=True, eq=False)
class Studio:
    """The same for all stages of one run."""

    run: str  # its id
    request: SketchRequest
    watch: Stopwatch
    encoder: Encoder
    coverage: Coverage
    judge: Judge
    schedule: Schedule
    compared: int = CANVAS // SHRINK  # px, the size at which drawings that grow are compared

    def tensor(self, array: NDArray[np.floating]) -> torch.Tensor:
        """An array as float32 where the run computes."""
        return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32)).to(self.encoder.device)


class Work:
    """The strokes on the canvas so far, and the document they make."""

    def __init__(self, request: SketchRequest, encoder: str, to_document: Affine | None = None) -> None:
        """`to_document`: from canvas px; until it is known there are no strokes but those that may be gone on with."""
        self._request = request
        self._encoder = encoder  # its name
        self.to_document = to_document or Affine()
        self.easel = Easel(request, self.to_document)
        self.points: NDArray[np.float64] = self.easel.movable  # [N, 4, 2], canvas px: those, then new ones
        self.gains: list[float] = []  # of each new stroke, or empty where unknown

    @property
    def new(self) -> NDArray[np.float64]:
        """The strokes that were not there before the run, [M, 4, 2] canvas px."""
        return self.points[len(self.easel.movable) :]

    def drawing(self) -> Drawing:
        """Complete and savable."""
        gains: Sequence[float | None] = self.gains or [None] * len(self.new)
        return self.easel.drawing(self.points, gains, MappingProxyType(self._facts()))

    def _facts(self) -> dict[str, str]:
        """What the drawing remembers of how it came about."""
        request = self._request
        facts = {
            "app": f"taureau {__version__}",
            "encoder": self._encoder,
            "preset": request.preset,
            "start": request.start,
            **mask_facts(request.mask),
            "strokes": str(request.strokes) if request.detail is None else f"auto:{request.strokes}",
            "seed": str(request.seed),
            "rasterizer": request.rasterizer,
        }
        if request.prompt:
            facts["prompt"] = request.prompt
            facts["prompt weight"] = f"{request.prompt_weight:g}"
        if request.detail is not None:
            facts["detail"] = f"{request.detail:g}"
        if request.drawing is not None and request.drawing.stroke_count:
            facts["onto"] = f"{request.drawing.stroke_count} strokes"
        if request.name:
            facts["photo"] = request.name
        return facts
