"""The drawing of a description: each thing drawn by itself, put in its place, and cut where another hides it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from taureau.document import Layer, Stroke
from taureau.engine.things.hiding import Region, silhouette, uncovered
from taureau.engine.things.layout import laid_out
from taureau.engine.things.sentence import Description
from taureau.engine.things.shares import shared
from taureau.geometry import Affine, Box, Curve, bounds_of

HALO = 2.0  # px between a thing in front and what it hides
_FLAT = 0.12  # of the other side, that a drawing is wide and high at least

Strokes = NDArray[np.float64]  # [N, 4, 2]


@dataclass(frozen=True, eq=False)
class DrawnThing:
    """One thing of a drawing; what is behind comes before what is in front."""

    name: str  # "dog 1", unique
    phrase: str  # what was decoded
    colour: str | None  # "#rrggbb"; None: the pen's
    strokes: Strokes  # px of the sheet
    whole: Box  # px of the sheet, with what is hidden


def composed(
    description: Description,
    drawings: Mapping[str, Strokes],  # by phrase, of any size and in any place
    side: float,  # px, of the sheet
    strokes: int,
    as_many: Callable[[Strokes, int], Strokes],  # a drawing with so many strokes
) -> list[DrawnThing]:
    """Return the things of a description, from the back to the front.

    Each is drawn with its share of the strokes, by how many its drawing has, and with `ENOUGH` at least; where that is
    more than there are, there will be more. Of a thing that is there several times every second one is mirrored.
    """
    boxes = {phrase: box_of(drawing) for phrase, drawing in drawings.items()}
    places = laid_out(description, {phrase: box.width / box.height for phrase, box in boxes.items()}, side)
    phrases = [thing.phrase for thing in description.things for _ in thing.names]
    colours = [thing.colour for thing in description.things for _ in thing.names]
    turns = [number % 2 == 1 for thing in description.things for number in range(thing.count)]
    shares = shared([len(drawings[phrase]) for phrase in phrases], strokes)
    names = names_of(description)
    front_first = sorted(range(len(places)), key=lambda number: -places[number].depth)
    drawn: list[DrawnThing] = []
    hiding: list[tuple[int, Region]] = []  # of what is drawn, its depth and what it covers
    for number in front_first:
        phrase, place = phrases[number], places[number]
        visible = moved(drawings[phrase], boxes[phrase], place.box, mirrored=turns[number])
        for depth, region in hiding:
            if depth > place.depth:
                visible = uncovered(visible, region)
        if len(visible):
            drawn.append(
                DrawnThing(names[number], phrase, colours[number], as_many(visible, shares[number]), place.box)
            )
            hiding.append((place.depth, silhouette(drawn[-1].strokes, side, HALO)))
    return drawn[::-1]


def layers(things: Sequence[DrawnThing], to_document: Affine, pen: Stroke) -> tuple[Layer, ...]:
    """Return a layer for each thing, of its name and in its colour, drawn with a pen."""
    return tuple(
        Layer(
            thing.name,
            tuple(
                replace(pen, curve=Curve(to_document.points(stroke)), color=thing.colour or pen.color)
                for stroke in thing.strokes
            ),
        )
        for thing in things
    )


def names_of(description: Description) -> list[str]:
    """Return the name of each thing, each of several; those that several have get a number."""
    names = [name for thing in description.things for name in thing.names]
    times, seen = Counter(names), Counter[str]()
    unique = []
    for name in names:
        seen[name] += 1
        unique.append(f"{name} {seen[name]}" if times[name] > 1 else name)
    return unique


def box_of(drawing: Strokes) -> Box:
    """Return the box of a drawing, no flatter than `_FLAT`: a line lies in the middle of its box."""
    box = bounds_of(Curve(stroke) for stroke in drawing)
    assert box is not None, "a drawing has strokes"
    least = _FLAT * max(box.width, box.height, 1.0)
    wide, high = max(0.0, least - box.width) / 2, max(0.0, least - box.height) / 2
    return Box(box.left - wide, box.top - high, box.right + wide, box.bottom + high)


def moved(drawing: Strokes, box: Box, to: Box, *, mirrored: bool) -> Strokes:
    """Return a drawing with one of its boxes moved and scaled onto another."""
    scale = np.array([(-1 if mirrored else 1) * to.width / box.width, to.height / box.height])
    return np.asarray((drawing - box.center) * scale + to.center)
