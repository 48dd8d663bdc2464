"""Edge detection with non-maximum suppression, and tracing of edges into lines."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.photo.lab import lab_of

Array = NDArray[np.float32]

_FAINTEST = 0.05  # ridges below that are noise


@dataclass(frozen=True, eq=False)
class EdgeMap:
    """Edge pixels of an image [S, S]: strength, direction and subpixel offset."""

    strength: Array  # [S, S], 0 … 1, contrast of an edge, clearness of a ridge; 0 where there is none
    tangent: Array  # [S, S, 2], unit vector along the edge (of arbitrary sign)
    offset: Array  # [S, S, 2], px from the pixel's centre to the edge's crest, within ±½ along its normal


def find_edges(image: NDArray[np.uint8], *, sigma: float, contrast: float = 12.0) -> EdgeMap:
    """Find the crests of the colour gradient of an sRGB image [S, S, 3] smoothed by `sigma` px.

    The gradient is the largest one in any direction of the three L*a*b* channels together (Di Zenzo, 1986); its
    strength is g / (g + contrast), g in L*a*b* units across a step, which saturates for high contrast.
    """
    lab = lab_of(image)
    lab = cv2.GaussianBlur(lab, (0, 0), sigma)
    dx = cv2.Sobel(lab, cv2.CV_32F, 1, 0, scale=1 / 8)
    dy = cv2.Sobel(lab, cv2.CV_32F, 0, 1, scale=1 / 8)
    xx, yy, xy = (dx * dx).sum(2), (dy * dy).sum(2), (dx * dy).sum(2)
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    normal = np.stack([np.cos(angle), np.sin(angle)], axis=-1).astype(np.float32)
    steepness = 0.5 * (xx + yy + np.hypot(xx - yy, 2 * xy))
    # A blurred unit step has a slope of 1 / (sigma √2π): multiply it out, to speak of the step's height.
    gradient = np.sqrt(np.maximum(steepness, 0)) * (sigma * np.sqrt(2 * np.pi))
    gradient = gradient.astype(np.float32)

    crest, tangent, offset = _crests(gradient, normal)
    strength = np.where(crest, gradient / (gradient + contrast), 0).astype(np.float32)
    return EdgeMap(strength, tangent, offset)


def centre_lines(ink: Array, *, width: float) -> EdgeMap:
    """Return the ridges of ink [S, S], 0 … 1, in lines about `width` px wide.

    A ridge is a crest across the direction of the strongest negative curvature of the smoothed ink (Steger, 1998); its
    strength is that curvature, scaled so that a clear line has a strength of about 1.
    """
    sigma = max(width / (2 * np.sqrt(3)), 1.2)
    smooth = cv2.GaussianBlur(ink, (0, 0), sigma)
    xx, yy, xy = (cv2.Sobel(smooth, cv2.CV_32F, x, y, scale=1 / 4) for x, y in ((2, 0), (0, 2), (1, 1)))
    across = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    normal = np.stack([np.cos(across), np.sin(across)], axis=-1).astype(np.float32)
    curvature = 0.5 * (xx + yy - np.hypot(xx - yy, 2 * xy))
    strength = np.maximum(-curvature * (2.5 * sigma**2), 0).clip(0, 1)
    crest, tangent, offset = _crests(smooth, normal)
    return EdgeMap(np.where(crest & (strength > _FAINTEST), strength, 0).astype(np.float32), tangent, offset)


def _crests(height: Array, normal: Array) -> tuple[NDArray[np.bool_], Array, Array]:
    """Return where `height` [S, S] has a crest along `normal` [S, S, 2], with the tangents and offsets of EdgeMap."""
    ys, xs = np.mgrid[: height.shape[0], : height.shape[1]].astype(np.float32)
    ahead, behind = (
        cv2.remap(
            height,
            xs + side * normal[..., 0],
            ys + side * normal[..., 1],
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        for side in (1, -1)
    )
    crest = (height >= ahead) & (height > behind)
    bend = ahead - 2 * height + behind
    shift = np.where(crest & (bend < 0), 0.5 * (behind - ahead) / np.where(bend < 0, bend, 1), 0).clip(-0.5, 0.5)
    tangent = np.stack([-normal[..., 1], normal[..., 0]], axis=-1)
    return crest, tangent, (normal * shift[..., None]).astype(np.float32)


# The pixels at which a line may continue: its eight neighbours, then those one pixel further, to cross a gap.
_STEPS = np.array(
    [(x, y) for r in (1, 2) for y in range(-r, r + 1) for x in range(-r, r + 1) if max(abs(x), abs(y)) == r]
)


def trace_edges(
    edges: EdgeMap, weight: Array, *, low: float, high: float, shortest: int = 6
) -> list[NDArray[np.float64]]:
    """Trace edge pixels into lines, [K, 2] px each (x, y; pixel centres at ½), strongest first.

    A line starts at an unused pixel of `weight` [S, S] above `high`, extends both ways through pixels above `low`, and
    goes straight on at junctions. Lines of fewer than `shortest` pixels are dropped.
    """
    alive = (weight > low) & (edges.strength > 0)
    alive[:2] = alive[-2:] = False
    alive[:, :2] = alive[:, -2:] = False
    seeds = np.argwhere(alive & (weight > high))
    seeds = seeds[np.argsort(-weight[seeds[:, 0], seeds[:, 1]], kind="stable")]
    steps = [
        (int(x), int(y), float(x / np.hypot(x, y)), float(y / np.hypot(x, y)), float(np.hypot(x, y))) for x, y in _STEPS
    ]
    tangent_x, tangent_y = edges.tangent[..., 0].tolist(), edges.tangent[..., 1].tolist()
    free = alive.tolist()  # nested lists: this loop reads single pixels, which is slow on arrays

    def walk(x: int, y: int, dx: float, dy: float) -> list[tuple[int, int]]:
        path: list[tuple[int, int]] = []
        while True:
            best, choice = 0.0, None
            for sx, sy, ux, uy, far in steps:
                nx, ny = x + sx, y + sy
                if not free[ny][nx]:
                    continue
                along = ux * dx + uy * dy
                agree = tangent_x[ny][nx] * dx + tangent_y[ny][nx] * dy
                if along < 0.5 or abs(agree) < 0.6:
                    continue
                score = (along + abs(agree)) / (far + 0.5)
                if score > best:
                    best, choice = score, (nx, ny, ux, uy, agree)
            if choice is None:
                return path
            x, y, ux, uy, agree = choice
            sign = 1.0 if agree >= 0 else -1.0
            # The heading follows the edge's tangent, smoothed by the previous heading.
            dx, dy = 0.6 * dx + 0.4 * sign * tangent_x[y][x], 0.6 * dy + 0.4 * sign * tangent_y[y][x]
            norm = (dx * dx + dy * dy) ** 0.5
            dx, dy = dx / norm, dy / norm
            free[y][x] = False
            path.append((x, y))

    lines = []
    for y, x in seeds.tolist():
        if not free[y][x]:
            continue
        free[y][x] = False
        tx, ty = tangent_x[y][x], tangent_y[y][x]
        path = [*walk(x, y, -tx, -ty)[::-1], (x, y), *walk(x, y, tx, ty)]
        if len(path) >= shortest:
            pixels = np.array(path)
            crest = pixels + 0.5 + edges.offset[pixels[:, 1], pixels[:, 0]]
            lines.append(crest.astype(np.float64))
    return lines
