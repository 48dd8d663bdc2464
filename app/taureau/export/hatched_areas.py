"""The filled areas of a drawing as hatching that a pen can draw."""

from __future__ import annotations

from dataclasses import replace

from taureau.document import Drawing, Layer, Stroke, vanishes
from taureau.export.errors import ExportError
from taureau.export.machines.pen_paths import polyline
from taureau.export.paper import PAPER_COLOR
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
    areas = [stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes if stroke.filled]
    if not areas:
        raise ExportError(tr_noop("there is nothing to hatch: no visible layer has a filled area"))
    apart = HATCH_SPACING * pen if spacing is None else spacing
    if not apart >= pen:
        raise ExportError(tr_noop("the lines of the hatching would be nearer than the pen is wide: take more spacing"))
    paper = drawing.paper or PAPER_COLOR
    seen = list(dict.fromkeys(area.color for area in areas if not vanishes(area.color, paper)))
    angles = {color: _ANGLES[place % len(_ANGLES)] for place, color in enumerate(seen)}
    outlines = {area.id: polyline(area.curve, _TOLERANCE) for area in areas}
    hiding: list[Points] = []  # the areas in front of the next one
    layers: list[Layer] = []
    for layer in reversed(drawing.layers):
        strokes: list[Stroke] = []
        for stroke in reversed(layer.strokes):
            if not stroke.filled:
                strokes.append(stroke)
            elif layer.visible:
                outline = outlines[stroke.id]
                if stroke.color in angles:
                    lines = _lines(outline, apart, angles[stroke.color], hiding, pen)
                    strokes += [_hatch_stroke(stroke, line, pen) for line in reversed(lines)]
                if stroke.opacity >= _OPAQUE:
                    hiding.append(outline)
        layers.append(replace(layer, strokes=tuple(reversed(strokes))))
    return replace(drawing, layers=tuple(reversed(layers)))


def _hatch_stroke(area: Stroke, line: Points, pen: float) -> Stroke:
    return Stroke(Curve.line(*line), pen, area.color, area.opacity, groups=area.groups)


def _lines(outline: Points, spacing: float, degrees: float, hiding: list[Points], pen: float) -> list[Points]:
    low, high = outline.min(axis=0), outline.max(axis=0)
    near = [other for other in hiding if (other.min(axis=0) <= high).all() and (other.max(axis=0) >= low).all()]
    try:
        return hatch_lines(outline, spacing, degrees, in_front=near, shortest=pen)
    except ValueError as error:
        raise ExportError(str(error)) from error
