"""Areas: closed strokes that are filled, and the layer of them under a drawing's lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taureau.document.drawing import Drawing, Layer, Stroke

AREAS = "Colours"  # the name of their layer


def line_indices(drawing: Drawing) -> tuple[int, ...]:
    """Return the indices of the strokes that are no areas, on layers that can be edited, in drawing order."""
    strokes = ((layer, stroke) for layer in drawing.layers for stroke in layer.strokes)
    return tuple(index for index, (layer, stroke) in enumerate(strokes) if layer.editable and not stroke.filled)


def area_count(drawing: Drawing) -> int:
    """Return the number of strokes in the layer of areas."""
    return sum(len(layer.strokes) for layer in drawing.layers if _holds_areas(layer))


def with_areas(drawing: Drawing, areas: Sequence[Stroke]) -> Drawing:
    """Return the drawing with these areas under its lines, in place of those that it had.

    They are on a layer of their own, which is locked, so that lines are selected and drawn above them; without areas
    there is no such layer.
    """
    layers = [layer for layer in drawing.layers if not _holds_areas(layer)]
    before = next((layer for layer in drawing.layers if _holds_areas(layer)), Layer(AREAS, locked=True))
    if areas:
        layers.insert(0, replace(before, strokes=tuple(areas)))
    return replace(drawing, layers=tuple(layers))


def _holds_areas(layer: Layer) -> bool:
    return layer.name == AREAS and all(stroke.filled for stroke in layer.strokes)
