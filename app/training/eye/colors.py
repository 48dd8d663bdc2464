"""Photometric augmentation."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Photo = NDArray[np.uint8]


def tinted(photo: Photo, rng: np.random.Generator, strength: float = 1.0) -> Photo:
    """Random brightness, contrast, saturation and white balance."""
    brightness, contrast = np.exp(rng.normal(0, 0.12 * strength)), np.exp(rng.normal(0, 0.2 * strength))
    gains = brightness * contrast * np.exp(rng.normal(0, 0.06 * strength, 3))
    saturation = rng.uniform(1 - 0.6 * strength, 1 + 0.5 * strength)
    middle = float(cv2.mean(photo)[1])
    shift = middle * (1 - contrast) + rng.normal(0, 16 * strength)
    colors = saturation * np.eye(3) + (1 - saturation) * np.array((0.299, 0.587, 0.114))[None]
    tinting = np.column_stack([colors * gains, np.full(3, shift)])  # [3, 4], affine map of colours
    out: Photo = cv2.transform(photo, tinting)
    return out


def photographed(photo: Photo, rng: np.random.Generator) -> Photo:
    """Colour jitter; with some probability also grey, blur or sharpening, noise, vignette and JPEG compression."""
    out = tinted(photo, rng)
    if rng.random() < 0.1:
        out = np.repeat(cv2.cvtColor(out, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    chance = rng.random()
    if chance < 0.12:
        out = cv2.GaussianBlur(out, (0, 0), rng.uniform(0.5, 1.4))
    elif chance < 0.3:
        out = cv2.addWeighted(out, 1.8, cv2.GaussianBlur(out, (0, 0), 1.2), -0.8, 0)
    if rng.random() < 0.1:
        noise = rng.normal(0, rng.uniform(2, 14), out.shape).astype(np.float32)
        out = (out + noise).clip(0, 255).astype(np.uint8)
    if rng.random() < 0.06:
        height, width = out.shape[:2]
        y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
        shade = 1 / (1 + np.exp((np.hypot(x, y) - rng.uniform(0.9, 1.2)) * rng.uniform(6, 20)))
        out = (out * shade[..., None]).astype(np.uint8)
    if rng.random() < 0.25:
        quality = int(rng.integers(25, 85))
        packed = cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        out = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)
    return out


def ground_of_colors(shape: tuple[int, int], rng: np.random.Generator) -> Photo:
    """A smooth random colour gradient [H, W, 3], like sky, a wall or an out-of-focus meadow."""
    cells = rng.integers(1, 4, 2)
    first = rng.uniform(0, 255, 3)
    if rng.random() < 0.3:
        first = np.full(3, rng.choice([0.0, 255.0, 128.0]))
    colors = first + rng.normal(0, rng.choice([0.0, 12.0, 45.0]), (*cells, 3))
    ground: Photo = cv2.resize(colors.clip(0, 255).astype(np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC)
    return ground.clip(0, 255).astype(np.uint8)
