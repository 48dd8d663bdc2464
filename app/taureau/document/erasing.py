"""Erasing parts of strokes with a round eraser."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from taureau.document.drawing import Drawing, Stroke
from taureau.geometry.erasing import remains

CRUMB = 1.0  # px; shorter remains of a stroke are dropped


def erased(
    drawing: Drawing, path: ArrayLike, radius: float, *, whole: bool = False, crumb: float = CRUMB
) -> dict[int, tuple[Stroke, ...]]:
    """Return what remains of each stroke that an eraser of `radius` px touches along the polyline `path` [K, 2].

    The result is by stroke index, for `exchanged`, where the first part keeps the id. With `whole`, touched strokes are
    removed entirely. Strokes on hidden and locked layers are left alone.
    """
    line = np.asarray(path, dtype=np.float64).reshape(-1, 2)
    becomes: dict[int, tuple[Stroke, ...]] = {}
    place = 0
    for layer in drawing.layers:
        for stroke in layer.strokes:
            if layer.editable:
                parts = remains(stroke.curve, line, radius + stroke.width / 2, crumb=crumb)
                if parts != (stroke.curve,):
                    gain = stroke.gain if len(parts) == 1 else None
                    becomes[place] = () if whole else tuple(replace(stroke, curve=part, gain=gain) for part in parts)
            place += 1
    return becomes
