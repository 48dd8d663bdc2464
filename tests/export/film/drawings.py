"""A drawing with everything that a film shows in its own way, and pictures to compare."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from taureau.document import SHAPES, Drawing, Layer, Stroke
from taureau.export.film import Film, FilmFormat, Stage, staged
from taureau.export.film.painter import Painter
from taureau.geometry import Curve
from taureau.photo import Photo, photo_from_array

SIZE = (200, 150)
BEHIND = Stroke(Curve.from_segments([[[20, 20], [60, 20], [140, 20], [180, 20]], [[180, 20], [180, 60], [180, 90],
    [180, 100]], [[180, 100], [140, 100], [60, 100], [20, 100]], [[20, 100], [20, 80], [20, 40], [20, 20]]]),
    1.0, "#88aacc", filled=True)  # fmt: skip
BEFORE = Stroke(Curve.from_segments([[[40, 30], [60, 30], [80, 30], [100, 30]], [[100, 30], [100, 50], [100, 70],
    [100, 80]], [[100, 80], [80, 80], [60, 80], [40, 80]], [[40, 80], [40, 60], [40, 40], [40, 30]]]),
    1.0, "#cc8844", filled=True)  # fmt: skip
PLAIN = Stroke(Curve([[10, 130], [60, 90], [140, 140], [190, 120]]), 4.0)
BRUSH = Stroke(Curve([[20, 110], [60, 20], [140, 20], [180, 110]]), 8.0, "#802020", profile=SHAPES["swell"])
THIN = Stroke(Curve.line([30, 140], [170, 140]), 5.0, "#204080", 0.5)
DOT = Stroke(Curve.line([150, 60], [150, 60]), 6.0)
HIDDEN = Layer("Draft", (Stroke(Curve.line([0, 0], [200, 150]), 9.0),), visible=False)
DRAWING = Drawing(
    *SIZE,
    (
        Layer("Colours", (BEHIND, BEFORE), locked=True, ground=True),
        Layer("Lines", (PLAIN, BRUSH, THIN, DOT)),
        HIDDEN,
    ),
    {"seed": "7"},
    paper="#f3e6c8",
)
PENCILLED = Drawing(
    *SIZE,
    (
        Layer(
            "Lines",
            (
                Stroke(PLAIN.curve, 6.0, pen="pencil", profile=SHAPES["taper both"]),
                Stroke(BRUSH.curve, 9.0, pen="marker", opacity=0.8),
            ),
        ),
    ),
)


def stage(kind: FilmFormat = "svg", drawing: Drawing = DRAWING, kept: Photo | None = None, **asked: Any) -> Stage:
    """The stage of a film; `kept` is the photo that comes with the drawing."""
    return staged(drawing, Film(kind, **asked), kept)


def painted(shown: Stage, time: float) -> NDArray[np.int16]:
    """The frame at a time, [H, W, 3]."""
    painter = Painter(shown)
    painter.advance(time)
    return pixels(painter.picture)


def pixels(picture: Image.Image) -> NDArray[np.int16]:
    return np.asarray(picture.convert("RGB"), dtype=np.int16)


def a_photo() -> Photo:
    across = np.linspace(0, 255, 60, dtype=np.uint8)
    return photo_from_array(
        np.stack([np.tile(across, (45, 1)), np.full((45, 60), 90), np.full((45, 60), 40)], 2).astype(np.uint8)
    )


def unlike(one: NDArray[np.int16], other: NDArray[np.int16], by: int = 64) -> float:
    """The share of the pixels that differ by more than so much in a channel."""
    return float((abs(one - other).max(2) > by).mean())
