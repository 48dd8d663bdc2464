"""The filled areas of a drawing as hatching that a pen can draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from taureau.document import Drawing, Stroke, vanishes
from taureau.export.errors import ExportError
from taureau.export.machines.pen_paths import polyline
from taureau.export.paper import PAPER_COLOR
from taureau.export.plotter import is_plotted
from taureau.geometry import Curve, Points
from taureau.geometry.hatching import hatch_lines
from taureau.wording import tr_noop

HATCH_SPACING = 3.5  # widths of the pen between lines, where none is named
_ANGLES = (45.0, 135.0, 0.0, 90.0, 22.5, 112.5, 67.5, 157.5)  # degrees, of the colours in their order
_TOLERANCE = 0.05  # px, by which an area's outline may differ from its curve
_OPAQUE = 0.999  # from which opacity on an area hides what is behind it


def with_hatched_areas(drawing: Drawing, pen: float, spacing: float | None = None) -> Drawing:
    """Return the drawing with hatching instead of its areas, cut where they end and where others lie in front.

    `pen`: the width of the pen, px. `spacing`: px between lines, by default HATCH_SPACING widths of the pen. Each
    colour has an angle of its own; areas in the colour of the paper only hide. Raises ExportError where there is no
    area, for a spacing below the pen's width, and for one with too many lines.
    """
    areas = [stroke for layer in drawing.layers if is_plotted(layer) for stroke in layer.strokes if stroke.filled]
    if not areas:
        raise ExportError(tr_noop("there is nothing to hatch: no visible layer has a filled area"))
    apart = HATCH_SPACING * pen if spacing is None else spacing
    if not apart >= pen:
        raise ExportError(tr_noop("the lines of the hatching would be nearer than the pen is wide: take more spacing"))
    paper = drawing.paper or PAPER_COLOR
    seen = dict.fromkeys(area.color for area in areas if not vanishes(area.color, paper))
    angles = {color: _ANGLES[place % len(_ANGLES)] for place, color in enumerate(seen)}
    hatching: dict[str, tuple[Stroke, ...]] = {}  # by the id of the area
    for area, outline, in_front in _overlapping(areas):
        if area.color in angles:
            try:
                lines = hatch_lines(outline, apart, angles[area.color], in_front=in_front, shortest=pen)
            except ValueError as error:
                raise ExportError(str(error)) from error
            look = (pen, area.color, area.opacity)
            hatching[area.id] = tuple(Stroke(Curve.line(*line), *look, groups=area.groups) for line in lines)
    layers = (
        replace(
            layer,
            strokes=tuple(
                part
                for stroke in layer.strokes
                for part in (hatching.get(stroke.id, ()) if stroke.filled else (stroke,))
            ),
        )
        for layer in drawing.layers
    )
    return replace(drawing, layers=tuple(layers))


def _overlapping(areas: list[Stroke]) -> Iterator[tuple[Stroke, Points, list[Points]]]:
    """Yield areas, the one at the back first, with their outlines and those of the opaque ones before them."""
    outlines = [polyline(area.curve, _TOLERANCE) for area in areas]
    low = np.array([outline.min(axis=0) for outline in outlines])
    high = np.array([outline.max(axis=0) for outline in outlines])
    hides = np.array([area.opacity >= _OPAQUE for area in areas])
    for place, (area, outline) in enumerate(zip(areas, outlines, strict=True)):
        meets = hides & (low <= high[place]).all(axis=1) & (high >= low[place]).all(axis=1)
        meets[: place + 1] = False
        yield area, outline, [outlines[other] for other in np.flatnonzero(meets)]
