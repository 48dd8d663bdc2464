"""Thin contours: ridges of soft maps, and outlines of masks."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float32]
_SMOOTH = 1.2  # px, Gaussian smoothing before ridge detection
_FAINT, _CLEAR = 0.22, 0.7  # ridge heights mapped to strength 0 and 1
_SOFT = 0.9  # px, Gaussian blur of the one-px lines
_BESIDE = 3  # px on both sides of the outline in which other ridges are suppressed


def target_contours(levels: Map, share: Map) -> Map:
    """The contour target [H, W], 0 … 1, from a teacher's contour map and the subject's alpha.

    It consists of the subject's outline and the ridges of the map inside the subject; lines are about two px wide.
    """
    outline = outline_of(share)
    near = cv2.dilate((outline > 0).astype(np.uint8), _disc(_BESIDE)) > 0
    inside = np.where((share > 0.5) & ~near, ridges(levels), 0)
    return softened(np.maximum(outline, inside))


def outline_of(share: Map) -> Map:
    """1 on mask pixels with a neighbour outside the mask, [H, W]; the image border does not count as outside."""
    mask = (share > 0.5).astype(np.uint8)
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    return (mask - cv2.erode(mask, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=1)).astype(np.float32)


def ridges(levels: Map, *, faint: float = _FAINT, clear: float = _CLEAR) -> Map:
    """Ridges of a map [H, W], one px wide; ridge heights from `faint` to `clear` are mapped to 0 … 1."""
    smooth = cv2.GaussianBlur(levels, (0, 0), _SMOOTH)
    xx = cv2.Sobel(smooth, cv2.CV_32F, 2, 0, ksize=5)
    yy = cv2.Sobel(smooth, cv2.CV_32F, 0, 2, ksize=5)
    xy = cv2.Sobel(smooth, cv2.CV_32F, 1, 1, ksize=5)
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2  # eigenvector of the smallest eigenvalue: across the ridge
    x, y = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    columns, rows = np.meshgrid(*(np.arange(length, dtype=np.float32) for length in levels.shape[::-1]))
    ahead = cv2.remap(smooth, columns + x, rows + y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    behind = cv2.remap(smooth, columns - x, rows - y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    ridge = (smooth > ahead) & (smooth >= behind)
    strength = ((smooth - faint) / (clear - faint)).clip(0, 1)
    thin: Map = np.where(ridge, strength, 0).astype(np.float32)
    return thin


def softened(thin: Map) -> Map:
    """One-px lines, blurred and rescaled so that the centre of a straight line keeps its value."""
    soft: Map = cv2.GaussianBlur(thin, (0, 0), _SOFT) * (_SOFT * np.sqrt(2 * np.pi))
    return soft.clip(0, 1).astype(np.float32)


def _disc(radius: int) -> NDArray[np.uint8]:
    disc: NDArray[np.uint8] = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    return disc
