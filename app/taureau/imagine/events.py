"""What imagining says while it goes on: one stream of frozen events, torch-free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taureau.imagine.agreement import Agreement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Event:
    run: str  # the run's id; listeners drop events of an older run


@dataclass(frozen=True)
class Started(Event):
    device: str  # "cpu", "cuda"
    model: str  # its name, for people
    memory: str  # how it is held, for people: "in half precision, moved to the GPU part by part"
    sent: str  # the sentence as the model gets it; empty where there is none


@dataclass(frozen=True)
class StageChanged(Event):
    stage: str  # a few words for the user: "loading Karlo", "thinking of an image", "painting"


@dataclass(frozen=True)
class Progress(Event):
    """A step is done; only the latest matters."""

    index: int  # of the image that is being made, from 0
    count: int  # of images
    stage: str  # as in StageChanged
    step: int  # 1 … total
    total: int  # of steps in this stage
    share: float  # of everything, 0 … 1, by how long the steps of each stage take
    remaining: float | None = None  # seconds until all images are ready; None until a step was measured


@dataclass(frozen=True, eq=False)
class ImageReady(Event):
    """One image; none of these may be lost."""

    index: int  # from 0
    seed: int
    image: NDArray[np.uint8]  # [H, W, 3], sRGB
    facts: Mapping[str, str]  # how it was made, to be kept with it


@dataclass(frozen=True)
class Agreed(Event):
    """How far an image shows each thing the sentence names; attributes are bound loosely by this method."""

    index: int  # of the image
    agreement: Agreement


@dataclass(frozen=True)
class Notice(Event):
    """One line the user should read: it goes on, but not as asked."""

    message: str


@dataclass(frozen=True)
class Finished(Event):
    images: int
    seconds: float
    stopped: bool  # ended by the user before the last image


@dataclass(frozen=True)
class Failed(Event):
    error: str  # what happened, one line
    what_to_do: str  # one line
    bad_input: bool = False  # it lies in what was asked, and would fail again
