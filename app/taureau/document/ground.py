"""Ground layers: areas and tone beneath a drawing's lines, each on a layer of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from taureau.document.drawing import Drawing, Layer, Stroke

Ground = Literal["Colours", "Tone"]  # the names of the layers, the lower one first
GROUNDS: tuple[Ground, ...] = ("Colours", "Tone")


def line_indices(drawing: Drawing) -> tuple[int, ...]:
    """Return the indices of the lines that can be edited, in drawing order."""
    layers = (layer for layer in drawing.layers for _ in layer.strokes)
    return tuple(index for index, layer in enumerate(layers) if layer.editable and not layer.ground)


def ground_count(drawing: Drawing, name: Ground) -> int:
    """Return the number of strokes in the ground layer of this name, 0 without one."""
    return sum(len(layer.strokes) for layer in drawing.layers if _is(layer, name))


def with_ground(drawing: Drawing, name: Ground, strokes: Sequence[Stroke]) -> Drawing:
    """Return the drawing with these strokes on the ground layer of this name, in place of those that it had.

    Ground layers lie beneath all others in the order of GROUNDS, and are locked, so that lines are selected and drawn
    above them. Without strokes there is no such layer.
    """
    before = next((layer for layer in drawing.layers if _is(layer, name)), Layer(name, locked=True, ground=True))
    layers = [layer for layer in drawing.layers if not _is(layer, name)]
    if strokes:
        beneath = GROUNDS[: GROUNDS.index(name)]
        layers.insert(
            sum(layer.ground and layer.name in beneath for layer in layers), replace(before, strokes=tuple(strokes))
        )
    return replace(drawing, layers=tuple(layers))


def _is(layer: Layer, name: Ground) -> bool:
    return layer.ground and layer.name == name
