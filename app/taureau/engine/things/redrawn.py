"""One thing of a drawing drawn differently, in its place, while the others stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from taureau.document import Drawing, Layer
from taureau.engine.things.composed import HALO, Strokes, box_of, moved, names_of
from taureau.engine.things.hiding import Region, remains, silhouette, uncovered
from taureau.engine.things.layout import laid_out
from taureau.engine.things.sentence import described
from taureau.engine.things.thing_facts import facts_of, is_thing, whole_box
from taureau.geometry import Affine, Box, Curve


@dataclass(frozen=True)
class ThingLayer:
    """A layer that holds one thing of a composed drawing."""

    phrase: str  # what the decoder draws: "a dog"
    depth: int  # as in Placed
    mirrored: bool
    carries: bool  # another thing stands on it


def thing_layers(drawing: Drawing) -> dict[int, ThingLayer]:
    """Return the things of a composed drawing by the index of their layers, which have strokes."""
    description = described(drawing.facts.get("prompt", ""))
    phrases = {thing.phrase: 1.0 for thing in description.things}
    places = laid_out(description, phrases, 1.0)  # the depths depend on no proportions
    carrying = {relation.relative_to for relation in description.relations if relation.place == "on"}
    each = [
        (thing.phrase, number % 2 == 1, group in carrying)
        for group, things in enumerate(description.groups)
        for thing in things
        for number in range(thing.count)
    ]
    found = {
        name: ThingLayer(phrase, place.depth, mirrored, carries)
        for name, place, (phrase, mirrored, carries) in zip(names_of(description), places, each, strict=True)
    }
    return {
        index: found[layer.name]
        for index, layer in enumerate(drawing.layers)
        if layer.strokes and layer.name in found and is_thing(drawing.facts, layer.name)
    }


def redrawn(
    drawing: Drawing,
    index: int,  # of the thing's layer
    drawn: Strokes,  # of any size and in any place
    style: str,
    to_sheet: Affine,  # a square
    side: float,  # px of that square
    as_many: Callable[[Strokes, int], Strokes],  # as in `composed`
) -> Drawing | None:
    """Return the drawing with another drawing of one thing, in the box and in as many strokes as before.

    Its strokes have the style of the first of the layer. It is cut where visible things in front hide it, and what it
    hides of the things behind is cut, but on locked layers. None where all of it would be hidden.
    """
    things = thing_layers(drawing)
    layer, thing = drawing.layers[index], things[index]
    whole = whole_box(drawing.facts, layer.name, box_of(_strokes(layer, to_sheet)))
    visible = _fitted(drawn, whole, thing)
    for other in (number for number, one in things.items() if one.depth > thing.depth):
        if drawing.layers[other].visible:
            visible = uncovered(visible, silhouette(_strokes(drawing.layers[other], to_sheet), side, HALO))
    if not len(visible):
        return None
    strokes = as_many(visible, len(layer.strokes))
    to_document = to_sheet.inverse()
    pen = replace(layer.strokes[0], id="", groups=(), gain=None)
    layers = list(drawing.layers)
    layers[index] = replace(
        layer, strokes=tuple(replace(pen, curve=Curve(to_document.points(stroke))) for stroke in strokes)
    )
    covered = silhouette(strokes, side, HALO)
    for behind in (number for number, one in things.items() if one.depth < thing.depth):
        if not layers[behind].locked:
            layers[behind] = _cut(layers[behind], covered, to_sheet)
    facts = {**drawing.facts, **facts_of(layer.name, style, whole, box_of(strokes))}
    return replace(drawing, layers=tuple(layers), facts=MappingProxyType(facts))


def _fitted(drawn: Strokes, whole: Box, thing: ThingLayer) -> Strokes:
    """Return a drawing in its own proportions in a box, on its lower edge, or at its upper one if it carries others."""
    box = box_of(drawn)
    scale = min(whole.width / box.width, whole.height / box.height)
    half, height, (x, _) = scale * box.width / 2, scale * box.height, whole.center
    top = whole.top if thing.carries else whole.bottom - height
    return moved(drawn, box, Box(x - half, top, x + half, top + height), mirrored=thing.mirrored)


def _cut(layer: Layer, covered: Region, to_sheet: Affine) -> Layer:
    strokes = tuple(part for stroke in layer.strokes for part in remains(stroke, to_sheet, covered))
    return layer if strokes == layer.strokes else replace(layer, strokes=strokes)


def _strokes(layer: Layer, to_sheet: Affine) -> Strokes:
    return np.concatenate([to_sheet.curve(stroke.curve).segments for stroke in layer.strokes])
