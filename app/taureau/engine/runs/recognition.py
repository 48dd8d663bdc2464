"""The rank of the right name for a finished drawing, by the CLIP that ships with the program."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from taureau.document import Drawing
from taureau.engine.request import SketchRequest
from taureau.engine.scene.render_drawing import drawing_view
from taureau.perception import TaureauClip, builtin_encoder, own_clip
from taureau.weights import WeightsError, has_own_clip

log = logging.getLogger(__name__)
_MARGIN = 0.1  # of a given mask's sides, kept around the subject


@dataclass(frozen=True)
class Recognised:
    """The rank of the right name for a drawing among all names, by the CLIP that ships with the program."""

    name: str  # what it should show: the photo's best ImageNet class, or the prompt
    rank: int  # of that name among all, from 1, for the drawing
    names: int  # how many there are
    probability: float  # of that name, 0 … 1; those of all names add up to 1
    seen: str  # the name that fits the drawing best


@torch.no_grad()
def recognise(drawing: Drawing, request: SketchRequest, device: str = "cpu") -> Recognised | None:
    """Return rank and probability of the right name; None where the bundled CLIP is missing or damaged."""
    if not has_own_clip() or not drawing.stroke_count:
        return None
    try:
        clip = own_clip(device)
    except WeightsError as error:  # the drawing is finished without it
        log.warning("%s", error)
        return None
    names, directions = list(clip.names), clip.class_directions  # [K, D]
    if request.photo is None:
        names.append(request.prompt)
        directions = torch.cat([directions, clip.encode_text([request.prompt])])
        right = len(names) - 1
    else:
        right = best_class(clip, _subject(request.photo, request.mask), device)
    seen = clip.encode_image(drawing_view(drawing, clip.size, device), embedding=True).direction()[0]
    shares = (clip.logit_scale * directions @ seen).softmax(0)
    rank = 1 + int((shares > shares[right]).sum())
    return Recognised(names[right], rank, len(names), float(shares[right]), names[int(shares.argmax())])


def best_class(clip: TaureauClip, photo: NDArray[np.uint8], device: str) -> int:
    """Return the ImageNet class of a photo [H, W, 3] by the built-in encoder."""
    encoder = builtin_encoder(device)
    last = encoder.features(clip.prepare(photo))[-1]
    return int(encoder.logits(last).argmax())


def _subject(photo: NDArray[np.uint8], mask: NDArray[np.bool_] | str) -> NDArray[np.uint8]:
    """Return the photo cropped to a given mask with a margin, else all of it."""
    if isinstance(mask, str) or not mask.any():
        return photo
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    tall, wide = (round(_MARGIN * (along[-1] - along[0] + 1)) for along in (rows, columns))
    return photo[max(0, rows[0] - tall) : rows[-1] + tall + 1, max(0, columns[0] - wide) : columns[-1] + wide + 1]
