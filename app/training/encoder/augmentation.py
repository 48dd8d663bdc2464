"""Random augmentations of drawings: geometry, pen, paper, gaps, blur and noise."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]  # [S, S, 3], sRGB on white

_WHITE = (255, 255, 255)
_MIN_STEP = 24  # grey levels of an edge


def augmented(
    picture: Picture, random: np.random.Generator, side: int, *, flip: bool = True, hold: bool = False
) -> Picture:
    """Return a randomly augmented picture, [side, side, 3].

    `flip`: it may be mirrored; `hold`: keep colours and sides, for captions that name them, and move it a little only.
    """
    if hold:
        return warped(picture, random, side, strength=0.35, flip=False)
    chance = random.random(8)
    if chance[0] < 0.22:
        picture = outlined(picture)
    elif chance[0] < 0.5:
        picture = in_greyscale(picture)
    if chance[1] < 0.35:
        picture = with_other_line_width(picture, random)
    picture = warped(picture, random, side, flip=flip and chance[2] < 0.5)
    if chance[3] < 0.3:
        picture = with_gaps(picture, random)
    if chance[4] < 0.12:
        picture = on_tinted_paper(picture, random)
    if chance[5] < 0.08:
        picture = 255 - picture
    if chance[6] < 0.15:
        picture = cv2.GaussianBlur(picture, (0, 0), random.uniform(0.4, 1.0))
    if chance[7] < 0.2:
        picture = with_noise(picture, random)
    return picture


def warped(
    picture: Picture, random: np.random.Generator, side: int, *, strength: float = 1.0, flip: bool = False
) -> Picture:
    """Apply a random perspective map with rotation, shift and scale; white outside the picture."""
    before = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float32)
    turn = random.normal(0, 0.16 * strength)
    scale = np.exp(random.uniform(-0.4, 0.14) * strength) * np.exp(random.normal(0, 0.08 * strength, 2))
    cosine, sine = np.cos(turn), np.sin(turn)
    map_ = np.array([[cosine, -sine], [sine, cosine]]) * scale
    if flip:
        map_ = map_ * (-1, 1)
    after = before @ map_.T + random.uniform(-0.12, 0.12, 2) * strength + random.normal(0, 0.05 * strength, (4, 2))
    corners, moved = (before + 1) / 2 * len(picture), (after + 1) / 2 * side
    through = cv2.getPerspectiveTransform(corners.astype(np.float32), moved.astype(np.float32))
    return cv2.warpPerspective(
        picture, through, (side, side), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=_WHITE
    )


def outlined(picture: Picture) -> Picture:
    """Return the edges of the tones, black on white."""
    grey = cv2.GaussianBlur(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (0, 0), 0.6)
    steps = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(np.int16)
    lines = 255 - np.clip((steps - _MIN_STEP) * 3, 0, 255).astype(np.uint8)
    return cv2.cvtColor(lines, cv2.COLOR_GRAY2RGB)


def in_greyscale(picture: Picture) -> Picture:
    return cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)


def with_other_line_width(picture: Picture, random: np.random.Generator) -> Picture:
    """Thicken or thin the dark parts."""
    size = int(random.choice([2, 3, 3, 4]))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    if random.random() < 0.7:
        return cv2.erode(picture, kernel, borderValue=_WHITE)
    return cv2.dilate(picture, kernel[:2, :2])


def with_gaps(picture: Picture, random: np.random.Generator) -> Picture:
    """Paint white lines and spots over the picture."""
    picture = picture.copy()
    side = len(picture)
    for _ in range(int(random.integers(1, 5))):
        start, end = random.integers(0, side, (2, 2))
        if random.random() < 0.5:
            cv2.circle(picture, start.tolist(), int(random.integers(3, side // 8)), _WHITE, -1)
        else:
            cv2.line(picture, start.tolist(), end.tolist(), _WHITE, int(random.integers(1, 5)))
    return picture


def on_tinted_paper(picture: Picture, random: np.random.Generator) -> Picture:
    """Multiply by a light colour."""
    paper = random.uniform(0.6, 1, 3) if random.random() < 0.5 else np.full(3, random.uniform(0.6, 1))
    return (picture * paper).astype(np.uint8)


def with_noise(picture: Picture, random: np.random.Generator) -> Picture:
    grain = random.normal(0, random.uniform(2, 16), (*picture.shape[:2], 1))
    return np.clip(picture + grain, 0, 255).astype(np.uint8)
