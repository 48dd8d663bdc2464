"""The tone of a photo's subject as strokes of a pen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from taureau.document import INK, Stroke
from taureau.engine.tone.darkness import Darkness, darkness_of
from taureau.engine.tone.limits import DEFAULT_LEVELS, DEFAULT_SPACING, FINEST, Tone
from taureau.engine.tone.separation import separated
from taureau.geometry import Curve


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
    pens: Sequence[str] = (),
    on_dark: bool = False,
) -> tuple[Stroke, ...]:
    """Return strokes over the dark parts of an sRGB photo [H, W, 3] under a document of this size, px.

    `mask` [H, W] is True on the subject, None: everywhere. `spacing`: document px between lines in the lightest of
    1 … MAX_LEVELS levels, by default DEFAULT_SPACING widths of the pen, FINEST of the document at least. `pens`:
    the colours, "#rrggbb", of which each part of the tone takes the one that fits the photo there; none: all in
    `color`. `on_dark`: tone the light parts instead, as chalk on a blackboard does. Raises ValueError for other
    numbers of levels, and a spacing below the pen's width or the finest one.
    """
    finest = FINEST * max(size)
    apart = max(DEFAULT_SPACING * pen_width, finest) if spacing is None else spacing
    if not apart >= pen_width > 0:
        raise ValueError("lines of tone must be at least as far apart as the pen is wide: give a larger spacing")
    if apart < finest:
        raise ValueError(f"lines of tone must be at least {finest:.2g} px apart here: give a larger spacing")
    darkness = darkness_of(photo, mask, *size, negative=on_dark)
    parts = separated(darkness, photo, pens, on_dark=on_dark) if pens else [(color, darkness)]
    return tuple(Stroke(curve, pen_width, pen) for pen, part in parts for curve in _curves(part, tone, apart, levels))


def _curves(darkness: Darkness, tone: Tone, spacing: float, levels: int) -> list[Curve]:
    match tone:
        case "form":
            from taureau.engine.tone.form import along_form

            return along_form(darkness, spacing, levels)
        case "stipple":
            from taureau.engine.tone.stippling import stippled

            return stippled(darkness, spacing, levels)
        case _:
            from taureau.engine.tone.hatching import hatched

            return hatched(darkness, spacing, levels, crossed=tone == "cross")
