"""A packed file of a few shapes, as pictograms are packed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from training.pictures.renders import SIDE, Render, Renders, encode, pack

from tests.training.shapes import SHAPES, picture


def tiny_renders(folder: Path, each: int = 8) -> Renders:
    """Circles, squares and triangles to learn from, some in a family that is held out; stars are a held-out name."""
    random = np.random.default_rng(0)
    renders = []
    for shape in SHAPES:
        for index in range(each):
            image = Image.fromarray(picture(shape, None if index % 2 else "red", random, SIDE))
            split = "name" if shape == "star" else "family" if index >= each - 2 else "train"
            captions = ("circle", "round thing") if shape == "circle" else (shape,)
            renders.append(Render(encode(image), captions, "little", "line" if index % 2 else "solid", split))
    pack(folder / "renders.npz", renders)
    return Renders.read(folder / "renders.npz")
