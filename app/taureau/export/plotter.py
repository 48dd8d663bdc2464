"""Drawings for pen plotters: one numbered layer per pen, of lines that a pen can draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.export.errors import ExportError
from taureau.geometry import decimal_text
from taureau.wording import said

Progress = Callable[[float], None]  # told how much is done, 0 … 1

_WIDTH_DECIMALS = 2  # of a mm, by which pens are told apart
_FAINTEST = 0.0005  # opacity of a stroke that an SVG still shows


def by_pen(drawing: Drawing) -> Drawing:
    """Return the drawing with one layer per colour and width, in the order in which these pens are first used.

    Layers whose names begin with % are not plotted; they stay as they are, after the others.
    """
    pens: dict[str, list[Stroke]] = {}
    for layer in drawing.layers:
        for stroke in () if is_silent(layer) else layer.strokes:
            pens.setdefault(pen_name(stroke), []).append(stroke)
    layers = tuple(Layer(name, tuple(strokes)) for name, strokes in pens.items())
    return replace(drawing, layers=layers + tuple(layer for layer in drawing.layers if is_silent(layer)))


def numbered(drawing: Drawing) -> Drawing:
    """Return the drawing with a number after each %: plotter software knows a layer by the first digits of its label.

    The other layers are numbered when they are written.
    """
    layers = (
        replace(layer, name=f"%{number}-{layer.name[1:]}") if is_silent(layer) else layer
        for number, layer in enumerate(drawing.layers, 1)
    )
    return replace(drawing, layers=tuple(layers))


def is_silent(layer: Layer) -> bool:
    """Return whether plotters skip this layer."""
    return layer.name.startswith("%")


def is_plotted(layer: Layer) -> bool:
    """Return whether a plotter draws this layer."""
    return layer.visible and bool(layer.strokes) and not is_silent(layer)


def pen_name(stroke: Stroke) -> str:
    """Return the name of the pen that draws a stroke, such as "#141414 0.5 mm"."""
    return f"{stroke.color} {decimal_text(stroke.width * MM_PER_PX, _WIDTH_DECIMALS)} mm"


def without_unseen(drawing: Drawing) -> Drawing:
    """Return the drawing without strokes that cannot be seen, for a pen would draw them."""
    return _with_those(drawing, lambda stroke: stroke.opacity >= _FAINTEST)


def without_areas(drawing: Drawing) -> Drawing:
    """Return the drawing without areas, of which a pen draws nothing but hatching."""
    return _with_those(drawing, lambda stroke: not stroke.filled)


def middle_lines(drawing: Drawing) -> Drawing:
    """Return the drawing with strokes of constant width and plain ink, for the pen in the plotter has its own."""
    layers = (
        replace(layer, strokes=tuple(replace(one, profile=None, pen=None) for one in layer.strokes))
        for layer in drawing.layers
    )
    return replace(drawing, layers=tuple(layers))


def _with_those(drawing: Drawing, kept: Callable[[Stroke], bool]) -> Drawing:
    layers = (replace(layer, strokes=tuple(filter(kept, layer.strokes))) for layer in drawing.layers)
    return replace(drawing, layers=tuple(layers))


def resumed(drawing: Drawing, first: int) -> Drawing:
    """Return the drawing from its plotted stroke number `first` on, from 1; raises ExportError where it has fewer."""
    passed, layers = 0, []
    for layer in drawing.layers:
        if not is_silent(layer):
            kept = layer.strokes[max(0, first - 1 - passed) :]
            passed += len(layer.strokes)
            layer = replace(layer, strokes=kept)
        layers.append(layer)
    if first > passed:
        raise ExportError(
            said("the plot has only {passed} strokes: it cannot start from number {first}", passed=passed, first=first)
        )
    return replace(drawing, layers=tuple(layers))
