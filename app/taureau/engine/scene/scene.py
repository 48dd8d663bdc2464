"""The analysis of a photo before drawing: frame, weighted edges and line rendition of its subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.edges import EdgeMap, centre_lines, find_edges
from taureau.engine.scene.face_features import find_face_features
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.subject import Subject
from taureau.perception.eye import Eye
from taureau.photo import ContentBox

CANVAS = 224  # px, the square in which strokes are moved
OVERSAMPLING = 2  # edges are found on a grid this much finer
PEN = 2.7  # canvas px, the width of every stroke during optimisation
SHRINK = 2  # drawings are compared at CANVAS / 2 px: four times as many in the same time
_LINE = 2.2  # canvas px, the width of a contour in the map of lines
_OUTLINE = 0.6  # ink of the mask's border, where a contour that the network is sure of has 1
_NEAR_OUTLINE = 2.5  # canvas px: contours so near to the mask's border are the outline …
_INNER = 0.6  # … and others have less ink by this factor
_SLACK = 2.0  # canvas px that a contour may lie outside the mask
_FAINTEST = 0.2  # contour level that never counts as sure
_UNSEEN = 0.35  # ink of an edge that the network does not see, where everything is drawn
_EDGE_BLUR = 1.5  # canvas px
_FEATURE = 60.0  # canvas px of contour that count as much as a line along an eye or a mouth …
_PLAINEST, _CLEAREST = 1.5, 12.0  # … which is raised by no less and no more than that
_CUT_OFF = 8.0  # canvas px from the photo's own border in which the mask's border is no outline: the subject is cut off
_FRAME_GAP = 4.0  # canvas px from the photo's own border in which no edge counts
_THIN = 0.05  # of the photo's shorter side: that border is no wider, so that a strip keeps its edges

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
    details: NDArray[np.bool_] | None = None  # [S, S], where even short lines count: eyes, nose and mouth

    def rendition(self) -> Map:
        """Return the photo as a line drawing [CANVAS, CANVAS], ink 0 … 1: its edges at the pen's width, blurred."""
        lines = cv2.GaussianBlur(self.weight.clip(0, 1.5), (0, 0), 0.45 * PEN * OVERSAMPLING)
        small = cv2.resize(lines, (CANVAS, CANVAS), interpolation=cv2.INTER_AREA)
        # A straight, isolated edge of weight 1 becomes fully black.
        ink = (small * (0.45 * PEN * OVERSAMPLING * np.sqrt(2 * np.pi))).clip(0, 1)
        return ink.astype(np.float32)


def build_scene(
    eye: Eye, photo: NDArray[np.uint8], subject: Subject, checkpoint: Callable[[], None] = lambda: None
) -> Scene:
    """Frame the subject of an sRGB photo [H, W, 3] and weight its edges.

    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    mask, line_art = subject.mask, subject.line_art
    inked = mask if line_art is None else mask & (line_art.ink > 0.5)
    frame = Frame.around(inked if inked.any() else mask, CANVAS)
    crop = frame.crop(photo, oversampling=OVERSAMPLING)
    on_photo = frame.inside(photo.shape[:2], oversampling=OVERSAMPLING)
    if subject.content is not None:
        on_photo &= frame.crop(_box_mask(subject.content, photo.shape), oversampling=OVERSAMPLING) > 0.5
    # Edges at the photo's own border, or at a bar, are no contours, unless they lie outside the frame.
    gap = min(1.0, _THIN * min(photo.shape[:2]) * frame.to_canvas.mean_scale / _FRAME_GAP)  # less than 1 on a strip
    border = _grown(on_photo, -gap * _FRAME_GAP) if not on_photo.all() or mask.all() else on_photo
    alpha = frame.crop(subject.alpha, oversampling=OVERSAMPLING).clip(0, 1)
    if line_art is not None:
        ink, width = frame.crop(line_art.ink, oversampling=OVERSAMPLING), line_art.width * frame.to_canvas.mean_scale
        features = None
    else:
        sight = eye.see(crop)
        checkpoint()
        features = find_face_features(eye, photo, frame, crop, sight.face, on_photo & _grown(alpha > 0.5, _SLACK))
        checkpoint()
        outlined = _grown(on_photo, -gap * _CUT_OFF) if subject.outlined else np.zeros_like(on_photo)
        ink, width = _contours(sight.contour, alpha, outlined), _LINE
        if subject.everything:
            ink = np.maximum(ink, _edges(crop))
        if features is not None:
            ink = np.maximum(ink, features.ink)
    edges = centre_lines(ink.clip(0, 1), width=width * OVERSAMPLING)
    weight = edges.strength * border * _near(alpha > 0.5, _SLACK)
    checkpoint()
    positive = weight[weight > 0]
    weight = (weight / (np.percentile(positive, 98) if positive.size else 1.0)).astype(np.float32)
    if features is None:
        return Scene(frame, mask, subject.saliency, crop, edges, weight)
    weight = features.weighted(weight, _FEATURE * OVERSAMPLING, _PLAINEST, _CLEAREST)
    return Scene(frame, mask, subject.saliency, crop, edges, weight, features.labels > 0)


def _box_mask(box: ContentBox, shape: tuple[int, ...]) -> Map:
    """Return 1 inside the box and 0 elsewhere, [H, W]."""
    inside = np.zeros(shape[:2], dtype=np.float32)
    inside[box.top : box.bottom, box.left : box.right] = 1
    return inside


def _contours(contour: Map, alpha: Map, outlined: NDArray[np.bool_]) -> Map:
    """Return the lines to draw as ink [S, S], 0 … 1: the contours that the network sees, and the mask's border.

    `outlined` [S, S] is where the mask's border is an outline of the subject.
    """
    inside = alpha > 0.5
    sure = float(np.percentile(contour[inside], 99)) if inside.any() else 1.0
    level = (contour / max(sure, _FAINTEST)).clip(0, 1)
    if not outlined.any():
        return level
    border = _grown(inside, 0.5) & ~_grown(inside, -0.5) & outlined
    outline = cv2.GaussianBlur(border.astype(np.float32), (0, 0), 0.4 * _LINE * OVERSAMPLING)
    outline /= max(float(outline.max()), 1e-6)
    near = _near(inside, _NEAR_OUTLINE) - _near(inside, -_NEAR_OUTLINE)  # 1 along the border
    ink: Map = np.maximum(level * (_INNER + (1 - _INNER) * near), _OUTLINE * outline)
    return ink


def _edges(crop: NDArray[np.uint8]) -> Map:
    """Return the edges of an sRGB image [S, S, 3] as faint ink [S, S]."""
    edges = find_edges(crop, sigma=_EDGE_BLUR * OVERSAMPLING)
    sigma = 0.4 * _LINE * OVERSAMPLING
    ink: Map = cv2.GaussianBlur(edges.strength, (0, 0), sigma) * float(_UNSEEN * sigma * np.sqrt(2 * np.pi))
    return ink.clip(0, _UNSEEN)


def _near(mask: NDArray[np.bool_], by: float) -> Map:
    """Return the mask dilated by so many canvas px, with a soft border."""
    soft: Map = cv2.GaussianBlur(_grown(mask, by).astype(np.float32), (0, 0), OVERSAMPLING)
    return soft


def _grown(mask: NDArray[np.bool_], by: float) -> NDArray[np.bool_]:
    """Dilate the mask by so many canvas px, or erode it where `by` is negative; False outside the canvas."""
    side = 2 * round(abs(by) * OVERSAMPLING) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    change = cv2.dilate if by > 0 else cv2.erode
    grown: NDArray[np.bool_] = change(mask.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0
    return grown
