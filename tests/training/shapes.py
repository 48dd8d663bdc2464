"""Pictures of shapes with captions, as a small world to learn."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

SHAPES = ("circle", "square", "triangle", "star")
COLOURS = {"red": (200, 50, 40), "green": (50, 150, 60), "blue": (50, 70, 190), "yellow": (225, 190, 40)}


def outline(shape: str, middle: NDArray[np.float64], radius: float, turn: float) -> NDArray[np.float64]:
    """The corners of a shape, [K, 2] px."""
    count = {"circle": 48, "square": 4, "triangle": 3, "star": 10}[shape]
    angle = turn + 2 * np.pi * np.arange(count) / count
    reach = np.where(np.arange(count) % 2, 0.42, 1.0) if shape == "star" else np.ones(count)
    return middle + radius * reach[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1)


def picture(shape: str, colour: str | None, random: np.random.Generator, side: int = 64) -> NDArray[np.uint8]:
    """One shape: filled, shaded and in colour on a lively ground; or without a colour, black lines on white."""
    fine = 4 * side
    radius = random.uniform(0.28, 0.44) * fine
    middle = fine / 2 + random.uniform(-0.06, 0.06, 2) * fine
    corners = outline(shape, middle, radius, random.uniform(0, 2 * np.pi))
    path = np.round(corners * 16).astype(np.int32)[None]
    if colour is None:
        sheet = np.full((fine, fine, 3), 255, dtype=np.uint8)
        pen = int(random.integers(2, 14))
        if random.random() < 0.5:  # as a hand draws: the lines do not quite meet, and waver
            for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
                ends = np.stack([start, end]) + random.normal(0, 0.012 * fine, (2, 2))
                cv2.polylines(sheet, [np.round(ends * 16).astype(np.int32)], False, (0, 0, 0), pen, cv2.LINE_AA, 4)
        else:
            cv2.polylines(sheet, path, True, (0, 0, 0), pen, cv2.LINE_AA, 4)
        return cv2.resize(sheet, (side, side), interpolation=cv2.INTER_AREA)
    slope = np.linspace(-1, 1, fine)[:, None, None] * random.uniform(-25, 25) + random.uniform(190, 245)
    ground = np.broadcast_to(slope, (fine, fine, 3)) + random.uniform(-8, 8, 3)
    inside = np.zeros((fine, fine), dtype=np.uint8)
    cv2.fillPoly(inside, path, 255, cv2.LINE_AA, 4)
    shade = np.linspace(random.uniform(0.75, 1), random.uniform(1, 1.2), fine)[None, :, None]
    body = np.array(COLOURS[colour]) * shade
    share = inside[..., None] / 255
    image = ground * (1 - share) + body * share
    small = cv2.resize(image.astype(np.float32), (side, side), interpolation=cv2.INTER_AREA)
    return np.clip(small + random.normal(0, 3, small.shape), 0, 255).astype(np.uint8)


def caption(shape: str, colour: str | None, random: np.random.Generator) -> str:
    """What stands below such a picture."""
    if colour is None:
        return f"{random.choice(['a sketch of a', 'a line drawing of a', 'a'])} {shape}"
    return f"{random.choice(['a photo of a', 'a'])} {random.choice([colour + ' ', ''])}{shape}"
