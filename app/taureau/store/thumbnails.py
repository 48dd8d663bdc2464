"""Small pictures of photos and drawings."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PHOTO_SIDE = 256  # px of the longer side
DRAWING_SIDE = 400  # px of the longer side: twice what the gallery shows, for screens that are sharp
_QUALITY = 85  # of JPEG


def photo_thumbnail(pixels: NDArray[np.uint8]) -> bytes:
    """Return a photo's pixels [H, W, 3], sRGB, as a small JPEG file."""
    from PIL import Image

    picture = Image.fromarray(pixels)
    picture.thumbnail((PHOTO_SIDE, PHOTO_SIDE), reducing_gap=1.0)  # five times as fast, and as sharp at this size
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def drawing_thumbnail(svg: str, side: int = DRAWING_SIDE) -> bytes:
    """Return the picture of an SVG as a PNG file, its longer side of so many px; raises ValueError.

    It is transparent where neither a line nor a chosen paper is.
    """
    import resvg_py

    return resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side, dpi=96, skip_system_fonts=True)
