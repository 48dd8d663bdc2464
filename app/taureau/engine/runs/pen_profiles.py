"""The width of new strokes along their length, set at the end of a run: strokes are moved with a constant width."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.document import PENS, Drawing, Emphasis, Stroke
from taureau.engine.scene.scene import CANVAS, Map
from taureau.geometry import Affine, Curve

_SAMPLES = 24  # along a stroke, at which the photo's edges are looked at
_NEAR = 3.0  # canvas px, from a stroke to the edge that it draws
_SMOOTH = 0.12  # of a stroke's length, over which contrasts are averaged
_MEETING = 1.5  # widths between ends that meet
_SPREAD = 0.3  # emphasis for one standard deviation of the drawing's contrasts


def with_profiles(drawing: Drawing, known: Collection[str], to_canvas: Affine, contrast: Map | None) -> Drawing:
    """Return the drawing with the profile of its pen in each stroke that has a pen and none, except those `known`.

    `contrast` [S, S] is the weight of the photo's edges on the canvas; lines are heavier where it is more. Without a
    photo they live as under a hand. `known` are ids.
    """
    new = [stroke for stroke in drawing.strokes if stroke.pen and not stroke.profile and stroke.id not in known]
    if not new:
        return drawing
    free = _free_ends([*drawing.strokes], new)
    emphases = dict.fromkeys((stroke.id for stroke in new), None) | _emphases(new, to_canvas, contrast)

    def penned(stroke: Stroke) -> Stroke:
        if stroke.id not in emphases or stroke.pen is None:
            return stroke
        profile = PENS[stroke.pen].profile(stroke.curve, stroke.width, emphases[stroke.id], free=free[stroke.id])
        return replace(stroke, profile=profile)

    layers = tuple(replace(layer, strokes=tuple(map(penned, layer.strokes))) for layer in drawing.layers)
    return replace(drawing, layers=layers)


def _free_ends(strokes: list[Stroke], new: list[Stroke]) -> dict[str, tuple[bool, bool]]:
    """Return whether the start and the end of each new stroke meet no end of another stroke, by id."""
    ends = np.array([point for stroke in strokes for point in (stroke.curve.start, stroke.curve.end)])
    owners = np.array([stroke.id for stroke in strokes]).repeat(2)

    def is_free(stroke: Stroke, end: NDArray[np.float64]) -> bool:
        near = np.hypot(*(ends - end).T) < _MEETING * stroke.width
        return not bool((near & (owners != stroke.id)).any())

    return {one.id: (is_free(one, one.curve.start), is_free(one, one.curve.end)) for one in new}


def _emphases(strokes: list[Stroke], to_canvas: Affine, contrast: Map | None) -> dict[str, Emphasis | None]:
    """Return how heavy each stroke is along its length, by id, relative to all of them."""
    if contrast is None:
        return {}
    scale = len(contrast) / CANVAS
    size = 2 * round(_NEAR * scale / 2) + 1
    near = cv2.dilate(contrast.astype(np.float32), np.ones((size, size), np.uint8))
    shares = np.linspace(0, 1, _SAMPLES)
    found = np.stack([_along(near, to_canvas.curve(stroke.curve), shares, scale) for stroke in strokes])
    level, spread = float(found.mean()), max(float(found.std()), 1e-6)
    heavy = np.clip(0.5 + _SPREAD * (found - level) / spread, 0, 1)
    return {
        stroke.id: tuple(zip(shares.tolist(), row.tolist(), strict=True))
        for stroke, row in zip(strokes, heavy, strict=True)
    }


def _along(near: Map, curve: Curve, shares: NDArray[np.float64], scale: float) -> NDArray[np.float64]:
    """Return the smoothed contrast at shares of the length of a curve in canvas px."""
    places = np.clip((curve.at(curve.parameters(shares)) * scale).astype(int), 0, len(near) - 1)
    values = near[places[:, 1], places[:, 0]].astype(np.float64)
    reach = max(1, round(_SMOOTH * len(shares)))
    return np.convolve(np.pad(values, reach, mode="edge"), np.full(2 * reach + 1, 1 / (2 * reach + 1)), mode="valid")
