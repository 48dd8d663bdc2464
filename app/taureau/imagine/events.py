"""The events of image generation: frozen and torch-free; those shared with drawing are in `taureau.events`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taureau.document import Drawing
from taureau.events import Event
from taureau.imagine.agreement import Agreement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class GenerationStarted(Event):
    """The device and memory plan that are tried; sent again when memory ran out and the next plan is tried."""

    device: str  # "cpu", "cuda"
    model: str  # its display name
    memory: str  # the memory plan as text: "in half precision, moved to the GPU part by part"
    sent: str  # the sentence as the model receives it; empty where there is none


@dataclass(frozen=True)
class GenerationProgress(Event):
    """A completed denoising step; only the latest matters."""

    index: int  # of the current image, from 0
    count: int  # of images
    stage: str  # as in StageChanged
    step: int  # 1 … total
    total: int  # of steps in this stage
    share: float  # fraction of all images completed, 0 … 1, by the time the steps of each stage take
    remaining: float | None = None  # seconds until all images are ready; None until a step was measured


@dataclass(frozen=True, eq=False)
class ImageReady(Event):
    """One image; none of these may be lost."""

    index: int  # from 0
    seed: int
    image: NDArray[np.uint8]  # [H, W, 3], sRGB
    facts: Mapping[str, str]  # how it was made, to be saved with it


@dataclass(frozen=True, eq=False)
class DrawingReady(Event):
    """One drawing in strokes, which has how it was made among its facts; none of these may be lost."""

    index: int  # from 0
    seed: int
    drawing: Drawing


@dataclass(frozen=True)
class Agreed(Event):
    """How well an image shows each thing named in the prompt; attributes are bound only loosely by this method."""

    index: int  # of the image
    agreement: Agreement


@dataclass(frozen=True)
class GenerationFinished(Event):
    """The last event of a run that did not fail, even if it was stopped early."""

    images: int  # or drawings
    seconds: float
    stopped: bool  # by the user, before the last image
