"""The square canvas that the encoder sees, and its map to the photo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.geometry import Affine

Pixel = TypeVar("Pixel", np.uint8, np.float32)

MARGIN = 0.06  # of the subject's longer side, around it


@dataclass(frozen=True)
class Frame:
    """A square canvas of `size` px laid over the photo; it may extend beyond the photo."""

    size: int  # px
    to_canvas: Affine  # photo px -> canvas px

    @classmethod
    def around(cls, mask: NDArray[np.bool_], size: int, margin: float = MARGIN) -> Frame:
        """Return the smallest square that holds the mask's True pixels [H, W] and `margin` of its side around them."""
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        top, bottom = rows[0], rows[-1] + 1
        left, right = columns[0], columns[-1] + 1
        side = max(bottom - top, right - left) * (1 + 2 * margin)
        scale = size / side
        middle = Affine.translate(-(left + right) / 2, -(top + bottom) / 2)
        return cls(size, Affine.translate(size / 2, size / 2) @ Affine.scale(scale) @ middle)

    def crop(self, image: NDArray[Pixel], *, oversampling: int = 1) -> NDArray[Pixel]:
        """Resample the photo [H, W, …] onto the canvas, [oversampling · size, …]; its border is replicated outside."""
        side = self.size * oversampling
        to_crop = Affine.scale(oversampling) @ self.to_canvas
        shrink = to_crop.mean_scale
        if shrink < 1:  # smooth first: sampling alone would alias
            image = cast("NDArray[Pixel]", cv2.GaussianBlur(image, (0, 0), 0.45 / shrink))
        # OpenCV puts pixel centres at integers, we at ½.
        centred = Affine.translate(-0.5, -0.5) @ to_crop @ Affine.translate(0.5, 0.5)
        matrix = np.array([[centred.a, centred.c, centred.e], [centred.b, centred.d, centred.f]])
        mode = cv2.BORDER_REPLICATE
        crop = cv2.warpAffine(image, matrix, (side, side), flags=cv2.INTER_CUBIC, borderMode=mode)
        return cast("NDArray[Pixel]", crop)

    def on_photo(self, values: NDArray[np.float32], shape: tuple[int, int]) -> NDArray[np.float32]:
        """Resample a map of the canvas [size, size] onto the photo [H, W], 0 outside the canvas."""
        centred = Affine.translate(-0.5, -0.5) @ self.to_canvas @ Affine.translate(0.5, 0.5)
        matrix = np.array([[centred.a, centred.c, centred.e], [centred.b, centred.d, centred.f]])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return cast("NDArray[np.float32]", cv2.warpAffine(values, matrix, shape[::-1], flags=flags))

    def inside(self, shape: tuple[int, int], *, oversampling: int = 1) -> NDArray[np.bool_]:
        """Return which canvas pixels lie on the photo [H, W]: [oversampling · size, oversampling · size]."""
        corners = (Affine.scale(oversampling) @ self.to_canvas).points(np.array([[0.0, 0.0], [shape[1], shape[0]]]))
        centres = np.arange(self.size * oversampling) + 0.5
        (left, top), (right, bottom) = corners
        rows, columns = (centres > top) & (centres < bottom), (centres > left) & (centres < right)
        inside: NDArray[np.bool_] = rows[:, None] & columns[None, :]
        return inside


def central_square(width: float, height: float, size: int) -> Affine:
    """Return the map from a square canvas of `size` px to the largest square in the middle of a document, px."""
    side = min(width, height)
    return Affine.translate((width - side) / 2, (height - side) / 2) @ Affine.scale(side / size)
