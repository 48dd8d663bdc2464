"""Line art as input: pen on paper, chalk on a board, a scan; whether a picture is that, and where its ink lies."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.edges import Array
from taureau.perception.plain_ground import color_field
from taureau.photo.lab import lab_of

_WORK = 480  # px, the longer side at which a picture is judged
_COARSE = 120  # px, the longer side at which the paper behind the ink is estimated
_PAPER_TOLERANCES = (40.0, 20.0, 12.0)  # L*a*b* distances within which a pixel counts as paper, fit after fit
_INK = 25.0  # L*a*b* distance from the paper from which a pixel is ink
_FAINT = 10.0  # L*a*b* distance below which it is paper
_LEAST_INK, _MOST_INK = 0.003, 0.3  # share of the picture
_MOST_FAINT = 0.35  # of the ink's area: antialiased edges, but not the tones of a photo
_WIDEST = 0.035  # of the longer side: wider marks are filled shapes
_WIDTH_RATIO, _MOST_WIDE = 2.1, 0.15  # ink so much further inside than in a typical line, as a share of all ink
_COLOR_SPREAD = 12.5  # L*a*b* distance within which most of the ink has one colour


@dataclass(frozen=True, eq=False)
class LineArt:
    """The ink of a picture made of lines."""

    ink: Array  # [H, W], 0 … 1
    width: float  # px, of a typical line


def find_line_art(photo: NDArray[np.uint8]) -> LineArt | None:
    """Return the ink of an sRGB picture [H, W, 3] of thin lines of one colour on plain paper, else None.

    Paper may be light or dark, and unevenly lit.
    """
    return trace_ink(photo) if _is_line_art(photo) else None


def trace_ink(photo: NDArray[np.uint8]) -> LineArt:
    """Return the ink of an sRGB picture [H, W, 3], taking whatever differs from the paper around it for ink."""
    distance = _from_paper(photo)
    half = _half_widths(distance > _INK)[1]
    width = max(2 * float(np.median(half)) - 1, 1.0) if half.size else 1.0
    return LineArt(((distance - _FAINT) / (2 * _INK - _FAINT)).clip(0, 1).astype(np.float32), width)


def _is_line_art(photo: NDArray[np.uint8]) -> bool:
    longer = max(photo.shape[:2])
    if longer > _WORK:
        size = tuple(max(1, round(side * _WORK / longer)) for side in photo.shape[1::-1])
        photo, longer = cv2.resize(photo, size, interpolation=cv2.INTER_AREA), _WORK
    distance = _from_paper(photo)
    ink = distance > _INK
    faint = int(((distance > _FAINT) & ~ink).sum())
    if not _LEAST_INK < ink.mean() < _MOST_INK or faint > _MOST_FAINT * ink.sum():
        return False
    depth, half = _half_widths(ink)
    typical = float(np.median(half))
    wide = int((depth > _WIDTH_RATIO * typical).sum())
    if 2 * typical > max(_WIDEST * longer, 3.0) or wide > _MOST_WIDE * ink.sum():
        return False
    lab = lab_of(photo)[depth >= typical]
    spread = np.sqrt(((lab - np.median(lab, axis=0)) ** 2).sum(-1))
    return bool(np.percentile(spread, 75) < _COLOR_SPREAD)


def _half_widths(ink: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Return how far inside the ink each pixel lies [H, W], and that of the centre lines' pixels alone [K], px."""
    depth = cv2.distanceTransform(ink.astype(np.uint8), cv2.DIST_L2, 5)
    centre = (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))) & ink
    return depth, depth[centre]


def _from_paper(photo: NDArray[np.uint8]) -> Array:
    """Return the L*a*b* distance of each pixel from the paper, [H, W]; the paper may be unevenly lit."""
    lab = lab_of(photo)
    height, width = photo.shape[:2]
    scale = min(1.0, _COARSE / max(height, width))
    coarse = cv2.resize(
        lab, (max(1, round(width * scale)), max(1, round(height * scale))), interpolation=cv2.INTER_AREA
    )
    paper, _ = color_field(coarse, np.ones(coarse.shape[:2], dtype=bool), _PAPER_TOLERANCES)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    distance: Array = np.sqrt(((lab - paper) ** 2).sum(-1)).astype(np.float32)
    return distance
