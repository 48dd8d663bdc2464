"""Centre lines of thin filled shapes: many icon sets draw their lines as filled outlines."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from taureau.geometry import Points

Pixel = tuple[int, int]  # row, column
_AROUND = [(-1, 0), (0, 1), (1, 0), (0, -1), (-1, -1), (-1, 1), (1, 1), (1, -1)]  # edges before corners
_WIDEST = 1.6  # half widths of the typical line within which its pixels lie
_EVEN = 0.9  # share of the centre pixels that lie within that
_SPUR = 1.1  # line widths; shorter side branches are artefacts of the line's ends
_STRAIGHT = np.cos(np.radians(40))  # two lines that turn by less go through their junction as one
_HEADING = 8  # px over which a line's heading at a junction is measured
_SMOOTH = 1.5  # px, of the staircase of pixels


def line_width(ink: NDArray[np.float32]) -> float | None:
    """Return the width in px of the lines that ink [S, S], 0 … 1, consists of; None if it is not made of even lines."""
    inside = (ink > 0.5).astype(np.uint8)
    depth = cv2.distanceTransform(np.pad(inside, 1), cv2.DIST_L2, 5)[1:-1, 1:-1]
    centre = depth[(depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))) & (inside > 0)]
    if not centre.size:
        return None
    typical = float(np.median(centre))
    even = typical >= 1.5 and float((centre < _WIDEST * typical).mean()) >= _EVEN
    faint = float(((ink > 0.1) & (ink < 0.9)).sum()) > float(inside.sum())
    return 2 * typical if even and not faint else None


def centre_lines(ink: NDArray[np.float32], width: float) -> list[Points]:
    """Return the centre lines [K, 2] (x, y in px) of ink [S, S] in lines of `width` px.

    The skeleton (Zhang and Suen, 1984) is cut at its junctions, spurs are removed, and lines that go straight through
    a junction are joined.
    """
    from skimage.morphology import skeletonize

    thin = skeletonize(ink > 0.5)  # type: ignore[no-untyped-call]
    alive = {(int(y), int(x)) for y, x in np.argwhere(thin)}
    lines = _pruned(_branches(alive), alive, _SPUR * width)
    return [_smooth(line) for line in _joined(lines)]


def _neighbours(pixel: Pixel, alive: set[Pixel]) -> list[Pixel]:
    """Return the neighbours, without the diagonal ones that an edge neighbour already leads to."""
    y, x = pixel
    found = [(y + dy, x + dx) for dy, dx in _AROUND[:4] if (y + dy, x + dx) in alive]
    for dy, dx in _AROUND[4:]:
        if (y + dy, x + dx) in alive and (y + dy, x) not in alive and (y, x + dx) not in alive:
            found.append((y + dy, x + dx))
    return found


def _branches(alive: set[Pixel]) -> list[list[Pixel]]:
    """Return the paths between ends and junctions, and the loops that have neither."""
    nodes = {pixel for pixel in alive if len(_neighbours(pixel, alive)) != 2}
    used: set[tuple[Pixel, Pixel]] = set()
    found: list[list[Pixel]] = []

    def walk(start: Pixel, step: Pixel) -> list[Pixel]:
        path = [start, step]
        while path[-1] not in nodes and path[-1] != start:
            ahead = [one for one in _neighbours(path[-1], alive) if one != path[-2]]
            path.append(ahead[0])
        used.update([(path[0], path[1]), (path[-1], path[-2])])
        return path

    for node in sorted(nodes):
        found += [walk(node, step) for step in _neighbours(node, alive) if (node, step) not in used]
    seen = {pixel for path in found for pixel in path} | nodes
    for pixel in sorted(alive):
        if pixel not in seen:
            loop = walk(pixel, _neighbours(pixel, alive)[0])
            seen.update(loop)
            found.append(loop)
    return found


def _pruned(branches: list[list[Pixel]], alive: set[Pixel], spur: float) -> list[list[Pixel]]:
    """Return the branches without short ones that end free beside a longer one."""
    kept = set(alive)
    for path in sorted(branches, key=len):
        free = [len(_neighbours(end, kept)) <= 1 for end in (path[0], path[-1])]
        if len(path) < spur and any(free) and not all(free):
            kept -= set(path[:-1] if free[0] else path[1:])
    return _branches(kept) if kept != alive else branches


def _joined(branches: list[list[Pixel]]) -> list[NDArray[np.float64]]:
    """Return the branches as lines (x, y at pixel centres), those that go straight through a junction joined."""
    lines = [np.array(path, dtype=np.float64)[:, ::-1] + 0.5 for path in branches if len(path) > 1]
    while True:
        best, pair = _STRAIGHT, None
        ends = np.array([line[side] for line in lines for side in (0, -1)])
        near = np.abs(ends[:, None] - ends).max(-1, initial=0) <= 1.5
        for place, its_place in np.argwhere(np.triu(near, 1)).tolist():
            (one, side), (other, its_side) = divmod(place, 2), divmod(its_place, 2)
            if one != other:
                side, its_side = -side, -its_side
                straight = -float(_heading(lines[one], side) @ _heading(lines[other], its_side))
                if straight > best:
                    best, pair = straight, (one, side, other, its_side)
        if pair is None:
            return lines
        one, side, other, its_side = pair
        first = lines[one] if side == -1 else lines[one][::-1]
        second = lines[other] if its_side == 0 else lines[other][::-1]
        lines = [line for index, line in enumerate(lines) if index not in (one, other)]
        lines.append(np.concatenate([first, second]))


def _heading(line: Points, side: int) -> NDArray[np.float64]:
    """Return the unit vector in which a line leaves at its first (0) or last (−1) point."""
    inner = line[min(_HEADING, len(line) - 1)] if side == 0 else line[max(-1 - _HEADING, -len(line))]
    out = line[side] - inner
    return np.asarray(out / max(float(np.hypot(*out)), 1e-9))


def _smooth(line: Points) -> Points:
    """Return a line without the staircase of its pixels; its ends stay where they are."""
    reach = 4
    closed = bool(np.abs(line[0] - line[-1]).max() <= 1.5 and len(line) > 8)
    around = (
        np.concatenate([line[-1 - reach : -1], line, line[1 : 1 + reach]])
        if closed
        else np.concatenate([2 * line[0] - line[reach:0:-1], line, 2 * line[-1] - line[-2 : -2 - reach : -1]])
        if len(line) > reach
        else line
    )
    if len(around) == len(line):
        return line
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / _SMOOTH) ** 2)
    kernel /= kernel.sum()
    smooth = np.stack([np.convolve(around[:, axis], kernel, mode="valid") for axis in (0, 1)], axis=-1)
    if closed:
        smooth[-1] = smooth[0]
    return smooth
