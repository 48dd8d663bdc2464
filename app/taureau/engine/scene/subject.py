"""What of a photo is to be drawn: its subject, the mask that was requested, or the ink of line art."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.masks import AUTO, MASKS
from taureau.engine.presets import Mode
from taureau.engine.scene.line_art import LineArt, find_line_art, trace_ink
from taureau.perception.eye import Eye
from taureau.perception.mask_model import load_mask_model
from taureau.perception.subject import cut_out, find_subject
from taureau.photo import ContentBox, content_box

Map = NDArray[np.float32]  # [H, W]

NO_SUBJECT = "This photo has no clear subject; whatever it shows is drawn."


@dataclass(frozen=True, eq=False)
class Subject:
    """The part of a photo [H, W, 3] that is drawn."""

    alpha: Map  # [H, W], 0 … 1
    saliency: Map  # [H, W], 0 … 1, likelihood of the subject, whichever mask was requested
    everything: bool  # draw whatever lies in the mask, not only the contours of a subject
    outlined: bool = False  # the border of `alpha` is an outline to draw; that of a painted mask is not
    found: bool = True  # False where the photo has no subject
    line_art: LineArt | None = None
    content: ContentBox | None = None  # the part inside letterbox bars or a frame; None: all of it

    @property
    def mask(self) -> NDArray[np.bool_]:
        """The pixels that are drawn, [H, W]; never empty."""
        return self.alpha > 0.5


def subject_of(
    eye: Eye,
    photo: NDArray[np.uint8],
    mask: NDArray[np.bool_] | str,
    mode: Mode = "auto",
    alpha: NDArray[np.uint8] | None = None,
    checkpoint: Callable[[], None] = lambda: None,
) -> Subject:
    """Return the requested part of an sRGB photo [H, W, 3].

    `mask` is "auto", "none" (all of it), the id of a mask model, or given [H, W]. Raises WeightsError for a model.

    `alpha` [H, W], the opacity of its file, is the subject where there is one and the mask is "auto".
    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    automatic = isinstance(mask, str) and mask == AUTO
    opacity = alpha if automatic else None
    content = content_box(photo)
    requested, cut = np.ones(photo.shape[:2], dtype=np.float32), None
    if isinstance(mask, str) and mask not in MASKS:
        cut = cut_out(load_mask_model(mask), photo, content=content)  # the model is large: it is not kept
        requested = cut.alpha
        checkpoint()
    elif not isinstance(mask, str) and mask.any():
        requested = mask.astype(np.float32)
    line_art = _line_art(photo if opacity is None else np.repeat(255 - opacity[..., None], 3, axis=2), content, mode)
    checkpoint()
    if line_art is not None:
        saliency = cv2.GaussianBlur(line_art.ink, (0, 0), 2.0)
        return Subject(requested, saliency, everything=True, line_art=line_art, content=content)
    if opacity is not None:
        opaque: Map = (opacity / 255).astype(np.float32)
        return Subject(opaque, opaque, everything=True, outlined=True)
    found = cut or find_subject(eye, photo, checkpoint, content=content)
    if automatic or cut is not None:
        return Subject(
            found.alpha,
            found.alpha,
            everything=not found.found,
            outlined=found.found,
            found=found.found,
            content=content,
        )
    return Subject(requested, found.alpha, everything=True, content=content)


def _line_art(picture: NDArray[np.uint8], content: ContentBox, mode: Mode) -> LineArt | None:
    """Return the ink of a picture [H, W, 3] inside its bars, or None where contours are to be drawn."""
    if mode == "photo":
        return None
    inside = slice(content.top, content.bottom), slice(content.left, content.right)
    cut = np.ascontiguousarray(picture[inside])
    found = trace_ink(cut) if mode == "lines" else find_line_art(cut)
    if found is None:
        return None
    ink = np.zeros(picture.shape[:2], dtype=np.float32)
    ink[inside] = found.ink
    return LineArt(ink, found.width)
