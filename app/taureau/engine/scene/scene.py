"""The analysis of a photo before drawing: subject mask, frame, weighted edges and line rendition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.edges import EdgeMap, find_edges
from taureau.engine.scene.frame import Frame
from taureau.perception import Encoder, boundaries, foreground, saliency

CANVAS = 224  # px, the square in which strokes are moved
OVERSAMPLING = 2  # edges are found on a grid this much finer
PEN = 2.7  # canvas px, the width of every stroke during optimisation
SHRINK = 2  # drawings are compared at CANVAS / 2 px: four times as many in the same time
_EDGE_BLUR = 1.5  # canvas px
_MASK_SLACK = 1.75  # canvas px an edge may lie outside the mask
_FRAME_GAP = 1.5  # canvas px from the photo's own border in which no edge counts

Map = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Scene:
    """The analysis of one photo. Maps are [S, S] with S = CANVAS · OVERSAMPLING."""

    frame: Frame
    mask: NDArray[np.bool_]  # [H, W] of the photo
    saliency: Map  # [H, W] of the photo, 0 … 1
    crop: NDArray[np.uint8]  # [S, S, 3]
    edges: EdgeMap
    weight: Map  # [S, S], weight of each edge pixel; about 1 for a clear contour, 0 off the edges

    def rendition(self) -> Map:
        """Return the photo as a line drawing [CANVAS, CANVAS], ink 0 … 1: its edges at the pen's width, blurred."""
        lines = cv2.GaussianBlur(self.weight.clip(0, 1.5), (0, 0), 0.45 * PEN * OVERSAMPLING)
        small = cv2.resize(lines, (CANVAS, CANVAS), interpolation=cv2.INTER_AREA)
        # A straight, isolated edge of weight 1 becomes fully black.
        ink = (small * (0.45 * PEN * OVERSAMPLING * np.sqrt(2 * np.pi))).clip(0, 1)
        return ink.astype(np.float32)


def subject_mask(
    encoder: Encoder,
    photo: NDArray[np.uint8],
    mask: NDArray[np.bool_] | str,
    checkpoint: Callable[[], None] = lambda: None,
) -> tuple[NDArray[np.bool_], Map]:
    """Return the requested mask [H, W] ("auto", "none" or given) and the saliency [H, W].

    `checkpoint`, here and below, is called between the parts of the work, and may raise to end it.
    """
    salient = saliency(encoder, photo, checkpoint)
    checkpoint()
    if isinstance(mask, str):
        return (foreground(photo, salient) if mask == "auto" else np.ones(photo.shape[:2], dtype=bool)), salient
    return (mask if mask.any() else np.ones_like(mask)), salient


def build_scene(
    encoder: Encoder,
    photo: NDArray[np.uint8],
    mask: NDArray[np.bool_],
    salient: Map,
    checkpoint: Callable[[], None] = lambda: None,
) -> Scene:
    """Frame the subject and weight its edges: contrast × saliency × the encoder's boundary strength."""
    frame = Frame.around(mask, CANVAS)
    crop = frame.crop(photo, oversampling=OVERSAMPLING)
    edges = find_edges(crop, sigma=_EDGE_BLUR * OVERSAMPLING)
    checkpoint()
    on_photo = frame.inside(photo.shape[:2], oversampling=OVERSAMPLING)
    inner = _grown(on_photo, -_FRAME_GAP) if not on_photo.all() or mask.all() else on_photo
    subject = (frame.crop(mask.astype(np.uint8) * 255, oversampling=OVERSAMPLING) > 127) & on_photo
    near = cv2.GaussianBlur(_grown(subject, _MASK_SLACK).astype(np.float32), (0, 0), OVERSAMPLING)
    rim = _grown(subject, 2.5) & ~_grown(subject, -2.5)
    outline = cv2.GaussianBlur(rim.astype(np.float32), (0, 0), OVERSAMPLING)
    attention = frame.crop(salient, oversampling=OVERSAMPLING).clip(0, 1)
    checkpoint()
    weight = edges.strength * near * inner * (0.4 + 0.6 * attention) * boundaries(encoder, crop) * (1 + 0.8 * outline)
    positive = weight[weight > 0]
    weight = weight / (np.percentile(positive, 98) if positive.size else 1.0)
    return Scene(frame, mask, salient, crop, edges, weight.astype(np.float32))


def _grown(mask: NDArray[np.bool_], by: float) -> NDArray[np.bool_]:
    """Dilate the mask by so many canvas px, or erode it where `by` is negative; False outside the canvas."""
    side = 2 * round(abs(by) * OVERSAMPLING) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    change = cv2.dilate if by > 0 else cv2.erode
    grown: NDArray[np.bool_] = change(mask.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0
    return grown
