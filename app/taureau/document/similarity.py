"""Strokes that are alike in one respect."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Literal

from taureau.document.drawing import Drawing, Stroke
from taureau.document.svg.terms import DECIMALS

Respect = Literal["colour", "width", "pen", "layer"]
_KEYS: Mapping[Respect, Callable[[int, Stroke], Hashable]] = {  # of the index of its layer and a stroke
    "colour": lambda layer, stroke: stroke.color,
    "width": lambda layer, stroke: round(stroke.width, DECIMALS),
    "pen": lambda layer, stroke: stroke.pen,
    "layer": lambda layer, stroke: layer,
}


def similar(drawing: Drawing, places: Collection[int], respect: Respect) -> frozenset[int]:
    """Return the places of all strokes that are like one of these in colour, width, pen or layer, these included."""
    key = _KEYS[respect]
    keys = [key(layer, stroke) for layer, one in enumerate(drawing.layers) for stroke in one.strokes]
    wanted = {keys[place] for place in places if 0 <= place < len(keys)}
    return frozenset(place for place, one in enumerate(keys) if one in wanted)
