"""unCLIP (arXiv 2204.06125): images from words, variations of an image, blends of two, changes by words."""

from taureau.imagine.agreement import Agreement, Thing
from taureau.imagine.events import Agreed, Event, Failed, Finished, ImageReady, Notice, Progress, StageChanged, Started
from taureau.imagine.request import Blend, Change, ImagineRequest, Source, Variation, What, Words

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
