"""Tone separated to the pens at hand: which part of the dark is drawn by which pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.tone.darkness import Darkness, thresholds
from taureau.engine.tone.limits import OUTSIDE
from taureau.photo.lab import lab_of, lab_of_hex

Labels = NDArray[np.uint8]  # [H, W], the pen of each pixel

_SMOOTHING = 0.015  # of the longer side: smaller details have no pen of their own
_LIGHTNESS = 0.5  # weight of L* beside a* and b*: how light a tone is, its lines' distance says
_DEEP = 22.0  # L* below which the darkest pen draws, whatever the hue; on dark paper, that far from white
_FEWEST = 0.04  # share of the tone, below which a pen is left out


def separated(
    darkness: Darkness, photo: NDArray[np.uint8], pens: Sequence[str], *, on_dark: bool = False
) -> list[tuple[str, Darkness]]:
    """Return pens, "#rrggbb", with the part of the darkness that each draws: together the whole, none twice.

    A place has the pen nearest to the photo's colour there (ΔE*ab with less weight on L*), the darkest tones the
    darkest pen, or, `on_dark`, the lightest ones the lightest. Pens that would draw next to nothing are left out.
    """
    toned = darkness.values > thresholds(1)[0]
    lab = _smoothed(lab_of(cv2.resize(photo, darkness.size, interpolation=cv2.INTER_AREA)), toned)
    inks = np.stack([lab_of_hex(pen) for pen in pens])
    deep = lab[..., 0] > 100 - _DEEP if on_dark else lab[..., 0] < _DEEP
    kept = list(range(len(pens)))
    while True:
        labels = _nearest(lab, inks, kept, deep, int((inks[:, 0] if on_dark else -inks[:, 0])[kept].argmax()))
        shares = [float((labels[toned] == place).mean()) if toned.any() else 1.0 for place in range(len(kept))]
        least = int(np.argmin(shares))
        if len(kept) == 1 or shares[least] >= _FEWEST:
            break
        del kept[least]
    parts = ((pens[pen], np.where(labels == place, darkness.values, OUTSIDE)) for place, pen in enumerate(kept))
    return [(pen, replace(darkness, values=values.astype(np.float32))) for pen, values in parts]


def _nearest(
    lab: NDArray[np.float32], inks: NDArray[np.float32], kept: list[int], deep: NDArray[np.bool_], deepest: int
) -> Labels:
    """Return for each pixel [H, W] the place in `kept` of its pen, without specks."""
    weights = np.array([_LIGHTNESS, 1.0, 1.0], dtype=np.float32)
    apart = np.linalg.norm((lab[..., None, :] - inks[kept]) * weights, axis=-1)
    labels = np.where(deep, deepest, apart.argmin(axis=-1)).astype(np.uint8)
    size = 2 * round(_SMOOTHING * max(labels.shape)) + 1
    return np.asarray(cv2.medianBlur(labels, max(3, size)), dtype=np.uint8)


def _smoothed(lab: NDArray[np.float32], toned: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return colours [H, W, 3] smoothed among those that are toned: what is beside them has no part in it."""
    sigma = max(1.0, _SMOOTHING * max(toned.shape))
    weight = np.where(toned, np.float32(1.0), np.float32(1e-4))[..., None]
    smooth = cv2.GaussianBlur(lab * weight, (0, 0), sigma) / cv2.GaussianBlur(weight, (0, 0), sigma)[..., None]
    return np.asarray(smooth, dtype=np.float32)
