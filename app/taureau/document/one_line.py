"""A drawing as a single line, or as few: its strokes in an order without lifts, and bridges between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from taureau.cancellation import Cancellation
from taureau.document.drawing import Drawing, Stroke
from taureau.flow import DEFAULT_FLOW, MAX_FLOW, MAX_JOINED
from taureau.geometry import Box, Points
from taureau.geometry.one_line import lines_through


def one_line(
    drawing: Drawing,
    *,
    flow: float = DEFAULT_FLOW,
    pen_downs: int = 1,
    contours: Sequence[Points] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Drawing:
    """Return the drawing with its lines joined into at most `pen_downs` strokes.

    `flow`: 0 keeps every stroke and only adds bridges, up to MAX_FLOW corners are rounded more generously, and less is
    drawn twice. `contours` [K, 2] each, px: lines of the subject that bridges may follow. Joined are the lines that can
    be edited, into strokes of the one pen that draws most of them, even along their length, on the uppermost of their
    layers; layers that become empty are removed. Ground layers and areas stay as they are.
    Raises ValueError for other numbers, and for a drawing without lines or with more than MAX_JOINED; CancelledError.
    """
    _check(flow, pen_downs)
    joined = joinable(drawing)
    if not joined:
        raise ValueError("there is nothing to join: the drawing has no line that is shown and not locked")
    if len(joined) > MAX_JOINED:
        raise ValueError(f"at most {MAX_JOINED} strokes become one line, not {len(joined)}: merge or prune them first")
    pen = _main_pen(joined)
    lines = lines_through(
        [stroke.curve for stroke in joined],
        pen=pen.width,
        flow=flow / MAX_FLOW,
        lines=pen_downs,
        sheet=Box(0, 0, drawing.width, drawing.height).grown(-pen.width / 2),
        contours=() if contours is None else contours,
        checkpoint=Cancellation(cancelled).checkpoint,
    )
    strokes = tuple(replace(pen, curve=line, gain=None, id="", groups=(), profile=None) for line in lines)
    gone = {stroke.id for stroke in joined}
    top = max(index for index, layer in enumerate(drawing.layers) if any(one.id in gone for one in layer.strokes))
    layers = []
    for index, layer in enumerate(drawing.layers):
        kept = tuple(stroke for stroke in layer.strokes if stroke.id not in gone)
        if index == top:
            layers.append(replace(layer, strokes=kept + strokes))
        elif kept or not layer.strokes:
            layers.append(replace(layer, strokes=kept))
    facts = {**drawing.facts, "one-line": f"{flow:g}:{pen_downs}"}
    return replace(drawing, layers=tuple(layers), facts=MappingProxyType(facts))


def joinable(drawing: Drawing) -> tuple[Stroke, ...]:
    """Return the strokes that become one line: those of visible, unlocked layers of lines, without areas.

    Layers whose names begin with %, which plotters skip, are no part of it.
    """
    layers = (one for one in drawing.layers if one.editable and not one.ground and not one.name.startswith("%"))
    return tuple(stroke for layer in layers for stroke in layer.strokes if not stroke.filled)


def _check(flow: float, pen_downs: int) -> None:
    """Raise ValueError unless the flow is within 0 … MAX_FLOW and there is at least one pen-down."""
    if not 0 <= flow <= MAX_FLOW:
        raise ValueError(f"the flow must be from 0 (faithful) to {MAX_FLOW:g} (flowing), not {flow:g}")
    if pen_downs < 1:
        raise ValueError(f"a drawing takes at least 1 line, not {pen_downs}")


def _main_pen(strokes: Sequence[Stroke]) -> Stroke:
    """Return a stroke with the colour, width, opacity and pen that draw the longest way."""
    lengths: dict[tuple[object, ...], float] = defaultdict(float)
    first: dict[tuple[object, ...], Stroke] = {}
    for stroke in strokes:
        kind = stroke.color, round(stroke.width, 3), stroke.opacity, stroke.pen
        lengths[kind] += stroke.curve.length()
        first.setdefault(kind, stroke)
    return first[max(lengths, key=lambda kind: lengths[kind])]
