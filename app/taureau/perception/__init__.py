"""Frozen encoders and what is computed with them: the subject and its contours, saliency, zero-shot labels; and
the decoder from sentences to strokes.
"""

from taureau.perception.clip import ClipEncoder
from taureau.perception.encoder import EfficientNetLite0, Encoder, Encoding, ImageTextEncoder, builtin_encoder
from taureau.perception.eye import Eye, own_eye
from taureau.perception.loading import clip_from_file, load_encoder, own_clip
from taureau.perception.mask_model import MaskModel, load_mask_model
from taureau.perception.regions import find_regions
from taureau.perception.saliency import class_activation, saliency
from taureau.perception.stroke_decoder import StrokeDecoder, stroke_decoder
from taureau.perception.subject import cut_out, find_subject
from taureau.perception.taureau_clip import TaureauClip
from taureau.perception.zero_shot import TEMPLATES, Classifier

__all__ = [
    "TEMPLATES",
    "Classifier",
    "ClipEncoder",
    "EfficientNetLite0",
    "Encoder",
    "Encoding",
    "Eye",
    "ImageTextEncoder",
    "MaskModel",
    "StrokeDecoder",
    "TaureauClip",
    "builtin_encoder",
    "class_activation",
    "clip_from_file",
    "cut_out",
    "find_regions",
    "find_subject",
    "load_encoder",
    "load_mask_model",
    "own_clip",
    "own_eye",
    "saliency",
    "stroke_decoder",
]
