"""What becomes of a drawing's strokes when a round eraser passes over them."""

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
    """The strokes whose ink an eraser of `radius` px meets on its way along the polyline `path` [K, 2], by place,
    each with what remains of it: for `exchanged`, where the first part keeps the id.

    With `whole` nothing of them does. Strokes on hidden and locked layers are passed over.
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
