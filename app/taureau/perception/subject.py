"""The subject of a photo, cut out of any background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.perception.eye import Eye
from taureau.perception.mask_model import MaskModel
from taureau.perception.plain_ground import cut_from_plain_ground
from taureau.photo import ContentBox, content_box

Map = NDArray[np.float32]  # [H, W]

_WORK = 640  # px, the longer side at which the outline is found
_SURE = 0.5  # alpha from which a pixel is subject
_LEAST = 0.002  # share of the photo: less than that is no subject
_SMALLEST_PART = 0.04  # of the largest part: smaller ones are specks
_SMALL = 0.5  # of the photo's longer side: a subject no larger is looked at again, closer
_SURROUNDINGS = 0.35  # of the subject's longer side, on each side of it in the closer look
_RADIUS, _SMOOTHNESS = 6, 1e-3  # px and squared levels: the guided filter's window and regularisation
_SHARPNESS = 2.5  # slope of alpha across the outline


@dataclass(frozen=True, eq=False)
class Subject:
    """What belongs to the subject of a photo."""

    alpha: Map  # [H, W], 0 … 1
    found: bool  # False where the photo has no subject; `alpha` is then 1 everywhere inside its bars

    @property
    def mask(self) -> NDArray[np.bool_]:
        """The subject's pixels [H, W]; never empty."""
        return self.alpha > _SURE


def find_subject(
    eye: Eye,
    photo: NDArray[np.uint8],
    checkpoint: Callable[[], None] = lambda: None,
    *,
    content: ContentBox | None = None,
) -> Subject:
    """Find all salient subjects of an sRGB photo [H, W, 3]; letterbox bars and frames are never part of one.

    `checkpoint` is called between the parts of the work, and may raise to end it. `content` is the part of the photo
    inside its bars; it is found where it is not given.
    """
    box = content or content_box(photo)
    picture = _inside(photo, box)
    found = _alpha(eye, picture)
    checkpoint()
    closer = _closer(found > _SURE)
    if closer is not None:
        near = np.zeros_like(found)
        near[closer] = _alpha(eye, np.ascontiguousarray(picture[closer]))
        if (near > _SURE).any():
            found = near
        checkpoint()
    return _subject(found, box, photo.shape)


def cut_out(model: MaskModel, photo: NDArray[np.uint8], *, content: ContentBox | None = None) -> Subject:
    """Find the subject of an sRGB photo [H, W, 3] by a mask model, otherwise as `find_subject`."""
    box = content or content_box(photo)
    return _subject(model.alpha(_inside(photo, box)), box, photo.shape)


def _inside(photo: NDArray[np.uint8], box: ContentBox) -> NDArray[np.uint8]:
    return np.ascontiguousarray(photo[box.top : box.bottom, box.left : box.right])


def _subject(found: Map, box: ContentBox, shape: tuple[int, ...]) -> Subject:
    """Return the subject with this alpha inside the box of a photo [H, W]."""
    found = _without_specks(found)
    has_subject = bool((found > _SURE).mean() > _LEAST)
    alpha = np.zeros(shape[:2], dtype=np.float32)
    alpha[box.top : box.bottom, box.left : box.right] = found if has_subject else 1
    return Subject(alpha, has_subject)


def _alpha(eye: Eye, photo: NDArray[np.uint8]) -> Map:
    """Return the alpha of the subject of one view [H, W, 3]."""
    height, width = photo.shape[:2]
    scale = min(1.0, _WORK / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA) if scale < 1 else photo
    estimate = eye.see(small).subject
    plain = cut_from_plain_ground(small, estimate)
    alpha = _guided(small, estimate) if plain is None else plain
    return alpha if scale == 1 else cv2.resize(alpha, (width, height), interpolation=cv2.INTER_LINEAR)


def _guided(photo: NDArray[np.uint8], estimate: Map) -> Map:
    """Return the estimate [H, W] with its edges on those of the photo (guided filter, He et al., 2010), sharpened."""
    guide = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    window = (2 * _RADIUS + 1, 2 * _RADIUS + 1)
    mean, mean_estimate = cv2.blur(guide, window), cv2.blur(estimate, window)
    variance = cv2.blur(guide * guide, window) - mean * mean
    covariance = cv2.blur(guide * estimate, window) - mean * mean_estimate
    slope = covariance / (variance + _SMOOTHNESS)
    offset = mean_estimate - slope * mean
    filtered = cv2.blur(slope, window) * guide + cv2.blur(offset, window)
    # Thin parts are as wide as the window: there the estimate itself is the better answer.
    alpha: Map = ((np.maximum(filtered, estimate * 0.9) - 0.5) * _SHARPNESS + 0.5).clip(0, 1)
    return alpha


def _closer(mask: NDArray[np.bool_]) -> tuple[slice, slice] | None:
    """Return the surroundings of small subjects [H, W]; None where they fill the photo, or where there is none."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not rows.size:
        return None
    extent = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    if extent > _SMALL * max(mask.shape):
        return None
    margin = max(8, round(_SURROUNDINGS * extent))
    return (
        slice(max(0, rows[0] - margin), rows[-1] + 1 + margin),
        slice(max(0, columns[0] - margin), columns[-1] + 1 + margin),
    )


def _without_specks(alpha: Map) -> Map:
    """Return alpha [H, W] without parts that are far smaller than the largest."""
    _, parts, statistics, _ = cv2.connectedComponentsWithStats((alpha > 0.2).astype(np.uint8))
    areas = np.bincount(parts.ravel(), weights=(alpha > _SURE).ravel(), minlength=len(statistics))
    areas[0] = 0
    kept = areas > _SMALLEST_PART * areas.max(initial=0)
    return np.where(kept[parts], alpha, 0).astype(np.float32)
