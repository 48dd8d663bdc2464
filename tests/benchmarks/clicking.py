"""How well a click finds the thing under it, and how long it takes: `python -m tests.benchmarks.clicking`.

Pairs of subjects, cut out of samples on plain ground, are laid on other samples; each is clicked at its innermost
place and at two more, while the other is masked. Printed are the overlap with its true mask (intersection over union),
what was added beside it, and the CPU time of the regions and of a click.
"""

from __future__ import annotations

import itertools
import time

import cv2
import numpy as np
from numpy.typing import NDArray
from taureau.perception import find_regions, find_subject, own_eye
from taureau.photo import load_photo
from taureau.resources import resource

THINGS = ("cup", "duck", "hammer", "dahlia")
GROUNDS = ("moose", "astronaut", "windmill", "dog")
SIZE = 640, 960  # rows and columns of a scene
Mask = NDArray[np.bool_]


def main() -> int:
    things = {name: cut_out(name) for name in THINGS}
    overlaps, excesses, regions_time, click_time = [], [], [], []
    for number, (left, right) in enumerate(itertools.permutations(THINGS, 2)):
        photo, masks = scene(GROUNDS[number % len(GROUNDS)], (things[left], things[right]), number)
        began = time.process_time()
        regions = find_regions(own_eye(), photo)
        regions_time.append(time.process_time() - began)
        for mask, other in (masks, masks[::-1]):
            for at in places(mask, number):
                began = time.process_time()
                clicked = regions.clicked(other, at, adds=True)
                click_time.append(time.process_time() - began)
                added = clicked & ~other
                overlaps.append((added & mask).sum() / (added | mask).sum())
                excesses.append((added & ~mask).sum() / mask.sum())
    print(f"{len(overlaps)} clicks on {len(regions_time)} scenes of {SIZE[1]} × {SIZE[0]} px")
    print(f"overlap: mean {np.mean(overlaps):.2f}, above 0.7: {np.mean(np.array(overlaps) > 0.7):.0%}")
    print(f"added beside, of the thing's size: median {np.median(excesses):.0%}, mean {np.mean(excesses):.0%}")
    print(f"CPU time: regions {1000 * np.median(regions_time):.0f} ms, a click {1000 * np.median(click_time):.1f} ms")
    return 0


def cut_out(name: str) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The subject of a sample: colours [H, W, 3] and alpha [H, W], cropped."""
    photo = load_photo(resource(f"samples/{name}.jpg")).pixels
    alpha = find_subject(own_eye(), photo).alpha
    rows, columns = np.flatnonzero((alpha > 0.5).any(1)), np.flatnonzero((alpha > 0.5).any(0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    return photo[box], alpha[box]


def scene(
    ground: str, things: tuple[tuple[NDArray[np.uint8], NDArray[np.float32]], ...], seed: int
) -> tuple[NDArray[np.uint8], list[Mask]]:
    """Two things side by side on a sample, and their masks."""
    rng = np.random.default_rng(seed)
    height, width = SIZE
    picture = cv2.resize(load_photo(resource(f"samples/{ground}.jpg")).pixels, (width, height)).astype(np.float32)
    masks = []
    for side, (colors, alpha) in enumerate(things):
        scale = rng.uniform(0.4, 0.8) * min(height / alpha.shape[0], width / 2 / alpha.shape[1])
        size = max(1, round(alpha.shape[1] * scale)), max(1, round(alpha.shape[0] * scale))
        laid, share = (cv2.resize(image, size, interpolation=cv2.INTER_AREA) for image in (colors, alpha))
        top = int(rng.integers(0, height - size[1]))
        start = side * width // 2 + int(rng.integers(0, width // 2 - size[0]))
        box = slice(top, top + size[1]), slice(start, start + size[0])
        picture[box] += (laid - picture[box]) * share[..., None]
        mask = np.zeros(SIZE, dtype=bool)
        mask[box] = share > 0.5
        masks.append(mask)
    return picture.clip(0, 255).astype(np.uint8), masks


def places(mask: Mask, seed: int) -> list[tuple[float, float]]:
    """Three places inside a mask, the innermost first, as shares of width and height."""
    depth = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)
    deep = np.argwhere(depth > 0.5 * depth.max())
    chosen = np.random.default_rng(seed).choice(len(deep), 2)
    inner = np.unravel_index(depth.argmax(), depth.shape)
    return [((x + 0.5) / mask.shape[1], (y + 0.5) / mask.shape[0]) for y, x in (inner, *deep[chosen])]


if __name__ == "__main__":
    raise SystemExit(main())
