"""unCLIP (arXiv 2204.06125): images from sentences, variations of an image, blends of two, text differences."""

from taureau.imagine.agreement import Agreement, Thing
from taureau.imagine.events import (
    Agreed,
    DrawingReady,
    GenerationFinished,
    GenerationProgress,
    GenerationStarted,
    ImageReady,
)
from taureau.imagine.request import Blend, Change, ImagineRequest, Medium, Source, Variation, What, Words

__all__ = [
    "Agreed",
    "Agreement",
    "Blend",
    "Change",
    "DrawingReady",
    "GenerationFinished",
    "GenerationProgress",
    "GenerationStarted",
    "ImageReady",
    "ImagineRequest",
    "Medium",
    "Source",
    "Thing",
    "Variation",
    "What",
    "Words",
]
