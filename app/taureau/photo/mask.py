"""Masks: images that mark the subject of a photo."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from taureau.photo.decode import decode, name_of
from taureau.photo.errors import MaskError
from taureau.photo.photo import MAX_RATIO, Photo
from taureau.wording import said

PROPORTION_TOLERANCE = 0.02  # how far a mask's proportions may be off the photo's, relative
_OUTLINED = 1024  # px, the longer side at which a mask is outlined
_DEVIATION = 0.7  # px of that by which an outline may miss the mask


def load_mask(source: Path | BinaryIO, photo: Photo) -> NDArray[np.bool_]:
    """The mask of a photo, [H, W] like `photo.pixels`, True where the subject is; raises PhotoError.

    Any picture will do, at any size in the photo's proportions. Where some of it is transparent the subject
    is what is opaque; else the subject is what is light (a brightness of a half or more).
    """
    name = str(source) if isinstance(source, Path) else name_of(source)
    rows, columns = photo.pixels.shape[:2]
    decoded = decode(source, max_side=max(rows, columns), check_size=_check_ratio)
    _check_proportions(name, (decoded.width, decoded.height), photo)
    mask = np.asarray(_levels(decoded.image).resize((columns, rows), Image.Resampling.BILINEAR)) >= 128
    if not mask.any():
        raise MaskError(name, said("marks nothing: paint the subject white, or leave the mask out."))
    return mask


def mask_from_array(mask: NDArray[np.bool_], photo: Photo) -> NDArray[np.bool_]:
    """Return a mask [H, W] of a photo at the size of `photo.pixels`; raises ValueError for one of another size."""
    rows, columns = photo.pixels.shape[:2]
    if mask.dtype != np.bool_ or mask.shape not in ((rows, columns), (photo.height, photo.width)):
        raise ValueError(f"the mask must be bool {[photo.height, photo.width]}, not {mask.dtype} {list(mask.shape)}")
    levels = Image.fromarray(np.where(mask, 255, 0).astype(np.uint8))
    resized: NDArray[np.bool_] = np.asarray(levels.resize((columns, rows), Image.Resampling.BILINEAR)) >= 128
    return resized


def mask_outlines(levels: NDArray[np.uint8]) -> list[NDArray[np.float32]]:
    """Return the closed outlines of a mask [H, W], 0 … 255, as points [N, 2] in shares of its width and height."""
    if not (levels >= 128).any():
        return []
    import cv2  # takes as long as a frame, and the window starts without it

    height, width = levels.shape
    scale = _OUTLINED / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    large = cv2.resize(levels, size, interpolation=cv2.INTER_LINEAR) >= 128
    found, _ = cv2.findContours(large.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    simple = (cv2.approxPolyDP(outline, _DEVIATION, closed=True)[:, 0] for outline in found)
    return [((points + 0.5) / size).astype(np.float32) for points in simple if len(points) > 2]


def save_mask(mask: NDArray[np.bool_], path: Path) -> None:
    """Write a mask [H, W] atomically as a grey PNG, white where True; raises MaskError."""
    if mask.dtype != np.bool_ or mask.ndim != 2:
        raise ValueError(f"a mask is an array of booleans [H, W], not {mask.dtype} {list(mask.shape)}")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        Image.fromarray(np.where(mask, 255, 0).astype(np.uint8)).save(unfinished, format="PNG")
        os.replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise MaskError(
            str(path), said("cannot be written ({reason}): choose another folder or name.", reason=reason)
        ) from error


def _levels(image: Image.Image) -> Image.Image:
    """Alpha where some pixel is transparent, else brightness: mode L."""
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        if np.asarray(alpha).min() < 255:
            return alpha
    return image.convert("RGB").convert("L")


def _check_ratio(width: int, height: int, name: str) -> None:
    """Raise MaskError, before anything is decoded, for a mask narrower than any photo."""
    if max(width, height) > 2 * MAX_RATIO * min(width, height):
        raise MaskError(
            name,
            said(
                "is too narrow ({width} × {height} pixels) for any photo: crop or stretch it to fit.",
                width=width,
                height=height,
            ),
        )


def _check_proportions(name: str, mask: tuple[int, int], photo: Photo) -> None:
    rows, columns = photo.pixels.shape[:2]
    if mask == (columns, rows):
        return
    # Whole pixels hit the proportions no better than to half a pixel a side, which counts in a small mask.
    lowest, highest = (mask[0] - 0.5) / (mask[1] + 0.5), (mask[0] + 0.5) / (mask[1] - 0.5)
    wanted = photo.width / photo.height
    if not lowest * (1 - PROPORTION_TOLERANCE) <= wanted <= highest * (1 + PROPORTION_TOLERANCE):
        sizes = f"{mask[0]} × {mask[1]} pixels, the photo {photo.width} × {photo.height}"
        raise MaskError(
            name, said("does not have the photo's proportions ({sizes}): crop or stretch it to fit.", sizes=sizes)
        )
