"""The tone of a photo's subject as strokes of a pen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.document import INK, Stroke
from taureau.engine.tone.darkness import darkness_of
from taureau.engine.tone.limits import DEFAULT_LEVELS, DEFAULT_SPACING, Tone


def toned(
    photo: NDArray[np.uint8],
    mask: NDArray[np.bool_] | None,
    size: tuple[float, float],
    tone: Tone,
    *,
    pen_width: float,
    spacing: float | None = None,
    levels: int = DEFAULT_LEVELS,
    color: str = INK,
    on_dark: bool = False,
) -> tuple[Stroke, ...]:
    """Return strokes over the dark parts of an sRGB photo [H, W, 3] under a document of this size, px.

    `mask` [H, W] is True on the subject, None: everywhere. `spacing`: document px between lines in the lightest of
    1 … MAX_LEVELS levels, by default DEFAULT_SPACING widths of the pen. `on_dark`: tone the light parts
    instead, as chalk on a blackboard does. Raises ValueError for other numbers of levels,
    and a spacing below the pen's width.
    """
    apart = DEFAULT_SPACING * pen_width if spacing is None else spacing
    if not apart >= pen_width > 0:
        raise ValueError("lines of tone must be at least as far apart as the pen is wide: give a larger spacing")
    darkness = darkness_of(photo, mask, *size, negative=on_dark)
    match tone:
        case "form":
            from taureau.engine.tone.form import along_form

            curves = along_form(darkness, apart, levels)
        case "stipple":
            from taureau.engine.tone.stippling import stippled

            curves = stippled(darkness, apart, levels)
        case _:
            from taureau.engine.tone.hatching import hatched

            curves = hatched(darkness, apart, levels, crossed=tone == "cross")
    return tuple(Stroke(curve, pen_width, color) for curve in curves)
