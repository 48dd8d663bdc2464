"""What a run says while it draws: one stream of frozen events, torch-free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Stroke


@dataclass(frozen=True)
class Event:
    run: str  # the run's id; listeners drop events of an older run


@dataclass(frozen=True)
class Started(Event):
    device: str  # "cpu", "cuda"
    threads: int  # of torch
    encoder: str


@dataclass(frozen=True)
class StageChanged(Event):
    stage: str  # a few words for the user: "looking at the photo", "finding contours", "refining"


@dataclass(frozen=True, eq=False)
class Looked(Event):
    """What a run saw in its photo, said once, before it draws. Maps lie over the photo, at most 512 px long."""

    mask: NDArray[np.float32] | None  # [h, w], 0 … 1, 1 where the subject is; None where all of the photo is drawn
    saliency: NDArray[np.float32]  # [h, w], 0 … 1: where the encoder that is drawn with looks
    starts: NDArray[np.float64]  # [N, 2], document px: where the first strokes begin; empty where they come one by one


@dataclass(frozen=True)
class Progress(Event):
    """A preview; only the latest matters."""

    step: int  # 0 … total
    total: int  # 0 where the preset takes no steps
    losses: Mapping[str, float]  # by name; "total" is always there once refining began
    drawing: Drawing  # complete and savable, document coordinates


@dataclass(frozen=True)
class StrokeAdded(Event):
    """One more stroke of a drawing that grows stroke by stroke; none of these may be lost."""

    number: int  # of strokes now, this one included
    stroke: Stroke  # as it was when it was added
    gain: float  # how much further it brought the drawing: 0 is an empty sheet, 1 a perfect drawing
    enough: float | None  # the gain under which the run will stop by itself; None where it counts to a number


@dataclass(frozen=True)
class Weighed(Event):
    """The answer to a WeighRequest, and its last event."""

    costs: tuple[float, ...]  # by drawing order: what the loss rises by without the stroke, as a share of the loss


@dataclass(frozen=True)
class Notice(Event):
    """One line the user should read: the run goes on, but not as asked (less memory, smaller working size)."""

    message: str


@dataclass(frozen=True)
class Candidate(Event):
    """One of several drawings has come to its end, or is given up for better ones: one event for each, its last."""

    seed: int
    score: float  # its loss as it is now, without random views; lower is better
    drawing: Drawing  # complete and savable
    given_up: int | None = None  # the steps it had taken when better ones were preferred; None: it went to the end


@dataclass(frozen=True)
class Recognised:
    """How well a drawing can be told for what it is meant to show, by the CLIP that ships with the program."""

    name: str  # what it should show: the photo's best name among ImageNet's, or the words that were drawn
    rank: int  # of that name among all, from 1, for the drawing
    names: int  # how many there are
    probability: float  # of that name, 0 … 1; those of all names add up to 1
    seen: str  # the name that fits the drawing best

    def __str__(self) -> str:
        """“duck, 3rd of 1000 names”."""
        ending = "th" if self.rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(self.rank % 10, "th")
        return f"{self.name}, {self.rank}{ending} of {self.names} names"


@dataclass(frozen=True)
class Report:
    """What the run came to."""

    strokes: int
    seconds: float  # pauses left out
    device: str
    encoder: str
    seed: int
    start_loss: float | None  # of the drawing the refinement started from; None when nothing was refined
    final_loss: float | None
    stopped: bool  # ended by the user before its last step
    recognised: Recognised | None = None  # where the CLIP that ships is here and the run was not stopped


@dataclass(frozen=True)
class Finished(Event):
    drawing: Drawing
    report: Report


@dataclass(frozen=True)
class Failed(Event):
    error: str  # what happened, one line
    what_to_do: str  # one line
    bad_input: bool = False  # it lies in what was asked, and would fail again
