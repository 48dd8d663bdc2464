"""One request in, one stream of events out."""

from taureau.engine.events import (
    Candidate,
    Finished,
    Looked,
    Progress,
    Recognised,
    Report,
    Started,
    StrokeAdded,
    Weighed,
)
from taureau.engine.mask_facts import own_mask
from taureau.engine.request import LookRequest, SketchRequest, WeighRequest
from taureau.events import Event, Failed, Notice, StageChanged

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
