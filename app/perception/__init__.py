"""Frozen encoders, and what they see in a photo: saliency, boundaries, the subject, the words that fit; and the
decoder that makes a sentence strokes.
"""

from app.perception.boundaries import boundaries
from app.perception.clip import ClipEncoder
from app.perception.encoder import EfficientNetLite0, Encoder, Reader, Seen, builtin_encoder
from app.perception.foreground import foreground
from app.perception.loading import clip_from_file, load_encoder, own_clip
from app.perception.saliency import class_activation, saliency
from app.perception.stroke_decoder import StrokeDecoder, stroke_decoder
from app.perception.taureau_clip import TaureauClip
from app.perception.zero_shot import TEMPLATES, Classifier

__all__ = [
    "TEMPLATES",
    "Classifier",
    "ClipEncoder",
    "EfficientNetLite0",
    "Encoder",
    "Reader",
    "Seen",
    "StrokeDecoder",
    "TaureauClip",
    "boundaries",
    "builtin_encoder",
    "class_activation",
    "clip_from_file",
    "foreground",
    "load_encoder",
    "own_clip",
    "saliency",
    "stroke_decoder",
]
