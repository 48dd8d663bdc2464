"""Errors of reading photos and masks; each message is one line that says what to do."""

from __future__ import annotations

from taureau.errors import TaureauError
from taureau.wording import said

READABLE = "JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF"


class PhotoError(TaureauError, ValueError):
    """A photo or mask cannot be used."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(said("{name} {what}", name=_printable(name), what=what))


class NoPhotoError(PhotoError):
    """There is nothing to read: the file is missing, a folder, empty, or may not be read."""


class NotAPhotoError(PhotoError):
    """The file has a format that is not supported."""


class DamagedPhotoError(PhotoError):
    """The file is of a known kind, but its content is broken or cut off."""


class PhotoTooLargeError(PhotoError):
    """The photo has more pixels than are decoded, or than fit into memory."""


class PhotoTooSmallError(PhotoError):
    """The photo is too small, or too narrow, to hold anything that could be drawn."""


class MaskError(PhotoError):
    """The mask does not belong to the photo, marks nothing, or cannot be written."""


def _printable(name: str) -> str:
    """The name on one line; file names may contain line breaks."""
    return "".join(letter if letter.isprintable() else "?" for letter in name) or "The photo"
