"""Photos: upright sRGB pixels of bounded size, and the size of the original."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from taureau.photo.decode import bounded, decode, name_of, shrink, upright
from taureau.photo.errors import DamagedPhotoError, PhotoTooSmallError
from taureau.wording import said

MIN_SIDE = 8  # pixels; below that there is nothing to draw
MAX_RATIO = 100  # longer to shorter side; beyond that scaling leaves nothing of the shorter one
_MOST_OPAQUE = 0.95  # of an image whose transparency separates a subject from nothing
MAX_SIDE = 1024  # pixels kept of the longer side; drawing works on fewer
QUALITY = 90  # of JPEG; edges stay where they are
_FULL_CHROMA = 0  # JPEG subsampling; red on green may be the only edge there is


@dataclass(frozen=True, eq=False)
class Photo:
    """An upright picture; `width` × `height` are document coordinates, `pixels` may be a smaller copy."""

    pixels: NDArray[np.uint8]  # [H, W, 3], sRGB, read-only
    width: int  # of the whole upright picture, px
    height: int
    name: str  # the file's name without its folder
    alpha: NDArray[np.uint8] | None = None  # [H, W], opacity 0 … 255; None where everything is opaque

    def __post_init__(self) -> None:
        pixels = self.pixels
        if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3:
            raise ValueError(f"a photo's pixels are uint8 [H, W, 3], not {pixels.dtype} {list(pixels.shape)}")
        if pixels.flags.writeable or not pixels.flags.c_contiguous:
            pixels = np.array(pixels, order="C")
            pixels.setflags(write=False)
            object.__setattr__(self, "pixels", pixels)

    @property
    def scale(self) -> float:
        """Document pixels per pixel of the array, ≥ 1."""
        rows, columns = self.pixels.shape[:2]
        return float(max(self.width, self.height) / max(rows, columns))


def load_photo(source: Path | BinaryIO, *, max_side: int = MAX_SIDE) -> Photo:
    """Read any photo, its pixels no larger than `max_side` on the longer side; raises PhotoError.

    Of a file with several pictures the first is taken. It is turned as its EXIF notes say, and laid on white
    where it is transparent. A stream is read from its beginning and left open.
    """
    _check_max_side(max_side)
    decoded = decode(source, max_side=max_side, check_size=_check_size)
    return _photo(decoded.image, decoded.width, decoded.height, name_of(source))


def photo_from_image(image: Image.Image, *, max_side: int = MAX_SIDE) -> Photo:
    """Return a photo of a Pillow image, upright and in sRGB as from its file; raises PhotoError."""
    _check_max_side(max_side)
    name = Path(getattr(image, "filename", "") or "image").name
    try:
        image.load()
        decoded = upright(image, *image.size, max_side=max_side)
    except (OSError, SyntaxError) as error:
        raise DamagedPhotoError(
            name, said("cannot be decoded: use another copy, or save it anew elsewhere.")
        ) from error
    _check_size(decoded.width, decoded.height, name)
    return _photo(decoded.image, decoded.width, decoded.height, name)


def photo_from_array(
    array: NDArray[Any],  # [H, W] or [H, W, C]: grey, grey + alpha, RGB or RGBA
    *,
    name: str = "Pasted image",
    max_side: int = MAX_SIDE,
) -> Photo:
    """A photo from upright sRGB pixels in memory; raises PhotoTooSmallError.

    uint8 and uint16 use their whole range, booleans are black and white, floats are 0 … 1; any other array
    is a ValueError.
    """
    _check_max_side(max_side)
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] not in (1, 2, 3, 4)):
        raise ValueError(f"a photo is an array [H, W] or [H, W, 1 to 4], not {list(array.shape)}")
    height, width = array.shape[:2]
    _check_size(width, height, name)
    values = _bytes(array)
    image = Image.fromarray(values[:, :, 0] if values.ndim == 3 and values.shape[2] == 1 else values)
    image = shrink(image, bounded(width, height, max_side))
    return _photo(image, width, height, name)


def _bytes(array: NDArray[Any]) -> NDArray[np.uint8]:
    if array.dtype == np.uint8:
        values = array
    elif array.dtype == np.uint16:
        values = np.rint(array.astype(np.float32) / 257)
    elif array.dtype == np.bool_:
        values = np.where(array, 255, 0)
    elif array.dtype.kind == "f":
        values = np.rint(np.clip(np.nan_to_num(array), 0.0, 1.0) * 255)
    else:
        raise ValueError(f"a photo is of type uint8, uint16, bool or float, not {array.dtype}")
    return np.ascontiguousarray(values, dtype=np.uint8)


def _photo(image: Image.Image, width: int, height: int, name: str) -> Photo:
    return Photo(np.asarray(_on_white(image)), width, height, name, _alpha(image))


def _alpha(image: Image.Image) -> NDArray[np.uint8] | None:
    """Return the opacity [H, W] of an image of which a part is transparent; rounded corners are too little."""
    if image.mode not in ("LA", "RGBA"):
        return None
    alpha: NDArray[np.uint8] = np.asarray(image.getchannel("A"))
    return alpha if 0 < (alpha >= 128).mean() < _MOST_OPAQUE else None


def _on_white(image: Image.Image) -> Image.Image:
    """The image as RGB, composited on white."""
    if image.mode not in ("LA", "RGBA"):
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


def _check_size(width: int, height: int, name: str) -> None:
    size = f"{width} × {height} pixels"
    if min(width, height) < MIN_SIDE:
        what = f"is too small ({size}): choose one of at least {MIN_SIDE} × {MIN_SIDE} pixels."
        raise PhotoTooSmallError(name, what)
    if max(width, height) > MAX_RATIO * min(width, height):
        what = f"is too narrow ({size}): crop its longer side to at most {MAX_RATIO} times the shorter."
        raise PhotoTooSmallError(name, what)


def _check_max_side(max_side: int) -> None:
    if max_side < MIN_SIDE:
        raise ValueError(f"max_side must be at least {MIN_SIDE}, not {max_side}")


def jpeg_bytes(photo: Photo) -> bytes:
    """Return the photo's pixels as a JPEG file; the same photo gives the same bytes."""
    buffer = BytesIO()
    Image.fromarray(photo.pixels).save(buffer, format="JPEG", quality=QUALITY, subsampling=_FULL_CHROMA)
    return buffer.getvalue()
