"""A photo as the bytes of a file, to be kept with what was made from it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from taureau.photo.photo import Photo

QUALITY = 90  # of JPEG; edges come back where they were
_PLAIN = 0  # chroma is kept at full size, for red on green may be all the edge there is


def jpeg_bytes(photo: Photo) -> bytes:
    """The photo's pixels, which are of bounded size, as a JPEG; the same photo gives the same bytes."""
    buffer = BytesIO()
    Image.fromarray(photo.pixels).save(buffer, format="JPEG", quality=QUALITY, subsampling=_PLAIN)
    return buffer.getvalue()
