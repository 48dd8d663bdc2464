"""Where the picture lies in a photo with letterbox bars or a frame of one colour."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_BAR_SPREAD = 12.0  # levels of 255 by which a bar may stray from its colour
_STEP = 24.0  # levels of 255 by which the picture beside a bar differs from it
_WHOLE = 0.7  # share of the first line beyond a bar that must differ from it
_CLEAN_SPREAD, _CLEAN_STEP, _CLEAN_WHOLE = 3.0, 8.0, 0.8  # the same where a bar has no noise: it may border on the dark
_RIPPLES = 8  # lines beside a border that JPEG disturbs: the size of its blocks
_SPECKS = 0.02  # share of a line's pixels that may stray in a bar
_DEEPEST = 0.4  # of the photo's side; nothing wider is a bar


class ContentBox(NamedTuple):
    """A box in photo px; `bottom` and `right` are exclusive."""

    top: int
    bottom: int
    left: int
    right: int


def content_box(photo: NDArray[np.uint8]) -> ContentBox:
    """Return the part of an sRGB photo [H, W, 3] inside its letterbox bars or frame, else all of it.

    A bar is a run of uniform lines at the border, beyond which nearly a whole line has another colour. A plain ground
    around a subject is therefore none.
    """
    top, bottom = _bar(photo), len(photo) - _bar(photo[::-1])
    columns = photo[top:bottom].transpose(1, 0, 2)
    box = ContentBox(top, bottom, _bar(columns), len(columns) - _bar(columns[::-1]))
    content = photo[box.top : box.bottom, box.left : box.right]
    # Bars around nothing are stripes, as of a flag.
    off = _strays(content, _medians(content), _BAR_SPREAD)
    return box if off.mean() > _SPECKS else ContentBox(0, photo.shape[0], 0, photo.shape[1])


def _medians(content: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the median of each channel of [H, W, 3], counted: sorting takes ten times as long."""
    middles = [(content[..., 0].size - 1) // 2, content[..., 0].size // 2]  # the two in the middle of an even number
    counts = [np.bincount(content[..., channel].ravel(), minlength=256).cumsum() for channel in range(3)]
    return np.array([np.searchsorted(count, middles, side="right").mean() for count in counts])


def _strays(content: NDArray[np.uint8], color: NDArray[np.float64], spread: float) -> NDArray[np.bool_]:
    """Return which pixels of [H, W, 3] differ from a colour by more than `spread` levels in a channel, [H, W]."""
    low = np.ceil(color - spread).clip(0, 255).astype(np.uint8)  # levels are whole numbers
    high = np.floor(color + spread).clip(0, 255).astype(np.uint8)
    strays: NDArray[np.bool_] = np.zeros(content.shape[:2], dtype=bool)
    for channel in range(3):  # on whole planes: a last axis of three is slow
        plane = content[..., channel]
        strays |= (plane < low[channel]) | (plane > high[channel])
    return strays


def _bar(lines: NDArray[np.uint8]) -> int:
    """Return how many of the first lines [N, K, 3] belong to a bar, with one more for the edge that JPEG blurs."""
    color, deepest = np.median(lines[0], axis=0), int(_DEEPEST * len(lines))

    def off(index: int) -> NDArray[np.float64]:
        distance: NDArray[np.float64] = np.abs(lines[index] - color).max(axis=1)
        return distance

    def run(spread: float, begin: int = 0) -> int:
        end = begin
        while end <= deepest and (off(end) > spread).mean() < _SPECKS:
            end += 1
        return end

    clean = run(_CLEAN_SPREAD)
    noisy = run(_BAR_SPREAD, clean)
    if not 2 <= noisy <= deepest:
        return 0
    # Within two lines most of the border must be crossed: a vignette takes more.
    for line in range(max(clean, 2), min(noisy, clean + _RIPPLES, len(lines) - 1) + 1):
        change = np.abs(lines[line] - lines[line - 2].astype(np.float64)).max(axis=1)
        if (change > _CLEAN_STEP).mean() > _CLEAN_WHOLE:
            return line + 1
    return noisy + 1 if noisy + 3 <= len(lines) and (off(noisy + 2) > _STEP).mean() > _WHOLE else 0
