"""unCLIP (arXiv 2204.06125): images from words, variations of an image, blends of two, changes by words."""

from app.imagine.agreement import Agreement, Thing
from app.imagine.events import Agreed, Event, Failed, Finished, ImageReady, Notice, Progress, StageChanged, Started
from app.imagine.request import Blend, Change, ImagineRequest, Source, Variation, What, Words

__all__ = [
    "Agreed",
    "Agreement",
    "Blend",
    "Change",
    "Event",
    "Failed",
    "Finished",
    "ImageReady",
    "ImagineRequest",
    "Notice",
    "Progress",
    "Source",
    "StageChanged",
    "Started",
    "Thing",
    "Variation",
    "What",
    "Words",
]
