"""The outline of an area of pixels as one closed curve of few cubics."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.geometry import Curve, Points
from taureau.geometry.polyline_fit import closed_curve

_UPSCALING = 3  # of the map in which outlines are traced
_SMOOTHING = 0.004  # of the longer side, by which they are smoothed
_TOLERANCE = 0.004  # of the longer side, within which cubics follow them
_PIXELS = 1.5  # px, by which outlines are smoothed at least: steps from pixel to pixel are no shape
_HOLE = 0.01  # of the area, from which on a hole is kept


def traced(pixels: NDArray[np.bool_], longer: int) -> Curve:
    """Return the outline of the largest part of an area [H, W], px; `longer` is the side that tolerances refer to.

    A hole is reached by a cut: the curve runs from the outline to the hole, around it and back the same way. Raises
    ValueError where there is no area.
    """
    contours, levels = _contours(pixels)
    areas = [cv2.contourArea(contour.astype(np.float32)) for contour in contours]
    outer = max((place for place in range(len(contours)) if levels[place][3] < 0), key=areas.__getitem__, default=None)
    if outer is None:
        raise ValueError("an outline needs an area")
    smoothing = max(_PIXELS, _SMOOTHING * longer) * _UPSCALING
    line = _smoothed(contours[outer], smoothing)
    for place, level in enumerate(levels):
        if level[3] == outer and areas[place] >= _HOLE * areas[outer]:
            line = _cut(line, _smoothed(contours[place], smoothing))
    return closed_curve((line + 0.5) / _UPSCALING, max(1.0, _TOLERANCE * longer))


def _contours(pixels: NDArray[np.bool_]) -> tuple[list[Points], NDArray[np.int32]]:
    """Return the borders [K, 2] of an area in the larger map, and of each the index [3] of the one around it."""
    left, top, width, height = cv2.boundingRect(pixels.astype(np.uint8))
    part = pixels[top : top + height, left : left + width].astype(np.float32)
    margin = 4  # around it, so that the border of the photo is a border as well
    framed = cv2.copyMakeBorder(part, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=0)
    large = cv2.resize(framed, None, fx=_UPSCALING, fy=_UPSCALING, interpolation=cv2.INTER_LINEAR)
    smooth = cv2.GaussianBlur(large, (0, 0), _UPSCALING)
    found, levels = cv2.findContours((smooth >= 0.5).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if levels is None:
        return [], np.zeros((0, 4), np.int32)
    shift = np.array([left - margin, top - margin]) * _UPSCALING
    limits = np.array(pixels.shape[::-1]) * _UPSCALING - 1
    return [(contour[:, 0] + shift).clip(0, limits).astype(np.float64) for contour in found], levels[0]


def _smoothed(line: Points, sigma: float) -> Points:
    """Return a closed polyline [K, 2] smoothed along itself."""
    reach = min(int(3 * sigma) + 1, (len(line) - 1) // 2)
    if reach < 1:
        return line
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    wrapped = np.concatenate([line[-reach:], line, line[:reach]])
    kernel = weights / weights.sum()
    return np.stack([np.convolve(wrapped[:, axis], kernel, mode="valid") for axis in (0, 1)], axis=1)


def _cut(line: Points, hole: Points) -> Points:
    """Return a closed polyline that goes around a hole as well, by the shortest cut."""
    distances = np.hypot(*(line[:, None] - hole[None]).transpose(2, 0, 1))
    at, to = np.unravel_index(int(distances.argmin()), distances.shape)
    around = np.concatenate([hole[to:], hole[: to + 1]])
    return np.concatenate([line[: at + 1], around, line[at:]])
