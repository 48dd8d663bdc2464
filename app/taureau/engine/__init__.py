"""One request in, one stream of events out."""

from taureau.engine.events import (
    Candidate,
    Event,
    Failed,
    Finished,
    Looked,
    Notice,
    Progress,
    Recognised,
    Report,
    StageChanged,
    Started,
    StrokeAdded,
    Weighed,
)
from taureau.engine.mask_facts import own_mask
from taureau.engine.request import LookRequest, SketchRequest, WeighRequest

__all__ = [
    "Candidate",
    "Event",
    "Failed",
    "Finished",
    "LookRequest",
    "Looked",
    "Notice",
    "Progress",
    "Recognised",
    "Report",
    "SketchRequest",
    "StageChanged",
    "Started",
    "StrokeAdded",
    "WeighRequest",
    "Weighed",
    "own_mask",
]
