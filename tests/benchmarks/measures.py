"""Numbers for a drawing, made without the engine's own edges or losses wherever that can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.feature import canny
from taureau.geometry import Curve

_NEAR = 2.0  # px at the canvas's 224
_KINK = np.pi / 3  # a turn over 60° …
_WITHIN = 3.0  # … within so many px
_FINE = 10  # steps to a px at which strokes are laid over each other: lines that only touch share no ink


@dataclass(frozen=True)
class Measures:
    """All lengths in px of a 224 px canvas."""

    recall: float  # share of the masked photo's edge pixels with a stroke within 2 px
    precision: float  # share of the strokes' length with an edge within 2 px
    turning: float  # mean over strokes of ∫|κ| ds, mean absolute curvature times length, radians
    kinks: int  # turns over 60° within 3 px
    overlap: float  # share of the inked area that more than one stroke covers


def measure(curves: Sequence[Curve], edges: NDArray[np.bool_], *, width: float) -> Measures:
    """`curves` in canvas px, `edges` [224, 224], `width` of the strokes in canvas px."""
    fine = [curve.sample(400) for curve in curves]
    places = np.concatenate(fine)
    column, row = np.floor(places).astype(int).clip(0, edges.shape[0] - 1).T
    to_edge = cv2.distanceTransform((~edges).astype(np.uint8), cv2.DIST_L2, 5)
    inked = np.ones(edges.shape, dtype=np.uint8)
    inked[row, column] = 0
    to_stroke = cv2.distanceTransform(inked, cv2.DIST_L2, 5)
    weights = np.concatenate([np.hypot(*np.gradient(points, axis=0).T) for points in fine])
    covered = np.zeros([side * _FINE for side in edges.shape], dtype=np.uint8)
    for points in fine:
        covered += _ink(points, edges.shape, width)
    turns = [_turns(points) for points in fine]
    return Measures(
        recall=float((to_stroke[edges] <= _NEAR).mean()) if edges.any() else 0.0,
        precision=float(np.average(to_edge[row, column] <= _NEAR, weights=weights)),
        turning=float(np.mean([turning for turning, _ in turns])),
        kinks=sum(kinks for _, kinks in turns),
        overlap=float((covered > 1).sum() / max((covered > 0).sum(), 1)),
    )


def photo_edges(image: NDArray[np.uint8], mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Canny edges (σ 2) of an sRGB image [H, W, 3] whose background is painted white."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float64) / 255
    found: NDArray[np.bool_] = canny(np.where(mask, grey, 1.0), sigma=2.0)
    return found


def _turns(points: NDArray[np.float64]) -> tuple[float, int]:
    """The whole turning of a polyline in radians, and how many kinks it has."""
    steps = np.diff(points, axis=0)
    lengths = np.hypot(*steps.T)
    steps, lengths = steps[lengths > 1e-9], lengths[lengths > 1e-9]
    if len(steps) < 2:
        return 0.0, 0
    heading = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    along = np.cumsum(lengths)
    later = np.searchsorted(along, along + _WITHIN).clip(0, len(along) - 1)
    sharp = np.abs(heading[later] - heading) > _KINK
    kinks = int(sharp[0]) + int((np.diff(sharp.astype(int)) == 1).sum())
    return float(np.abs(np.diff(heading)).sum()), kinks


def _ink(points: NDArray[np.float64], shape: tuple[int, ...], width: float) -> NDArray[np.uint8]:
    """What a stroke along these points covers on a sheet [H · _FINE, W · _FINE]: 0 or 1."""
    sheet = np.zeros([side * _FINE for side in shape], dtype=np.uint8)
    path = np.round((points * _FINE - 0.5) * 16).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(sheet, [path], False, 1, max(1, round(width * _FINE)), cv2.LINE_8, 4)
    return sheet
