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
from taureau.photo.photo import Photo

PROPORTION_TOLERANCE = 0.02  # how far a mask's proportions may be off the photo's, relative


def load_mask(source: Path | BinaryIO, photo: Photo) -> NDArray[np.bool_]:
    """The mask of a photo, [H, W] like `photo.pixels`, True where the subject is; raises PhotoError.

    Any picture will do, at any size in the photo's proportions. Where some of it is transparent the subject
    is what is opaque; else the subject is what is light (a brightness of a half or more).
    """
    name = str(source) if isinstance(source, Path) else name_of(source)
    rows, columns = photo.pixels.shape[:2]
    decoded = decode(source, max_side=max(rows, columns))
    _check_proportions(name, (decoded.width, decoded.height), photo)
    mask = np.asarray(_levels(decoded.image).resize((columns, rows), Image.Resampling.BILINEAR)) >= 128
    if not mask.any():
        raise MaskError(name, "marks nothing: paint the subject white, or leave the mask out.")
    return mask


def mask_from_array(mask: NDArray[np.bool_], photo: Photo) -> NDArray[np.bool_]:
    """Return a mask [H, W] of a photo at the size of `photo.pixels`; raises ValueError for one of another size."""
    rows, columns = photo.pixels.shape[:2]
    if mask.dtype != np.bool_ or mask.shape not in ((rows, columns), (photo.height, photo.width)):
        raise ValueError(f"the mask must be bool {[photo.height, photo.width]}, not {mask.dtype} {list(mask.shape)}")
    levels = Image.fromarray(np.where(mask, 255, 0).astype(np.uint8))
    resized: NDArray[np.bool_] = np.asarray(levels.resize((columns, rows), Image.Resampling.BILINEAR)) >= 128
    return resized


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
        raise MaskError(str(path), f"cannot be written ({reason}): choose another folder or name.") from error


def _levels(image: Image.Image) -> Image.Image:
    """Alpha where some pixel is transparent, else brightness: mode L."""
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        if np.asarray(alpha).min() < 255:
            return alpha
    return image.convert("RGB").convert("L")


def _check_proportions(name: str, mask: tuple[int, int], photo: Photo) -> None:
    rows, columns = photo.pixels.shape[:2]
    if mask == (columns, rows):
        return
    # Whole pixels hit the proportions no better than to half a pixel a side, which counts in a small mask.
    lowest, highest = (mask[0] - 0.5) / (mask[1] + 0.5), (mask[0] + 0.5) / (mask[1] - 0.5)
    wanted = photo.width / photo.height
    if not lowest * (1 - PROPORTION_TOLERANCE) <= wanted <= highest * (1 + PROPORTION_TOLERANCE):
        sizes = f"{mask[0]} × {mask[1]} pixels, the photo {photo.width} × {photo.height}"
        raise MaskError(name, f"does not have the photo's proportions ({sizes}): crop or stretch it to fit.")
