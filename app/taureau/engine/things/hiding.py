"""What a thing hides of the things behind it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.document import Stroke
from taureau.geometry import Affine, Curve
from taureau.geometry.erasing import parts_outside, spans_outside, whole_span
from taureau.geometry.fit import bernstein

_FINE = 4  # cells of the mask per px
_GAP = 5.0  # px: gaps of an outline that are closed before it is filled
_STEP = 0.4  # px between two looks along a stroke
_CRUMB = 3.0  # px; shorter remains of a stroke are dropped
_LINE = bernstein(np.linspace(0, 1, 65))

Strokes = NDArray[np.float64]  # [N, 4, 2], px of the sheet
Region = NDArray[np.bool_]  # [_FINE · side, _FINE · side]


def silhouette(strokes: Strokes, side: float, halo: float) -> Region:
    """Return where a drawing lies on a square sheet of `side` px: inside its closed outlines, and within `halo` px.

    Outlines with gaps of a few px count as closed; what lies open covers no more than its lines.
    """
    size = round(side * _FINE)
    lines = np.round(_LINE @ strokes * _FINE).astype(np.int32)
    edge = round((halo + _GAP) * _FINE)
    sheet = np.zeros((size + 2 * edge, size + 2 * edge), np.uint8)  # room around it: a line at the edge is no wall
    cv2.polylines(sheet, list(lines + edge), False, 1, max(1, round(2 * halo * _FINE)))
    reach = round(_GAP * _FINE / 2)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    closed = cv2.morphologyEx(sheet, cv2.MORPH_CLOSE, disc)
    outside = np.zeros((size + 2 * edge + 2, size + 2 * edge + 2), np.uint8)
    filled = closed.copy()
    cv2.floodFill(filled, outside, (0, 0), 2)
    return np.asarray(filled[edge:-edge, edge:-edge] != 2)


def uncovered(strokes: Strokes, covered: Region) -> Strokes:
    """Return the parts of strokes that lie outside a region, as strokes; short remains are dropped."""
    outside = partial(_outside, covered=covered)
    parts = [
        part.points
        for stroke in strokes
        for part in parts_outside(Curve(stroke), outside, _STEP, crumb=_CRUMB)
        if len(part.points) == 4
    ]
    return np.stack(parts) if parts else np.zeros((0, 4, 2))


def remains(stroke: Stroke, to_sheet: Affine, covered: Region) -> tuple[Stroke, ...]:
    """Return the parts of a stroke of a document that lie outside a region of the sheet; itself where nothing is cut.

    The parts have the stroke's id, of which a drawing gives all but the first another.
    """
    curve = to_sheet.curve(stroke.curve)
    spans = spans_outside(curve, partial(_outside, covered=covered), _STEP, crumb=_CRUMB)
    if spans == (whole_span(curve),):
        return (stroke,)
    return tuple(replace(stroke.between(*span), gain=None) for span in spans)


def _outside(points: NDArray[np.float64], *, covered: Region) -> NDArray[np.bool_]:
    cells = np.clip((points * _FINE).astype(int), 0, len(covered) - 1)
    return np.asarray(~covered[cells[:, 1], cells[:, 0]])
