"""A finished drawing with the tone of its photo under the lines."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from taureau.document import Drawing, with_ground
from taureau.engine.scene.subject import subject_of
from taureau.engine.tone.limits import DEFAULT_LEVELS, Tone
from taureau.engine.tone.toned import toned
from taureau.perception.eye import own_eye

if TYPE_CHECKING:
    from taureau.engine.request import SketchRequest

_FINER = 0.5  # of the lines' width, the pen of the tone where none is given


def with_photo_tone(
    drawing: Drawing,
    request: SketchRequest,
    tone: Tone,
    *,
    levels: int = DEFAULT_LEVELS,
    spacing: float | None = None,
    pens: Sequence[str] = (),
) -> Drawing:
    """Return the drawing with the photo's dark parts toned under its lines, on a ground layer.

    Its pen is half as wide as the lines; its lines are `spacing` px of the document apart, by default DEFAULT_SPACING
    widths of the pen. `pens`: the colours, "#rrggbb", that it is separated to; none: ink. Raises ValueError as `toned`,
    and where the request has no photo.
    """
    photo = request.photo
    if photo is None:
        raise ValueError("tone is taken from a photo: give one, or leave it out")
    subject = subject_of(own_eye(), photo, request.mask, request.mode, request.alpha)
    size = (drawing.width, drawing.height)
    width = tone_pen(drawing) if spacing is None else min(tone_pen(drawing), spacing)
    strokes = toned(photo, subject.mask, size, tone, pen_width=width, spacing=spacing, levels=levels, pens=pens)
    facts = {**drawing.facts, "tone": f"{tone}:{levels}"}
    return replace(with_ground(drawing, "Tone", strokes), facts=MappingProxyType(facts))


def tone_pen(drawing: Drawing) -> float:
    """Return the width of the pen for the tone under a drawing's lines, px."""
    widths = [stroke.width for stroke in drawing.lines]
    return _FINER * (statistics.median_low(widths) if widths else 0.006 * max(drawing.width, drawing.height))
