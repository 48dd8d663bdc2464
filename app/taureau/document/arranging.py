"""Edits of strokes: transform, restyle, reorder, insert and replace. Strokes keep their ids.

`places` are indices of strokes in drawing order, from 0; indices that are out of range are ignored. Strokes that an
edit does not change stay the same objects.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.document.groups import free_names, released, renewed, runs
from taureau.geometry import Affine

_Items = Sequence[Sequence[Stroke]]  # groups, and strokes on their own
_Order = Callable[[_Items, Sequence[bool]], _Items]  # of items, of which the chosen ones move
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
    """Return the drawing with each of these strokes one step later in its layer, past the next unselected item.

    Here and below, a group is one item: it moves as a whole, and strokes that are chosen within one stay within it.
    """
    return _ordered(drawing, places, lambda items, chosen: _sunk(items[::-1], chosen[::-1])[::-1])


def lowered(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with each of these strokes one step earlier in its layer, past the last unselected item."""
    return _ordered(drawing, places, _sunk)


def on_top(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with these strokes last in their layers, in the same order."""
    return _ordered(drawing, places, lambda items, chosen: _parted(items, chosen, first=False))


def at_bottom(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with these strokes first in their layers, in the same order."""
    return _ordered(drawing, places, lambda items, chosen: _parted(items, chosen, first=True))


def inserted(drawing: Drawing, strokes: Iterable[Stroke], layer: int) -> tuple[Drawing, tuple[int, ...]]:
    """Return the drawing with new strokes on top of a layer (its index, bottom first), and their indices.

    A new stroke keeps its id where no stroke of the drawing has it; new groups are renamed where one has their name.
    """
    taken = {stroke.id for stroke in drawing.strokes}
    new = tuple(replace(stroke, id="") if stroke.id in taken else stroke for stroke in strokes)
    groups = {name for stroke in drawing.strokes for name in stroke.groups}
    if any(not groups.isdisjoint(stroke.groups) for stroke in new):
        new = renewed(new, free_names((*drawing.strokes, *new)))
    before = drawing.layers[layer]
    end = _first_places(drawing)[layer] + len(before.strokes)
    result = _with_layer_at(drawing, layer, replace(before, strokes=before.strokes + new))
    return result, tuple(range(end, end + len(new)))


def moved_to_layer(drawing: Drawing, places: Collection[int], layer: int) -> tuple[Drawing, tuple[int, ...]]:
    """Return the drawing with these strokes moved to the top of a layer, and their new indices.

    They leave the groups of which others stay.
    """
    chosen = frozenset(places)
    drawing = released(drawing, chosen)
    moving = [stroke for place, stroke in enumerate(drawing.strokes) if place in chosen]
    return inserted(exchanged(drawing, dict.fromkeys(chosen, ())), moving, layer)


def duplicated(
    drawing: Drawing, places: Collection[int], offset: tuple[float, float]
) -> tuple[Drawing, tuple[int, ...]]:
    """Return the drawing with copies of these strokes, shifted by `offset` px, and the copies' indices.

    A copy lies above its stroke, that of a group above the group, as a group of its own.
    """
    chosen = frozenset(places)
    shift = Affine.translate(*offset)
    free = free_names(drawing.strokes)

    def copied(strokes: Sequence[Stroke], depth: int) -> list[Stroke]:
        copies = (replace(stroke.transformed(shift), gain=None, id="") for stroke in strokes)
        return [*strokes, *renewed(copies, free, depth)]

    layers = []
    for layer, numbered in _numbered(drawing):
        strokes = _by_item(layer.strokes, [place in chosen for place, _ in numbered], copied)
        layers.append(_with_strokes(layer, tuple(strokes)))
    before = {id(stroke) for stroke in drawing.strokes}
    new = (stroke for layer in layers for stroke in layer.strokes)
    copies = tuple(place for place, stroke in enumerate(new) if id(stroke) not in before)
    return replace(drawing, layers=tuple(layers)), copies


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


def _ordered(drawing: Drawing, places: Collection[int], order: _Order) -> Drawing:
    """Return the drawing with the items of each layer, and of each group of it, reordered by `order`."""
    chosen = frozenset(places)
    layers = []
    for layer, numbered in _numbered(drawing):
        strokes = _in_order(layer.strokes, [place in chosen for place, _ in numbered], order)
        layers.append(_with_strokes(layer, tuple(strokes)))
    return replace(drawing, layers=tuple(layers))


def _in_order(strokes: Sequence[Stroke], chosen: Sequence[bool], order: _Order, depth: int = 0) -> list[Stroke]:
    """Return the strokes of a group at this depth with its items reordered by `order`, and those in its groups."""
    items, flags = [], []
    for run in runs(strokes, depth):
        item, marks = strokes[run.start : run.stop], chosen[run.start : run.stop]
        if any(marks) and not all(marks):
            item = _in_order(item, marks, order, depth + 1)
        items.append(item)
        flags.append(all(marks))
    return [stroke for item in order(items, flags) for stroke in item]


def _by_item(
    strokes: Sequence[Stroke],
    chosen: Sequence[bool],
    change: Callable[[Sequence[Stroke], int], Sequence[Stroke]],
    depth: int = 0,
) -> list[Stroke]:
    """Return the strokes with each item that is chosen as a whole replaced by `change`, given it and its depth."""
    result: list[Stroke] = []
    for run in runs(strokes, depth):
        item, marks = strokes[run.start : run.stop], chosen[run.start : run.stop]
        if all(marks):
            result += change(item, depth)
        else:
            result += _by_item(item, marks, change, depth + 1) if any(marks) else item
    return result


def _sunk(items: _Items, chosen: Sequence[bool]) -> _Items:
    """Return the items with the chosen ones one step earlier; those at the beginning stay."""
    pairs = list(zip(items, chosen, strict=True))
    for here in range(1, len(pairs)):
        if pairs[here][1] and not pairs[here - 1][1]:
            pairs[here - 1], pairs[here] = pairs[here], pairs[here - 1]
    return [item for item, _ in pairs]


def _parted(items: _Items, chosen: Sequence[bool], *, first: bool) -> _Items:
    pairs = list(zip(items, chosen, strict=True))
    return [item for item, is_chosen in sorted(pairs, key=lambda pair: pair[1] is not first)]


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
