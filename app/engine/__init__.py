"""One request in, one stream of events out."""

from app.engine.events import (
    Event,
    Failed,
    Finished,
    Notice,
    Progress,
    Report,
    StageChanged,
    Started,
    StrokeAdded,
    Weighed,
)
from app.engine.request import SketchRequest, WeighRequest

__all__ = [
    "Event",
    "Failed",
    "Finished",
    "Notice",
    "Progress",
    "Report",
    "SketchRequest",
    "StageChanged",
    "Started",
    "StrokeAdded",
    "WeighRequest",
    "Weighed",
]
