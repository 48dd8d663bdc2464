"""Frozen encoders, and what they see in a photo: saliency, boundaries, the subject."""

from app.perception.boundaries import boundaries
from app.perception.encoder import EfficientNetLite0, Encoder, builtin_encoder
from app.perception.foreground import foreground
from app.perception.saliency import class_activation, saliency

__all__ = [
    "EfficientNetLite0",
    "Encoder",
    "boundaries",
    "builtin_encoder",
    "class_activation",
    "foreground",
    "saliency",
]
