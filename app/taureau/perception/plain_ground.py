"""The subject of a photo on plain ground, cut out by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.photo.lab import lab_of

Map = NDArray[np.float32]  # [H, W]

_RING = 0.04  # of the shorter side: the border in which a plain ground is looked for
_PLAIN = 0.85  # share of that border that must be ground
_NEAR, _FAR = 7.0, 20.0  # L*a*b* distances from the ground: below, nothing but ground; above, none
_SHADOW = 30.0  # L*a*b* distance from the ground that a soft shadow may have
_UNLIKELY = 0.2  # level of the estimate below which a dark, colourless place is a shadow
_LIKELY = 0.35  # level of the estimate from which a hole of the ground's colour belongs to the subject
_HOLE = 10  # px: smaller holes are closed
_SMALLEST, _LARGEST = 0.01, 0.9  # share of the photo that a subject on plain ground covers


def cut_from_plain_ground(photo: NDArray[np.uint8], estimate: Map) -> Map | None:
    """Return the alpha [H, W], 0 … 1, of the subject of an sRGB photo [H, W, 3] on plain ground, else None.

    `estimate` [H, W], 0 … 1, tells shadows from the subject, and the subject from holes in it.
    """
    lab = lab_of(photo)
    ground, share = color_field(lab, _ring(lab.shape), (2 * _NEAR, _NEAR))
    if share < _PLAIN:
        return None
    off = lab - ground
    distance = np.sqrt((off**2).sum(-1))
    # A soft shadow is darker than the ground, but of its hue.
    shadow = (np.hypot(off[..., 1], off[..., 2]) < _NEAR) & (off[..., 0] < 0) & (distance < _SHADOW)
    distance = np.where(shadow & (estimate < _UNLIKELY), 0, distance).astype(np.float32)
    behind = _background(distance < 0.5 * (_NEAR + _FAR), estimate)
    square = np.ones((3, 3), np.uint8)
    ramp = ((distance - _NEAR) / (_FAR - _NEAR)).clip(0, 1)
    alpha = np.where(cv2.dilate(behind.astype(np.uint8), square) > 0, ramp, 1).astype(np.float32)
    covered = float((alpha > 0.5).mean())
    return alpha if _SMALLEST < covered < _LARGEST else None


def color_field(
    lab: NDArray[np.float32],  # [H, W, 3]
    where: NDArray[np.bool_],  # [H, W], the pixels to fit
    tolerances: Sequence[float],
) -> tuple[NDArray[np.float32], float]:
    """Fit a colour that varies quadratically over the image, and return it [H, W, 3] with the share of pixels it fits.

    Each tolerance, a L*a*b* distance, decides which pixels the next fit takes in, beginning with the median.
    """
    height, width = lab.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], axis=-1).astype(np.float32)
    values, basis = lab[where], terms[where]
    field = np.broadcast_to(np.median(values, axis=0), lab.shape)
    fitted = np.zeros(len(values), dtype=bool)
    for tolerance in tolerances:
        fitted = np.sqrt(((values - field[where]) ** 2).sum(-1)) < tolerance
        if fitted.sum() < len(terms[0, 0]):
            break
        field = terms @ np.linalg.lstsq(basis[fitted], values[fitted], rcond=None)[0]
    return field.astype(np.float32), float(fitted.mean())


def _ring(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return the border of an image [H, W]."""
    depth = max(2, round(_RING * min(shape[:2])))
    ring = np.ones(shape[:2], dtype=bool)
    ring[depth:-depth, depth:-depth] = False
    return ring


def _background(alike: NDArray[np.bool_], estimate: Map) -> NDArray[np.bool_]:
    """Return the parts of the ground's colour [H, W] that touch the border, or are holes where no subject is likely."""
    _, parts, statistics, _ = cv2.connectedComponentsWithStats(alike.astype(np.uint8), connectivity=4)
    areas = statistics[:, cv2.CC_STAT_AREA]
    level = np.bincount(parts.ravel(), weights=estimate.ravel()) / np.maximum(areas, 1)
    ground = (level < _LIKELY) & (areas >= _HOLE)
    ground[np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))] = True
    ground[0] = False  # what has another colour
    found: NDArray[np.bool_] = ground[parts]
    return found
