"""One request in, one stream of events out; names are imported on first use, so that the presets alone are cheap."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taureau.engine.events import (
        Candidate,
        Finished,
        LinesJoined,
        NotLearnt,
        Progress,
        RegionsFound,
        Report,
        Started,
        StrokeAdded,
        StrokeCosts,
        SubjectFound,
        ThingRedrawn,
    )
    from taureau.engine.mask_facts import own_mask, own_mode
    from taureau.engine.request import (
        MaskRequest,
        OneLineRequest,
        RegionsRequest,
        SketchRequest,
        StrokeCostRequest,
        ThingRequest,
    )
    from taureau.events import Event, Failed, Notice, StageChanged

__all__ = [
    "Candidate",
    "Event",
    "Failed",
    "Finished",
    "LinesJoined",
    "MaskRequest",
    "NotLearnt",
    "Notice",
    "OneLineRequest",
    "Progress",
    "RegionsFound",
    "RegionsRequest",
    "Report",
    "SketchRequest",
    "StageChanged",
    "Started",
    "StrokeAdded",
    "StrokeCostRequest",
    "StrokeCosts",
    "SubjectFound",
    "ThingRedrawn",
    "ThingRequest",
    "own_mask",
    "own_mode",
]
_MODULES = ("taureau.engine.events", "taureau.engine.request", "taureau.engine.mask_facts", "taureau.events")


def __getattr__(name: str) -> object:
    if name in __all__:
        for module in map(import_module, _MODULES):
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
