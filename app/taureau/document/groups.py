"""Groups of strokes: what is one, and the edits that make and dissolve them.

`Stroke.groups` names the groups that a stroke is in, the outermost first. A group is a run of consecutive strokes of a
layer with the same name at the same depth, so whatever is deleted, moved or inserted, the strokes of a group stay
together, and a name that one stroke alone still has means nothing. `places` are indices of strokes in drawing order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from taureau.document.drawing import Drawing, Layer, Stroke

MAX_GROUPS = 32  # within each other; deeper ones are dissolved when a drawing is saved or read
Path = tuple[str, ...]


def runs(strokes: Sequence[Stroke], depth: int = 0) -> Iterator[range]:
    """Yield the items of a group at this depth as ranges of indices: whole groups, and strokes on their own."""
    numbered = groupby(range(len(strokes)), lambda index: strokes[index].groups[: depth + 1])
    for path, run in numbered:
        indices = list(run)
        if len(path) > depth:
            yield range(indices[0], indices[-1] + 1)
        else:
            yield from (range(index, index + 1) for index in indices)


def with_groups(drawing: Drawing, places: Collection[int], inside: Path = ()) -> frozenset[int]:
    """Return these places and those of all strokes in the groups that they belong to within the group `inside`."""
    wanted = set(places)
    found: set[int] = set()
    strokes = [*drawing.strokes]
    for depth in {0, len(inside)}:
        for run in _places(drawing, depth):
            is_inside = strokes[run.start].groups[: len(inside)] == inside
            if depth == (len(inside) if is_inside else 0) and not wanted.isdisjoint(run):
                found.update(run)
    return frozenset(found)


def group_count(strokes: Sequence[Stroke]) -> int:
    """Return the number of groups of a layer that are not within another."""
    return sum(len(run) > 1 for run in runs(strokes))


def chosen_items(drawing: Drawing, places: Collection[int], inside: Path = ()) -> list[range]:
    """Return what these places are: whole groups, and strokes on their own, as ranges of places.

    Members of the group `inside` are items of their own even if all are chosen.
    """
    chosen = frozenset(places)
    strokes = [*drawing.strokes]
    found: dict[int, range] = {}
    for depth in range(max((len(stroke.groups) for stroke in strokes), default=0) + 1):
        for run in _places(drawing, depth):
            entered = inside and strokes[run.start].groups[: len(inside)] == inside and depth < len(inside)
            if run.start not in found and not entered and chosen.issuperset(run):
                found |= dict.fromkeys(run, run)
    return sorted(set(found.values()), key=lambda run: run.start)


def is_group(drawing: Drawing, places: Collection[int]) -> bool:
    """Return whether any whole group is among these places."""
    return any(len(run) > 1 for run in _whole_runs(drawing, frozenset(places)))


def grouped(drawing: Drawing, places: Collection[int]) -> tuple[Drawing, frozenset[int]]:
    """Return the drawing with these strokes as one group, and their places; unchanged if they are fewer than two items.

    The group lies where the topmost of them was, on its layer; it is inside the group that all of them are in. Groups
    of which all strokes are chosen are kept within it.
    """
    chosen = frozenset(place for place in places if 0 <= place < drawing.stroke_count)
    if len(chosen) < 2 or any(set(run) == chosen for run in _whole_runs(drawing, chosen)):
        return drawing, chosen
    strokes = [*drawing.strokes]
    layer, first = _layer_of(drawing, max(chosen))
    parent = _parent(drawing, chosen)
    name = next(free_names(drawing.strokes))
    bare = _without_parts(drawing, chosen, len(parent))
    new = tuple(
        replace(strokes[place], groups=(*parent, name, *bare[place].groups[len(parent) :])) for place in sorted(chosen)
    )
    here = drawing.layers[layer].strokes
    top = next(run for run in runs(here, len(parent)) if max(chosen) - first in run)
    kept = [(number, stroke) for number, stroke in enumerate(here) if first + number not in chosen]
    below = tuple(stroke for number, stroke in kept if number < top.stop)
    above = tuple(stroke for number, stroke in kept if number >= top.stop)
    layers, start = [], 0
    for index, before in enumerate(drawing.layers):
        rest = tuple(one for number, one in enumerate(before.strokes, start) if number not in chosen)
        start += len(before.strokes)
        layers.append(replace(before, strokes=(*below, *new, *above) if index == layer else rest))
    at = sum(len(one.strokes) for one in layers[:layer]) + len(below)
    return replace(drawing, layers=settled(layers)), frozenset(range(at, at + len(new)))


def ungrouped(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with the outermost groups dissolved of which all strokes are among these places."""
    if not is_group(drawing, places):
        return drawing
    drawing = replace(drawing, layers=settled(drawing.layers))
    strokes = [*drawing.strokes]
    gone: dict[int, int] = {}  # depth of the dissolved group, by place
    for depth in range(MAX_GROUPS):
        for run in _places(drawing, depth):
            if len(run) > 1 and run.start not in gone and set(run) <= set(places):
                gone |= dict.fromkeys(run, depth)

    def freed(place: int) -> Stroke:
        stroke, depth = strokes[place], gone.get(place)
        if depth is None:
            return stroke
        return replace(stroke, groups=stroke.groups[:depth] + stroke.groups[depth + 1 :])

    return _with(drawing, [freed(place) for place in range(len(strokes))])


def released(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return the drawing with these strokes taken out of the groups of which others are not among them."""
    chosen = frozenset(places)
    bare = _without_parts(drawing, chosen, 0)
    return _with(drawing, [bare.get(place, stroke) for place, stroke in enumerate(drawing.strokes)])


def renewed(strokes: Iterable[Stroke], free: Iterator[str], depth: int = 0) -> tuple[Stroke, ...]:
    """Return the strokes with their groups from `depth` on renamed to the next free names."""
    names: dict[Path, str] = {}

    def renamed(groups: Path) -> Path:
        paths = [groups[: level + 1] for level in range(depth, len(groups))]
        return groups[:depth] + tuple(names.get(path) or names.setdefault(path, next(free)) for path in paths)

    return tuple(replace(one, groups=renamed(one.groups)) if one.groups[depth:] else one for one in strokes)


def free_names(strokes: Iterable[Stroke]) -> Iterator[str]:
    """Yield names for groups that neither a stroke nor a group has: `group1`, `group2`, …"""
    taken = {name for stroke in strokes for name in (stroke.id, *stroke.groups)}
    return (name for name in (f"group{number}" for number in count(1)) if name not in taken)


def settled(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Return the layers with each group named once, and without groups of one item.

    A later group with the name of an earlier one or of a stroke is renamed. Settling again changes nothing.
    """
    strokes = [stroke for layer in layers for stroke in layer.strokes]
    if not any(stroke.groups for stroke in strokes):
        return tuple(layers)
    taken = {stroke.id for stroke in strokes}
    free = free_names(strokes)
    result = []
    for layer in layers:
        groups: list[Path] = [()] * len(layer.strokes)
        _settle(layer.strokes, range(len(layer.strokes)), 0, (), groups, taken, free)
        new = tuple(
            one if one.groups == path else replace(one, groups=path)
            for one, path in zip(layer.strokes, groups, strict=True)
        )
        result.append(replace(layer, strokes=new))
    return tuple(result)


def _settle(
    strokes: Sequence[Stroke],
    around: range,
    depth: int,
    path: Path,
    groups: list[Path],
    taken: set[str],
    free: Iterator[str],
) -> None:
    """Write the paths of the strokes in the range `around`, whose group has the path `path`, to `groups`."""
    for run in runs(strokes[around.start : around.stop], depth):
        here = range(around.start + run.start, around.start + run.stop)
        stroke = strokes[here.start]
        if len(stroke.groups) <= depth:
            groups[here.start] = path
            continue
        name = stroke.groups[depth]
        if len(here) == 1 or (here == around and path) or len(path) == MAX_GROUPS:
            inner = path
        else:
            name = name if name not in taken else next(free)
            taken.add(name)
            inner = (*path, name)
        _settle(strokes, here, depth + 1, inner, groups, taken, free)


def _places(drawing: Drawing, depth: int) -> Iterator[range]:
    """Yield the items at a depth, of all layers, as ranges of places."""
    first = 0
    for layer in drawing.layers:
        yield from (range(first + run.start, first + run.stop) for run in runs(layer.strokes, depth))
        first += len(layer.strokes)


def _whole_runs(drawing: Drawing, chosen: frozenset[int]) -> Iterator[range]:
    """Yield the groups of at least two strokes, at any depth, all of whose strokes are chosen."""
    for depth in range(max((len(stroke.groups) for stroke in drawing.strokes), default=0)):
        yield from (run for run in _places(drawing, depth) if len(run) > 1 and chosen.issuperset(run))


def _layer_of(drawing: Drawing, place: int) -> tuple[int, int]:
    """Return the index of the layer of a stroke, and the place of the layer's first stroke."""
    first = 0
    for index, layer in enumerate(drawing.layers):
        if place < first + len(layer.strokes):
            return index, first
        first += len(layer.strokes)
    raise IndexError(place)


def _parent(drawing: Drawing, chosen: frozenset[int]) -> Path:
    """Return the path of the innermost group that holds all of the chosen strokes and others."""
    path: Path = ()
    stroke = [*drawing.strokes][max(chosen)]
    for depth in range(len(stroke.groups)):
        run = next(run for run in _places(drawing, depth) if max(chosen) in run)
        if not chosen < set(run):
            break
        path = stroke.groups[: depth + 1]
    return path


def _without_parts(drawing: Drawing, chosen: frozenset[int], depth: int) -> dict[int, Stroke]:
    """Return the chosen strokes by place, taken out of the groups from `depth` on that are not chosen as a whole."""
    result = {place: stroke for place, stroke in enumerate(drawing.strokes) if place in chosen}
    strokes = dict(result)
    deepest = max((len(stroke.groups) for stroke in result.values()), default=0)
    for level in range(depth, deepest):
        for run in _places(drawing, level):
            if not chosen.issuperset(run):
                for place in chosen.intersection(run):
                    groups = strokes[place].groups
                    if len(groups) > level:
                        result[place] = replace(strokes[place], groups=groups[:depth] + groups[level + 1 :])
    return result


def _with(drawing: Drawing, strokes: Sequence[Stroke]) -> Drawing:
    """Return the drawing with other strokes in the same places; itself where they are the same."""
    layers, first = [], 0
    for layer in drawing.layers:
        here = tuple(strokes[first : first + len(layer.strokes)])
        first += len(here)
        same = all(one is other for one, other in zip(here, layer.strokes, strict=True))
        layers.append(layer if same else replace(layer, strokes=here))
    return replace(drawing, layers=tuple(layers))
