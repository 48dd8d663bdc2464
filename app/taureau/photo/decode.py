"""Decoding of image files to upright Pillow images of bounded size; every failure is a PhotoError."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageFile, JpegImagePlugin

from taureau.photo.colour import to_srgb
from taureau.photo.errors import (
    READABLE,
    DamagedPhotoError,
    NoPhotoError,
    NotAPhotoError,
    PhotoError,
    PhotoTooLargeError,
)
from taureau.photo.kind import HEAD_BYTES, Kind, kind_of
from taureau.wording import said

PIXEL_LIMIT = 120_000_000  # decoded whole, at up to 4 bytes a pixel
JPEG_PIXEL_LIMIT = 300_000_000  # unless progressive: decoded at down to an eighth of its size

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ORIENTATION = 0x0112  # the EXIF tag
_DNG_VERSION = 50706  # the TIFF tag that makes a TIFF a camera raw file
_CUT_OFF = ("truncated", "end of file", "not enough", "incomplete")  # words decoders say where data run out

_quiet_lock = threading.Lock()


@dataclass(frozen=True)
class Decoded:
    """An upright sRGB image (mode RGB or RGBA) of bounded size, and the size it has in the file."""

    image: Image.Image
    width: int  # of the whole upright picture, pixels
    height: int


SizeCheck = Callable[[int, int, str], None]  # of width, height and name; raises PhotoError for a size of no use


def decode(source: Path | BinaryIO, *, max_side: int, check_size: SizeCheck | None = None) -> Decoded:
    """Decode an image, its longer side reduced to at most `max_side` pixels; raises PhotoError.

    `check_size` is called with the size in the file before anything is decoded.
    """
    if not isinstance(source, Path):
        return _decode_stream(source, name_of(source), max_side, check_size)
    name = str(source)
    try:
        if source.is_dir():
            raise NoPhotoError(name, said("is a folder: choose a photo in it."))
        if source.exists() and not source.is_file():
            # Reading a pipe or a device might never end.
            raise NoPhotoError(name, said("is not a file: choose a photo."))
        with source.open("rb") as stream:
            return _decode_stream(stream, name, max_side, check_size)
    except FileNotFoundError as error:
        raise NoPhotoError(name, said("does not exist: check its name and folder.")) from error
    except PermissionError as error:
        raise NoPhotoError(name, said("may not be read: change its permissions, or copy it elsewhere.")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoPhotoError(name, said("cannot be read ({reason}): try another copy of it.", reason=reason)) from error


def name_of(source: Path | BinaryIO) -> str:
    """The file's name without its folder; of a stream without a name, `photo`."""
    if isinstance(source, Path):
        return source.name
    name = getattr(source, "name", None)
    return Path(name).name if isinstance(name, str) and name else "photo"


def _decode_stream(stream: BinaryIO, name: str, max_side: int, check_size: SizeCheck | None) -> Decoded:
    if not stream.seekable():
        stream = BytesIO(stream.read())
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    if not head:
        raise NoPhotoError(name, said("is empty (0 bytes): copy or export the photo again."))
    kind = kind_of(head, name)
    if kind is None:
        raise NotAPhotoError(name, said("is not a photo: choose a {READABLE} file.", READABLE=READABLE))
    if kind.format is None:
        raise _unread(name, kind.label)
    try:
        with _quiet(), _silent_libtiff() if kind.format == "TIFF" else nullcontext():
            return _decode_kind(stream, kind, name, max_side, check_size)
    except PhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoTooLargeError(name, said("is too large: {advice}", advice=_advice(PIXEL_LIMIT))) from error
    except MemoryError as error:
        raise PhotoTooLargeError(name, said("does not fit into the free memory: scale it down.")) from error
    except Exception as error:
        # Decoders fail in every way there is: OSError, SyntaxError, struct.error, OverflowError, …
        if isinstance(error, EOFError) or any(word in str(error).lower() for word in _CUT_OFF):
            raise DamagedPhotoError(name, said("is cut off before its end: copy or download it again.")) from error
        what = f"is {kind.label}, but damaged or incomplete: use another copy, or save it anew elsewhere."
        raise DamagedPhotoError(name, what) from error


def _decode_kind(stream: BinaryIO, kind: Kind, name: str, max_side: int, check_size: SizeCheck | None) -> Decoded:
    with _open(stream, kind, name) as image:
        if _DNG_VERSION in getattr(image, "tag_v2", ()):
            raise _unread(name, "a camera raw file")
        is_jpeg = kind.format == "JPEG"
        width, height = image.size
        limit = JPEG_PIXEL_LIMIT if is_jpeg and not image.info.get("progressive") else PIXEL_LIMIT
        if width * height > limit:
            raise PhotoTooLargeError(
                name,
                said(
                    "is too large ({width} × {height} pixels): {advice}",
                    width=width,
                    height=height,
                    advice=_advice(limit),
                ),
            )
        if check_size is not None:
            check_size(width, height, name)
        # Half as large again as wanted, so that the final scaling still has something to average.
        drafted = image.draft(None, bounded(width, height, max_side * 3 // 2)) if is_jpeg else None
        box = drafted[1] if drafted else None
        image.load()
        return upright(image, width, height, max_side=max_side, box=box)


def upright(
    image: Image.Image,
    width: int,
    height: int,
    *,
    max_side: int,
    box: tuple[float, float, float, float] | None = None,
) -> Decoded:
    """Return a loaded image in sRGB, turned as its EXIF orientation says, its longer side at most `max_side` pixels.

    `width` and `height` are those of the whole image; `box` is the part of a reduced one that shows it.
    """
    orientation = _orientation(image)
    picture = to_srgb(image, lambda pixels: shrink(pixels, bounded(width, height, max_side), box))
    if orientation in _TURNS:
        picture = picture.transpose(_TURNS[orientation])
    if orientation >= 5:
        width, height = height, width
    return Decoded(picture, width, height)


def _open(stream: BinaryIO, kind: Kind, name: str) -> ImageFile.ImageFile:
    """Open an image without decoding its pixels; the caller rejects large ones."""
    if kind.format == "JPEG":
        return JpegImagePlugin.JpegImageFile(stream)
    if kind.format == "HEIF":
        try:
            from pi_heif import register_heif_opener
        except ImportError as error:
            what = "is a HEIC file: install pi-heif to read these, or export it as JPEG."
            raise NotAPhotoError(name, what) from error
        register_heif_opener()
    # Not Image.open(): it judges by a global limit, and says neither the size nor the limit.
    Image.init()
    if kind.format not in Image.OPEN:
        raise _unread(name, kind.label)
    return Image.OPEN[kind.format][0](stream, "")


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation, 1 … 8; 1 where there is none or it cannot be read."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:
        # A photo with broken notes is still a photo.
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _unread(name: str, label: str) -> NotAPhotoError:
    return NotAPhotoError(name, said("is {label}, which is not read here: export it as JPEG or PNG.", label=label))


def _advice(limit: int) -> str:
    return f"scale it down to at most {limit // 1_000_000} million pixels."


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence Pillow's warnings; size and damage are raised as errors here."""
    with _quiet_lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _silent_libtiff() -> Iterator[None]:
    """Keep libtiff from printing its own messages, which it writes to descriptor 2 itself."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def bounded(width: int, height: int, max_side: int) -> tuple[int, int]:
    """The size reduced in proportion to a longer side of at most `max_side`."""
    longer = max(width, height)
    if longer <= max_side:
        return width, height
    return max(1, round(width * max_side / longer)), max(1, round(height * max_side / longer))


def shrink(
    image: Image.Image,  # 8 bits a channel, no palette
    size: tuple[int, int],
    box: tuple[float, float, float, float] | None = None,  # left, top, right, bottom; all of it where None
) -> Image.Image:
    """The part `box` of an image, area-averaged to `size`, colours weighted by alpha."""
    if image.size == size:
        return image
    # Hamming does not overshoot: a sharper filter leaves a second, faint line beside each hard edge.
    return image.resize(size, Image.Resampling.HAMMING, box=box)
