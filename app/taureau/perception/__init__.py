"""Frozen encoders and what is computed with them: saliency, boundaries, the subject mask and zero-shot labels; and
the decoder from sentences to strokes.
"""

from taureau.perception.boundaries import boundaries
from taureau.perception.clip import ClipEncoder
from taureau.perception.encoder import EfficientNetLite0, Encoder, Encoding, ImageTextEncoder, builtin_encoder
from taureau.perception.foreground import foreground
from taureau.perception.loading import clip_from_file, load_encoder, own_clip
from taureau.perception.saliency import class_activation, saliency
from taureau.perception.stroke_decoder import StrokeDecoder, stroke_decoder
from taureau.perception.taureau_clip import TaureauClip
from taureau.perception.zero_shot import TEMPLATES, Classifier

__all__ = [
    "TEMPLATES",
    "Classifier",
    "ClipEncoder",
    "EfficientNetLite0",
    "Encoder",
    "Encoding",
    "ImageTextEncoder",
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
