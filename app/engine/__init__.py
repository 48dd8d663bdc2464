"""One request in, one stream of events out."""

from app.engine.events import Event, Failed, Finished, Notice, Progress, Report, StageChanged, Started
from app.engine.request import SketchRequest

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
]
