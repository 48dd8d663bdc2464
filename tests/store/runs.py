"""Runs to keep: real small drawings, each another one."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.store.entries import RunRecord

SIDE = 200.0  # px
THINGS = ("duck", "bicycle", "teapot", "cat", "sailing boat", "chair", "oak tree", "Straße", "lighthouse", "violin")


def little_drawing(number: int, strokes: int = 8) -> Drawing:
    """Return a drawing of waves around a circle, another one for each number."""
    petals, depth = 2 + number % 7, 0.15 + 0.35 * (number % 11) / 11
    return Drawing(
        SIDE,
        SIDE * (0.75 + 0.5 * (number % 5) / 5),
        (Layer("Lines", tuple(_arc(index, strokes, petals, depth) for index in range(strokes))),),
        paper="#1b1b1b" if number % 13 == 12 else None,
    )


def _arc(index: int, count: int, petals: int, depth: float) -> Stroke:
    angles = np.linspace(index, index + 0.9, 4) / count * 2 * math.pi
    radius = SIDE * 0.22 * (1 + depth * np.sin(petals * angles))
    points = np.stack([SIDE / 2 + radius * np.cos(angles), SIDE * 0.4 + radius * np.sin(angles)], axis=1)
    return Stroke(Curve(points), 1.5 + index % 3, "#141414", gain=0.1 / (index + 1))


def little_photo(number: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Return pixels [H, W, 3] of a soft gradient."""
    rows, columns = np.mgrid[0:90, 0:120]
    channels = (rows * 2, columns * 2, (rows + columns + 17 * number) % 256)
    return np.stack(channels, axis=2).astype(np.uint8)


def little_run(number: int, **values: Any) -> RunRecord:
    """Return the record of a run of a photo, or of words where the number is odd."""
    name = THINGS[number % len(THINGS)]
    usual: dict[str, Any] = {
        "origin": "window",
        "drawing": little_drawing(number),
        "words": f"a {name}" if number % 2 else "",
        "pixels": None if number % 2 else little_photo(number),
        "name": name,
        "seconds": 1.5,
        "request": {"photo": None, "prompt": name, "settings": {"seed": number}},
    }
    return RunRecord(**{**usual, **values})


def photo_file(folder: Path, number: int = 0) -> Path:
    """Write a photo and return its path."""
    from PIL import Image

    path = folder / f"photo-{number}.png"
    Image.fromarray(little_photo(number)).save(path)
    return path
