"""The photo as it is kept in a drawing's file, and back."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from taureau.document import Drawing, Reference
from taureau.photo import Photo, PhotoError, jpeg_bytes, load_photo

OTHER_SHAPE = 0.01  # by which a photo's proportions may differ from those of the sheet it lies beneath


def reference_of(photo: Photo) -> Reference:
    """What a file keeps of a photo."""
    return Reference(jpeg_bytes(photo), photo.name)


def photo_of(reference: Reference, drawing: Drawing) -> Photo | None:
    """The photo that a drawing's file keeps; None where it is damaged, too large, or not of the sheet's shape."""
    try:
        photo = load_photo(BytesIO(reference.data))
    except PhotoError:
        return None
    if not lies_beneath(photo, drawing):
        return None
    size = (round(drawing.width), round(drawing.height))  # the photo's own, of which the file keeps fewer pixels
    width, height = max(size, (photo.width, photo.height))
    return replace(photo, name=reference.name or photo.name, width=width, height=height)


def lies_beneath(photo: Photo, drawing: Drawing) -> bool:
    """True when the photo has the proportions of the drawing's sheet, as far as whole pixels can have them."""
    off = abs(photo.width / photo.height * drawing.height / drawing.width - 1)
    return off <= OTHER_SHAPE + 0.5 / min(photo.width, photo.height)
