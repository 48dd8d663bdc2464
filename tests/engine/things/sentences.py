"""Sentences with two things, two colours and a relation, and a checker that reads the finished document.

The checker shares nothing with the program that draws: it knows colours by their hue and relations by boxes.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from taureau.document import Drawing, Layer

NOUNS = (
    "cup", "table", "dog", "cat", "tree", "house", "car", "boat", "chair", "ball", "fish", "flower", "star", "cloud",
    "book", "bottle", "umbrella", "apple", "clock", "bicycle", "mountain", "box", "butterfly", "key",
)  # fmt: skip
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "grey")
RELATIONS = {
    "on": "on", "on top of": "on", "under": "under", "below": "under", "above": "above", "beside": "beside",
    "next to": "beside", "near": "beside", "left of": "left", "to the left of": "left", "right of": "right",
    "on the right of": "right", "in front of": "front", "behind": "behind", "in": "in",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    sentence: str
    things: tuple[str, str]  # nouns, the one that the relation places first
    colours: tuple[str, str]
    relation: str


def cases(count: int, seed: int = 0) -> Iterator[Case]:
    """Yield sentences of different forms with two different nouns and colours."""
    random = np.random.default_rng(seed)
    for _ in range(count):
        first, second = (NOUNS[number] for number in random.choice(len(NOUNS), 2, replace=False))
        one, other = (COLOURS[number] for number in random.choice(len(COLOURS), 2, replace=False))
        words = list(RELATIONS)[random.integers(len(RELATIONS))]
        a, b = f"{_article(one)} {one} {first}", f"{_article(other)} {other} {second}"
        forms = [f"{a} {words} {b}"]
        if words.startswith(("left", "right", "behind", "in front")):
            forms.append(f"{b}, {words} it {a}")
        if words in ("under", "behind", "above"):
            forms.append(f"{words} {b}, {a}")
        sentence = forms[random.integers(len(forms))]
        yield Case(sentence, (first, second), (one, other), RELATIONS[words])


def faults(case: Case, drawing: Drawing) -> list[str]:
    """Return what is wrong in the document that was drawn for a sentence."""
    found: list[Layer] = []
    for noun, colour in zip(case.things, case.colours, strict=True):
        named = [layer for layer in drawing.layers if layer.strokes and noun in layer.name.split()]
        if len(named) != 1:
            return [f"{len(named)} layers with the {noun}"]
        found += named
        seen = {colour_name(stroke.color) for stroke in named[0].strokes}
        if seen != {colour}:
            return [f"the {noun} is {' and '.join(sorted(seen))}, not {colour}"]
    if len([layer for layer in drawing.layers if layer.strokes]) != 2:
        return ["there are other things"]
    a, b = (_box(layer) for layer in found)
    return [] if _holds(case.relation, a, b) else [f"the {case.things[0]} is not {case.relation} the {case.things[1]}"]


def colour_name(color: str) -> str:
    """Return the name of a colour, "#rrggbb", by its hue, saturation and value."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    degrees = 360 * hue
    if saturation < 0.15:
        return "black" if value < 0.3 else "grey"
    if 10 <= degrees < 40 and value < 0.65:
        return "brown"
    if degrees >= 310 or degrees < 10:
        return "pink" if value > 0.85 and saturation < 0.7 else "red"
    bounds = ((38, "orange"), (65, "yellow"), (170, "green"), (255, "blue"), (310, "purple"))
    return next(name for upper, name in bounds if degrees < upper)


def _holds(relation: str, a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    """Return whether a box stands in a relation to another; boxes are left, top, right, bottom, y down."""
    across = min(a[2], b[2]) - max(a[0], b[0])  # by which they overlap
    down = min(a[3], b[3]) - max(a[1], b[1])
    middle_a, middle_b = ((a[0] + a[2]) / 2, (a[1] + a[3]) / 2), ((b[0] + b[2]) / 2, (b[1] + b[3]) / 2)
    height = b[3] - b[1]
    match relation:
        case "on":
            return across > 0 and a[1] < b[1] and abs(a[3] - b[1]) < 0.15 * height
        case "above":
            return across > 0 and a[3] < b[1]
        case "under":
            return across > 0 and middle_a[1] > middle_b[1] + 0.1 * height
        case "left":
            return a[2] < b[0] and down > 0
        case "right":
            return a[0] > b[2] and down > 0
        case "beside":
            return across < 0 < down and -across < max(a[2] - a[0], b[2] - b[0])
        case "front":
            return across > 0 and down > 0 and a[3] > b[3]
        case "behind":
            return across > 0 and a[3] < b[3] and a[1] < b[1]
        case "in":
            return a[0] > b[0] and a[1] > b[1] and a[2] < b[2] and a[3] < b[3]
    raise ValueError(relation)


def _box(layer: Layer) -> tuple[float, ...]:
    points = np.concatenate([stroke.curve.sample(24) for stroke in layer.strokes])
    return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"
