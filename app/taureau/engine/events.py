"""The events of a drawing run: frozen and torch-free; those shared with image generation are in `taureau.events`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Stroke
from taureau.events import Event, Failed
from taureau.photo import Regions


@dataclass(frozen=True)
class Started(Event):
    device: str  # "cpu", "cuda"
    threads: int  # of torch
    encoder: str


@dataclass(frozen=True, eq=False)
class SubjectFound(Event):
    """What is seen in a photo, and the first strokes, sent once before drawing. Maps are at most 512 px."""

    mask: NDArray[np.float32] | None  # [h, w], 0 … 1, 1 where the subject is; None: the whole photo is drawn
    saliency: NDArray[np.float32]  # [h, w], 0 … 1, of the encoder that judges the drawing
    starts: NDArray[np.float64]  # [N, 2], document px: first points of the first strokes; empty where they come singly
    contours: NDArray[np.float32] | None = None  # [h, w], 0 … 1, where lines could go; None where none were looked for


@dataclass(frozen=True, eq=False)
class RegionsFound(Event):
    """The last event of a RegionsRequest."""

    regions: Regions


@dataclass(frozen=True)
class Progress(Event):
    """A preview; only the latest matters."""

    step: int  # 0 … total
    total: int  # 0 where the preset takes no steps
    losses: Mapping[str, float]  # by name; "total" is present once refinement has begun
    drawing: Drawing  # complete and savable, document coordinates


@dataclass(frozen=True)
class StrokeAdded(Event):
    """One more stroke of a drawing that grows stroke by stroke; none of these may be lost."""

    number: int  # of strokes now, including this one
    stroke: Stroke  # as it was when it was added
    gain: float  # the progress it brought, where 0 is an empty sheet and 1 a perfect drawing
    enough: float | None  # the gain below which the run will stop by itself; None: a fixed number of strokes


@dataclass(frozen=True)
class StrokeCosts(Event):
    """The last event of a StrokeCostRequest: the cost of removing each stroke."""

    # In drawing order: the rise of the loss without the stroke, as a share of the loss; infinite for areas, tone, and
    # hidden strokes, which are not weighed.
    costs: tuple[float, ...]


@dataclass(frozen=True)
class ThingRedrawn(Event):
    """The last event of a ThingRequest."""

    drawing: Drawing  # complete and savable


@dataclass(frozen=True)
class Candidate(Event):
    """The last state of one seed's drawing, when it is finished or dropped for better ones."""

    seed: int
    score: float | None  # its loss without random views, lower is better; None where nothing is optimised
    drawing: Drawing  # complete and savable
    given_up: int | None = None  # the steps it had taken when it was dropped; None: it was finished


@dataclass(frozen=True)
class NotLearnt(Failed):
    """The last event of a run whose prompt is too far from all that the stroke decoder has learnt."""

    near: tuple[str, ...] = ()  # names that it knows, the nearest first


@dataclass(frozen=True)
class Report:
    """The outcome of a run in numbers."""

    strokes: int
    seconds: float  # without pauses
    device: str
    encoder: str
    seed: int
    start_loss: float | None  # of the drawing the refinement started from; None when nothing was refined
    final_loss: float | None
    stopped: bool  # by the user, before the last step


@dataclass(frozen=True)
class Finished(Event):
    """The last event of a run that drew something, even if it was stopped early."""

    drawing: Drawing
    report: Report


@dataclass(frozen=True, eq=False)
class LinesJoined(Event):
    """The last event of a `OneLineRequest`."""

    drawing: Drawing
    contours: tuple[NDArray[np.float64], ...]  # [K, 2] each, px, of the photo: for another request
