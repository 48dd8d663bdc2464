"""Scenes of two coloured shapes with sentences that describe them, and false sentences with one exchange."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from training.pictures.renders import SIDE

COLOURS = {
    "red": (214, 40, 40),
    "blue": (40, 80, 200),
    "green": (50, 150, 60),
    "yellow": (245, 205, 50),
    "orange": (240, 130, 30),
    "purple": (130, 60, 170),
    "pink": (245, 140, 180),
    "brown": (120, 75, 40),
    "black": (25, 25, 25),
    "grey": (140, 140, 140),
}
SHAPES = ("circle", "square", "triangle", "star", "heart", "diamond", "hexagon", "cross")
# The place of the first thing relative to the second, and the step from the second to the first, y down.
PLACES = {
    "above": (0, -1),
    "on top of": (0, -1),
    "below": (0, 1),
    "under": (0, 1),
    "to the left of": (-1, 0),
    "to the right of": (1, 0),
}
_OPPOSITE = {
    "above": "below",
    "on top of": "under",
    "below": "above",
    "under": "on top of",
    "to the left of": "to the right of",
    "to the right of": "to the left of",
}
_FINE = 3  # supersampling factor


@dataclass(frozen=True)
class Thing:
    """A shape of a colour."""

    colour: str
    shape: str

    def __str__(self) -> str:
        article = "an" if self.colour[0] in "aeiou" else "a"
        return f"{article} {self.colour} {self.shape}"


@dataclass(frozen=True)
class Pair:
    """Two things of different shapes and colours, and the place of the first relative to the second."""

    first: Thing
    place: str  # of PLACES
    second: Thing

    def __str__(self) -> str:
        return f"{self.first} {self.place} {self.second}"

    def colours_exchanged(self) -> Pair:
        """Return the false sentence with the colours swapped."""
        first, second = self.first, self.second
        return replace(self, first=replace(first, colour=second.colour), second=replace(second, colour=first.colour))

    def places_exchanged(self) -> Pair:
        """Return the false sentence with the things swapped."""
        return replace(self, first=self.second, second=self.first)

    def place_reversed(self) -> Pair:
        """Return the false sentence with the opposite place."""
        return replace(self, place=_OPPOSITE[self.place])

    def converse(self) -> Pair:
        """Return the same relation, seen from the other shape."""
        return Pair(self.second, _OPPOSITE[self.place], self.first)


def random_pair(random: np.random.Generator) -> Pair:
    """Return a scene of two different shapes and colours."""
    shapes = random.choice(SHAPES, 2, replace=False)
    colours = random.choice(list(COLOURS), 2, replace=False)
    first, second = (Thing(str(colour), str(shape)) for colour, shape in zip(colours, shapes, strict=True))
    return Pair(first, str(random.choice(list(PLACES))), second)


def draw_pair(pair: Pair, random: np.random.Generator, side: int = SIDE) -> NDArray[np.uint8]:
    """Paint a scene on white, [side, side, 3], with random sizes, positions, angles, shades and outlines."""
    fine = side * _FINE
    sheet = Image.new("RGB", (fine, fine), "white")
    step = np.array(PLACES[pair.place], dtype=np.float64)
    across = step[::-1] * random.uniform(-0.08, 0.08)
    apart = random.uniform(0.2, 0.24) * step + across
    middle = 0.5 + random.uniform(-0.03, 0.03, 2)
    outlined = random.random() < 0.4
    for thing, centre in ((pair.second, middle - apart), (pair.first, middle + apart)):
        corners = outline(thing.shape, float(random.uniform(-0.2, 0.2))) * random.uniform(0.14, 0.2) + centre
        shade = np.clip(np.array(COLOURS[thing.colour]) + random.normal(0, 10, 3), 0, 255).astype(int)
        pen = round(0.015 * fine) if outlined else 0
        points = [(float(x), float(y)) for x, y in corners * fine]
        ImageDraw.Draw(sheet).polygon(points, tuple(shade.tolist()), "black" if outlined else None, max(pen, 1))
    return np.asarray(sheet.resize((side, side), Image.Resampling.BOX))


def outline(shape: str, turn: float = 0.0) -> NDArray[np.float64]:
    """Return the corners [K, 2] of a shape of radius about 1 around (0, 0), y down, rotated by `turn` radians."""
    if shape == "heart":
        t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
        corners = np.stack([16 * np.sin(t) ** 3, -y - 2.5], axis=-1) / 16
    elif shape == "cross":
        a, b = 0.32, 0.95
        corners = np.array([(-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a)])
        corners = np.concatenate([corners, [(-b, -a), (-a, -a)]])
    else:
        count = {"circle": 48, "square": 4, "triangle": 3, "star": 10, "diamond": 4, "hexagon": 6}[shape]
        first = np.pi / 4 if shape == "square" else np.pi / 2
        angle = first + 2 * np.pi * np.arange(count) / count
        reach = np.where(np.arange(count) % 2, 0.42, 1.0) if shape == "star" else np.ones(count)
        corners = reach[:, None] * np.stack([np.cos(angle), -np.sin(angle)], axis=-1)
        corners *= (0.75, 1.1) if shape == "diamond" else 1.0
    return corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
