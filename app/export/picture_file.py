"""PNG and WebP, rendered by resvg from the very SVG that would be written, the resolution in the file."""

from __future__ import annotations

import io
from dataclasses import replace

from app.document import Drawing, drawing_to_svg
from app.export.errors import ExportError
from app.export.request import Format
from app.geometry import Affine

_PX_PER_INCH = 96.0
_MAX_PIXELS = 100_000_000
_MAX_WEBP = 16_383  # px of a side, by the format's own word
_PAPER = "#ffffff"
_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT, _INCH = 282, 283, 296, 2  # Exif's, which WebP has instead of its own


def picture_bytes(drawing: Drawing, size: tuple[int, int], dpi: float, *, kind: Format, transparent: bool) -> bytes:
    """The drawing's visible layers, `size` pixels wide and high; raises ExportError where that is too many."""
    import resvg_py
    from PIL import Image

    width, height = size
    if width * height > _MAX_PIXELS:
        raise ExportError(
            f"a picture of {width} × {height} pixels is too large; at most {_MAX_PIXELS // 10**6} million: "
            "take a lower resolution or a smaller size"
        )
    if kind == "webp" and max(size) > _MAX_WEBP:
        raise ExportError(f"a WebP is at most {_MAX_WEBP} pixels long, not {max(size)}: take PNG, or a smaller size")
    in_pixels = replace(drawing.transformed(Affine.scale(dpi / _PX_PER_INCH)), width=width, height=height)
    png = resvg_py.svg_to_bytes(
        svg_string=drawing_to_svg(in_pixels, unit="px"),
        background=None if transparent else _PAPER,
        skip_system_fonts=True,
    )
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        picture = image if transparent else image.convert("RGB")
        if kind == "png":
            picture.save(buffer, "PNG", dpi=(dpi, dpi))
        else:
            exif = Image.Exif()
            exif[_X_RESOLUTION] = exif[_Y_RESOLUTION] = dpi
            exif[_RESOLUTION_UNIT] = _INCH
            picture.save(buffer, "WEBP", lossless=True, exif=exif)
    return buffer.getvalue()
