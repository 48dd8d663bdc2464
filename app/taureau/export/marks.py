"""Registration marks: by which the plots of several pens are laid upon each other."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Literal, get_args

from taureau.document import MM_PER_PX, Drawing, Layer
from taureau.export.errors import ExportError
from taureau.export.machines import Machine
from taureau.export.plotter import is_plotted
from taureau.geometry import Box, Curve, Point, bounds
from taureau.wording import said, tr_noop

Marks = Literal["corners", "crosses"]
MARKS: tuple[Marks, ...] = get_args(Marks)

_GAP_MM = 3.0  # between the drawing and its marks, at least
_ARM_MM = 5.0  # of an angle, or of half a cross


def with_marks(drawing: Drawing, marks: Marks, machine: Machine | None) -> Drawing:
    """Return the drawing on its page with marks at the four corners around it, which each pen draws first.

    They lie outside the drawing, on the page and, where there is a machine, on its bed. Raises ExportError where there
    is no room for them.
    """
    drawn = [stroke for layer in drawing.layers if is_plotted(layer) for stroke in layer.strokes]
    if not drawn:
        raise ExportError(tr_noop("there is nothing to plot: no visible layer has a stroke that a pen can draw"))
    boxes = [bounds(stroke.curve).grown(stroke.widest / 2) for stroke in drawn]
    half_pen = max(stroke.widest for stroke in drawn) / 2
    arm = _ARM_MM / MM_PER_PX
    outside = arm if marks == "crosses" else 0.0  # of the frame: as far as a mark reaches
    frame = reduce(Box.union, boxes).grown(_GAP_MM / MM_PER_PX + half_pen + outside)
    _check_room(frame.grown(outside + half_pen), drawing, machine)
    layers = (_marked(layer, _curves(marks, frame, arm)) if is_plotted(layer) else layer for layer in drawing.layers)
    return replace(drawing, layers=tuple(layers))


def _marked(layer: Layer, curves: list[list[Curve]]) -> Layer:
    """Return a layer that begins with marks in its own ink, from corner to corner, the last one near its strokes."""
    first = layer.strokes[0]
    near = min(range(4), key=lambda corner: float(abs(curves[corner][0].points[0] - first.curve.start).sum()))
    around = [curves[(near + 1 + step) % 4] for step in range(4)]
    marks = (replace(first, curve=curve, groups=(), id="") for corner in around for curve in corner)
    return replace(layer, strokes=(*marks, *layer.strokes))


def _curves(marks: Marks, frame: Box, arm: float) -> list[list[Curve]]:
    """Return the curves of each corner, clockwise from the left above."""
    corners = (
        (frame.left, frame.top),
        (frame.right, frame.top),
        (frame.right, frame.bottom),
        (frame.left, frame.bottom),
    )
    inward = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    if marks == "crosses":
        return [[_line((x - arm, y), (x + arm, y)), _line((x, y - arm), (x, y + arm))] for x, y in corners]
    arm = min(arm, frame.width / 3, frame.height / 3)
    return [
        [_line((x + right * arm, y), (x, y), (x, y + down * arm))]
        for (x, y), (right, down) in zip(corners, inward, strict=True)
    ]


def _line(*points: Point) -> Curve:
    segments = [Curve.line(start, end).points for start, end in pairwise(points)]
    return Curve.from_segments(segments)


def _check_room(frame: Box, drawing: Drawing, machine: Machine | None) -> None:
    """Raise ExportError unless the frame lies on the page and on the machine's bed."""
    width, height = drawing.width, drawing.height
    lacking = max(-frame.left, -frame.top, frame.right - width, frame.bottom - height)
    if lacking > 0:
        raise ExportError(
            said(
                "the registration marks need {lacking:.1f} mm more around the drawing: take larger margins, or a "
                "smaller size",
                lacking=lacking * MM_PER_PX,
            )
        )
    left, top, right, bottom = (side * MM_PER_PX for side in (frame.left, frame.top, frame.right, frame.bottom))
    if machine is not None and not machine.reaches(left, top, right, bottom, height * MM_PER_PX):
        raise ExportError(
            said(
                "the registration marks leave the bed of {name}: take a smaller page or size, or turn the page",
                name=machine.name,
            )
        )
