"""How dark the parts of a photo's subject are, and which of them are toned."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.tone.limits import MAX_LEVELS, OUTSIDE
from taureau.geometry import Affine
from taureau.photo.lab import lab_of

Map = NDArray[np.float32]  # [H, W]

_WORK = 512  # px, the longer side at which tone is measured
_SMOOTHING = 0.008  # of the longer side: smaller details have no tone of their own
_CONTRAST = 35.0  # L*, the range that counts as the whole range at least: flat subjects stay light
_LIGHTEST, _DARKEST = 0.45, 0.85  # darkness at which the first and the last of MAX_LEVELS levels begin
_SMALLEST = 8.0  # squares of the spacing: smaller regions have no tone
_SPECK = 0.02  # of the mask's largest part: smaller parts have no tone


@dataclass(frozen=True, eq=False)
class Darkness:
    """The darkness of the subject, and the map from its pixels to the document."""

    values: Map  # [H, W]: 0 (its lightest parts) … 1 (its darkest); below 0 outside
    lightness: Map  # [H, W], L* of the photo
    to_document: Affine

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, px."""
        height, width = self.values.shape
        return width, height

    def beyond(self, threshold: float, spacing: float) -> Map:
        """Return by how much each pixel [H, W] is darker than a threshold; below 0 outside the subject.

        Between pixels the values are linear, so that a region ends where they are 0. Regions too small for lines
        `spacing` px apart are left out.
        """
        values = self.values - np.float32(threshold)
        _, labels, sizes, _ = cv2.connectedComponentsWithStats((values > 0).astype(np.uint8))
        small = sizes[:, cv2.CC_STAT_AREA] < _SMALLEST * spacing**2
        small[0] = False  # what is not dark
        return np.where(small[labels], np.float32(OUTSIDE), values)


def darkness_of(
    photo: NDArray[np.uint8], mask: NDArray[np.bool_] | None, width: float, height: float, *, negative: bool = False
) -> Darkness:
    """Return the darkness of an sRGB photo [H, W, 3] within `mask` [H, W], None: everywhere.

    The photo lies under a document of `width` × `height` px. `negative`: its lightness instead, for chalk.
    """
    rows, columns = photo.shape[:2]
    scale = min(1.0, _WORK / max(rows, columns))
    size = max(1, round(columns * scale)), max(1, round(rows * scale))
    light = lab_of(cv2.resize(photo, size, interpolation=cv2.INTER_AREA))[..., 0]
    weight = np.ones_like(light)
    if mask is not None:
        weight = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA)
        weight = np.where(_without_specks(weight >= 0.5), weight, 0)
    to_document = Affine.scale(width / size[0], height / size[1])
    inside = weight >= 0.5
    if not inside.any():
        return Darkness(np.full_like(light, OUTSIDE), light, to_document)
    sigma = _SMOOTHING * max(size)
    smooth = cv2.GaussianBlur(light * weight, (0, 0), sigma) / np.maximum(cv2.GaussianBlur(weight, (0, 0), sigma), 1e-3)
    dark, bright = np.percentile(smooth[inside], (3, 97))
    values = (smooth - dark if negative else bright - smooth) / max(float(bright - dark), _CONTRAST)
    # A smooth border: the values fall to 0 and below within a pixel or two of it.
    border = cv2.GaussianBlur(weight, (0, 0), 1.0) * 2 - 1
    values = np.where(inside, values.clip(0, 1) * border.clip(0, 1), np.minimum(border - 0.01, 0))
    return Darkness(values.astype(np.float32), light, to_document)


def _without_specks(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask [H, W] without the parts that are far smaller than its largest."""
    _, labels, sizes, _ = cv2.connectedComponentsWithStats(inside.astype(np.uint8))
    areas = sizes[:, cv2.CC_STAT_AREA]
    large = areas >= _SPECK * areas[1:].max(initial=0)
    large[0] = False  # what is outside
    kept: NDArray[np.bool_] = large[labels]
    return kept


def thresholds(levels: int) -> tuple[float, ...]:
    """Return the darkness at which each of `levels` levels of tone begins, the lightest first.

    Raises ValueError unless there are 1 … MAX_LEVELS.
    """
    if not 1 <= levels <= MAX_LEVELS:
        raise ValueError(f"levels must be from 1 to {MAX_LEVELS}, not {levels}")
    step = (_DARKEST - _LIGHTEST) / MAX_LEVELS * (MAX_LEVELS / max(levels, 2))
    return tuple(_LIGHTEST + step * level for level in range(levels))
