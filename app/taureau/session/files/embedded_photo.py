"""Encoding and decoding the photo that a drawing's file embeds."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from taureau.api import same_proportions
from taureau.document import Drawing, Reference
from taureau.photo import Photo, PhotoError, jpeg_bytes, load_photo


def reference_of(photo: Photo) -> Reference:
    """Return the photo as a file embeds it."""
    return Reference(jpeg_bytes(photo), photo.name)


def photo_of(reference: Reference, drawing: Drawing) -> Photo | None:
    """Return the embedded photo; None if it is damaged, too large, or of other proportions than the drawing."""
    try:
        photo = load_photo(BytesIO(reference.data))
    except PhotoError:
        return None
    if not same_proportions(drawing, photo):
        return None
    size = (round(drawing.width), round(drawing.height))  # of the original; the embedded one may have fewer pixels
    width, height = max(size, (photo.width, photo.height))
    return replace(photo, name=reference.name or photo.name, width=width, height=height)
