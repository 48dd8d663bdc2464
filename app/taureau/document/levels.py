"""Subsets of a drawing's strokes: a prefix, or all but some."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from taureau.document.drawing import Drawing


def prefix(drawing: Drawing, count: int) -> Drawing:
    """Return the drawing with its first `count` lines, an earlier state if strokes were added one by one.

    Ground layers stay whole.
    """
    is_line = [not layer.ground for layer in drawing.layers for _ in layer.strokes]
    gone = frozenset([place for place, is_one in enumerate(is_line) if is_one][count:])
    return _only(drawing, lambda place: place not in gone)


def without(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing without the strokes at these indices, in drawing order from 0."""
    gone = frozenset(places)
    return _only(drawing, lambda place: place not in gone)


def spare(costs: Sequence[float], loss: float, kept: Collection[int] = ()) -> list[int]:
    """Return the indices of the strokes, except `kept`, that can be removed within an increase of the loss; one stays.

    `costs`, in drawing order: the increase of the loss when a stroke and all that cost less are removed.
    """
    going = [place for place, cost in enumerate(costs) if cost <= loss and place not in kept]
    if len(going) == len(costs) and going:
        going.remove(max(going, key=costs.__getitem__))
    return going


def _only(drawing: Drawing, stays: Callable[[int], bool]) -> Drawing:
    layers = []
    place = 0
    for layer in drawing.layers:
        strokes = tuple(stroke for number, stroke in enumerate(layer.strokes, place) if stays(number))
        place += len(layer.strokes)
        layers.append(layer if len(strokes) == len(layer.strokes) else replace(layer, strokes=strokes))
    return replace(drawing, layers=tuple(layers))
