"""Frozen encoders and what is computed with them: the subject and its contours, saliency, zero-shot labels; and
the decoder from sentences to strokes.

Names are imported on first use: the eye and what it sees need no torch, everything else does.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taureau.perception.clip import ClipEncoder
    from taureau.perception.encoder import EfficientNetLite0, Encoder, Encoding, ImageTextEncoder, builtin_encoder
    from taureau.perception.eye import Eye, own_eye
    from taureau.perception.loading import clip_from_file, load_encoder, own_clip, own_sentences
    from taureau.perception.mask_model import MaskModel, load_mask_model
    from taureau.perception.regions import find_regions
    from taureau.perception.saliency import class_activation
    from taureau.perception.stroke_decoder import StrokeDecoder
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
    "own_sentences",
]

_NAMES = {
    "clip": "ClipEncoder",
    "encoder": "EfficientNetLite0 Encoder Encoding ImageTextEncoder builtin_encoder",
    "eye": "Eye own_eye",
    "loading": "clip_from_file load_encoder own_clip own_sentences",
    "mask_model": "MaskModel load_mask_model",
    "regions": "find_regions",
    "saliency": "class_activation",
    "stroke_decoder": "StrokeDecoder",
    "subject": "cut_out find_subject",
    "taureau_clip": "TaureauClip",
    "zero_shot": "TEMPLATES Classifier",
}
_MODULE_OF = {name: f"taureau.perception.{module}" for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULE_OF[name]), name)
