"""Edits of strokes: transform, restyle, reorder, insert and replace. Strokes keep their ids.

`places` are indices of strokes in drawing order, from 0; indices that are out of range are ignored. Strokes that an
edit does not change stay the same objects.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.geometry import Affine

_THINNEST = 1e-3  # px; a stroke that is squeezed flat keeps this much of its width


def transformed(drawing: Drawing, places: Collection[int], affine: Affine) -> Drawing:
    """Return the drawing with these strokes mapped; their widths are scaled by the map's mean scale.

    Raises ValueError when a point is not finite after it.
    """

    def moved(stroke: Stroke) -> Stroke:
        there = stroke.transformed(affine)
        return replace(there, width=max(there.width, min(stroke.width, _THINNEST)))

    return _changed(drawing, places, moved)


def restyled(
    drawing: Drawing,
    places: Collection[int],
    *,
    width: float | None = None,  # px, > 0
    color: str | None = None,  # "#rrggbb"
    opacity: float | None = None,  # 0 … 1
) -> Drawing:
    """Return the drawing with these strokes restyled; None leaves an attribute as it is."""

    def styled(stroke: Stroke) -> Stroke:
        new = replace(
            stroke,
            width=stroke.width if width is None else width,
            color=stroke.color if color is None else color.lower(),
            opacity=stroke.opacity if opacity is None else opacity,
        )
        same = (new.width, new.color, new.opacity) == (stroke.width, stroke.color, stroke.opacity)
        return stroke if same else new

    return _changed(drawing, places, styled)


def raised(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with each of these strokes one step later in its layer, past the next unselected one."""
    return _ordered(drawing, places, lambda strokes, chosen: _sunk(strokes[::-1], chosen[::-1])[::-1])


def lowered(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with each of these strokes one step earlier in its layer, past the previous unselected one."""
    return _ordered(drawing, places, _sunk)


def on_top(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with these strokes last in their layers, in the same order."""
    return _ordered(drawing, places, lambda strokes, chosen: _parted(strokes, chosen, first=False))


def at_bottom(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with these strokes first in their layers, in the same order."""
    return _ordered(drawing, places, lambda strokes, chosen: _parted(strokes, chosen, first=True))


def inserted(drawing: Drawing, strokes: Iterable[Stroke], layer: int) -> tuple[Drawing, tuple[int, ...]]:
    """Return the drawing with new strokes on top of a layer (its index, bottom first), and their indices.

    A new stroke keeps its id where no stroke of the drawing has it.
    """
    taken = {stroke.id for stroke in drawing.strokes}
    new = tuple(replace(stroke, id="") if stroke.id in taken else stroke for stroke in strokes)
    before = drawing.layers[layer]
    end = _first_places(drawing)[layer] + len(before.strokes)
    result = _with_layer_at(drawing, layer, replace(before, strokes=before.strokes + new))
    return result, tuple(range(end, end + len(new)))


def moved_to_layer(drawing: Drawing, places: Collection[int], layer: int) -> tuple[Drawing, tuple[int, ...]]:
    """Return the drawing with these strokes moved to the top of a layer, and their new indices."""
    chosen = frozenset(places)
    moving = [stroke for place, stroke in enumerate(drawing.strokes) if place in chosen]
    return inserted(exchanged(drawing, dict.fromkeys(chosen, ())), moving, layer)


def duplicated(
    drawing: Drawing, places: Collection[int], offset: tuple[float, float]
) -> tuple[Drawing, tuple[int, ...]]:
    """Return the drawing with a copy above each of these strokes, shifted by `offset` px, and the copies' indices."""
    chosen = sorted({place for place in places if 0 <= place < drawing.stroke_count})
    strokes = list(drawing.strokes)
    shift = Affine.translate(*offset)
    pairs = {place: (strokes[place], replace(strokes[place].transformed(shift), gain=None, id="")) for place in chosen}
    return exchanged(drawing, pairs), tuple(place + number for number, place in enumerate(chosen, 1))


def exchanged(drawing: Drawing, becomes: Mapping[int, Stroke | Sequence[Stroke]]) -> Drawing:
    """Return the drawing with the stroke at each of these indices replaced by another, by several, or by none.

    Of several with the same id the first keeps it.
    """

    def those(place: int, stroke: Stroke) -> Sequence[Stroke]:
        new = becomes.get(place, stroke)
        return (new,) if isinstance(new, Stroke) else new

    layers = []
    for layer, numbered in _numbered(drawing):
        strokes = tuple(one for place, stroke in numbered for one in those(place, stroke))
        layers.append(_with_strokes(layer, strokes))
    return replace(drawing, layers=tuple(layers))


def _changed(drawing: Drawing, places: Collection[int], change: Callable[[Stroke], Stroke]) -> Drawing:
    chosen = frozenset(places)
    return exchanged(
        drawing, {place: change(stroke) for place, stroke in enumerate(drawing.strokes) if place in chosen}
    )


def _ordered(
    drawing: Drawing,
    places: Collection[int],
    order: Callable[[Sequence[Stroke], Sequence[bool]], Sequence[Stroke]],
) -> Drawing:
    """Return the drawing with each layer's strokes reordered by `order`, given the strokes and which are chosen."""
    chosen = frozenset(places)
    layers = []
    for layer, numbered in _numbered(drawing):
        strokes = order(layer.strokes, [place in chosen for place, _ in numbered])
        layers.append(_with_strokes(layer, tuple(strokes)))
    return replace(drawing, layers=tuple(layers))


def _sunk(strokes: Sequence[Stroke], chosen: Sequence[bool]) -> Sequence[Stroke]:
    """Return the strokes with the chosen ones one step earlier; those at the beginning stay."""
    pairs = list(zip(strokes, chosen, strict=True))
    for here in range(1, len(pairs)):
        if pairs[here][1] and not pairs[here - 1][1]:
            pairs[here - 1], pairs[here] = pairs[here], pairs[here - 1]
    return [stroke for stroke, _ in pairs]


def _parted(strokes: Sequence[Stroke], chosen: Sequence[bool], *, first: bool) -> Sequence[Stroke]:
    pairs = list(zip(strokes, chosen, strict=True))
    return [stroke for stroke, is_chosen in sorted(pairs, key=lambda pair: pair[1] is not first)]


def _numbered(drawing: Drawing) -> Iterator[tuple[Layer, list[tuple[int, Stroke]]]]:
    """Yield each layer with its strokes and their indices."""
    for layer, first in zip(drawing.layers, _first_places(drawing), strict=True):
        yield layer, list(enumerate(layer.strokes, first))


def _first_places(drawing: Drawing) -> list[int]:
    """Return the index of each layer's first stroke."""
    firsts, place = [], 0
    for layer in drawing.layers:
        firsts.append(place)
        place += len(layer.strokes)
    return firsts


def _with_strokes(layer: Layer, strokes: tuple[Stroke, ...]) -> Layer:
    """Return the layer with these strokes; the same object where they are the same."""
    same = len(strokes) == len(layer.strokes) and all(a is b for a, b in zip(strokes, layer.strokes, strict=True))
    return layer if same else replace(layer, strokes=strokes)


def _with_layer_at(drawing: Drawing, index: int, layer: Layer) -> Drawing:
    layers = list(drawing.layers)
    layers[index] = layer
    return replace(drawing, layers=tuple(layers))
