"""Contact sheets: photos, masks, contours and faces side by side."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray
from taureau.perception.eye import Sight

_PAPER = 128


def contact_sheet(seen: Iterable[tuple[NDArray[np.uint8], Sight]], *, cell: int = 160, across: int = 3) -> bytes:
    """A PNG of all photos [H, W, 3], each beside its cut-out subject and its contours, face lines in red."""
    strips = [np.hstack([_in_cell(one, cell) for one in _shown(photo, sight)]) for photo, sight in seen]
    while len(strips) % across:
        strips.append(np.full_like(strips[0], _PAPER))
    rows = [np.hstack(strips[start : start + across]) for start in range(0, len(strips), across)]
    return cv2.imencode(".png", np.vstack(rows)[..., ::-1])[1].tobytes()


def _shown(photo: NDArray[np.uint8], sight: Sight) -> list[NDArray[np.uint8]]:
    share = sight.subject[..., None]
    alone = photo * share + np.array([255.0, 0.0, 255.0]) * (1 - share)
    ink = np.dstack([1 - sight.contour * (1 - 0.8 * sight.face), *(2 * [1 - np.maximum(sight.contour, sight.face)])])
    return [photo, alone.astype(np.uint8), (ink * 255).astype(np.uint8)]


def _in_cell(picture: NDArray[np.uint8], cell: int) -> NDArray[np.uint8]:
    scale = cell / max(picture.shape[:2])
    size = tuple(max(1, round(length * scale)) for length in picture.shape[1::-1])
    laid = np.full((cell, cell, 3), _PAPER, dtype=np.uint8)
    laid[: size[1], : size[0]] = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return laid
