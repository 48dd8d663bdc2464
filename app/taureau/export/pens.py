"""Layers as plotters want them: one for each pen, labels beginning with numbers of their own."""

from __future__ import annotations

from dataclasses import replace

from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.geometry import decimal_text

_WIDTH_DECIMALS = 2  # of a mm, by which pens are told apart


def by_pen(drawing: Drawing) -> Drawing:
    """The same strokes in a layer for each colour and width, in the order in which the pens are first needed.

    Layers whose names begin with % are not plotted and stay as they are, behind the others.
    """
    pens: dict[str, list[Stroke]] = {}
    for layer in drawing.layers:
        for stroke in () if is_silent(layer) else layer.strokes:
            pens.setdefault(pen_name(stroke), []).append(stroke)
    layers = tuple(Layer(name, tuple(strokes)) for name, strokes in pens.items())
    return replace(drawing, layers=layers + tuple(layer for layer in drawing.layers if is_silent(layer)))


def numbered(drawing: Drawing) -> Drawing:
    """The drawing with a number behind each % too: plotters' programs know a layer by the first digits in its label.

    The other layers are numbered when they are written.
    """
    layers = (
        replace(layer, name=f"%{number}-{layer.name[1:]}") if is_silent(layer) else layer
        for number, layer in enumerate(drawing.layers, 1)
    )
    return replace(drawing, layers=tuple(layers))


def is_silent(layer: Layer) -> bool:
    """Whether plotters leave this layer out."""
    return layer.name.startswith("%")


def pen_name(stroke: Stroke) -> str:
    """What a pen is known by, such as "#141414 0.5 mm"."""
    return f"{stroke.color} {decimal_text(stroke.width * MM_PER_PX, _WIDTH_DECIMALS)} mm"
