"""Fewer strokes of a drawing: its first ones, or all but some, such as those that bring little."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from taureau.document.drawing import Drawing


def prefix(drawing: Drawing, count: int) -> Drawing:
    """The first `count` strokes in drawing order, in their layers: an earlier state of a drawing that grew."""
    return _only(drawing, lambda place: place < count)


def without(drawing: Drawing, places: Collection[int]) -> Drawing:
    """The drawing without the strokes at these places, counted in drawing order from 0."""
    gone = frozenset(places)
    return _only(drawing, lambda place: place not in gone)


def spare(costs: Sequence[float], loss: float, kept: Collection[int] = ()) -> list[int]:
    """The places of the strokes that may go, those of `kept` apart, for so much of the loss; one always stays.

    `costs`: by drawing order, what the loss rises by once the stroke is gone, and with it all that cost less.
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
