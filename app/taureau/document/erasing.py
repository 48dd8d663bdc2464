"""Erasing parts of strokes with a round eraser."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from taureau.document.drawing import Drawing, Stroke
from taureau.geometry.erasing import remaining_spans, whole_span

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
                parts = remains(stroke, line, radius, crumb=crumb)
                if parts != (stroke,):
                    becomes[place] = () if whole else parts
            place += 1
    return becomes


def remains(stroke: Stroke, path: ArrayLike, radius: float, *, crumb: float = CRUMB) -> tuple[Stroke, ...]:
    """Return what an eraser of `radius` px leaves of a stroke along the polyline `path` [K, 2]; itself if untouched.

    The parts have the stroke's id, and those parts of its profile; of several none has its gain.
    """
    spans = remaining_spans(stroke.curve, path, radius + stroke.widest / 2, crumb=crumb)
    if spans == (whole_span(stroke.curve),):
        return (stroke,)
    gain = stroke.gain if len(spans) == 1 else None
    return tuple(replace(stroke.between(*span), gain=gain) for span in spans)
