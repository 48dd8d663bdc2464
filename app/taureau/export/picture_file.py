"""PNG and WebP files, rendered by resvg from the SVG that would be written; square pictures for image models."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from taureau.document import Drawing, drawing_to_svg
from taureau.export.errors import ExportError
from taureau.export.paper import PAPER_COLOR
from taureau.export.request import Format
from taureau.export.textured_picture import has_texture, paint_band
from taureau.geometry import Affine
from taureau.wording import said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

_PX_PER_INCH = 96.0
_BAND = 400_000  # pixels that are rendered at once, in some 20 ms
_MAX_PIXELS = 100_000_000
_MAX_WEBP = 16_383  # px of a side, by the format's own word
SIDE = 512  # px of a square picture
_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT, _INCH = 282, 283, 296, 2  # Exif's, which WebP has instead of its own


def picture_bytes(drawing: Drawing, size: tuple[int, int], dpi: float, *, kind: Format, transparent: bool) -> bytes:
    """The drawing's visible layers at `size` pixels; raises ExportError for too many pixels."""
    from PIL import Image

    width, height = size
    if width * height > _MAX_PIXELS:
        raise ExportError(
            said(
                "a picture of {width} × {height} pixels is too large; at most {value} million: take a lower "
                "resolution or a smaller size",
                width=width,
                height=height,
                value=_MAX_PIXELS // 10**6,
            )
        )
    if kind == "webp" and max(size) > _MAX_WEBP:
        raise ExportError(
            said(
                "a WebP is at most {MAX_WEBP} pixels long, not {max}: take PNG, or a smaller size",
                MAX_WEBP=_MAX_WEBP,
                max=max(size),
            )
        )
    in_pixels = replace(drawing.transformed(Affine.scale(dpi / _PX_PER_INCH)), width=width, height=height)
    picture = _rendered(in_pixels, size, transparent=transparent)
    buffer = io.BytesIO()
    if kind == "png":
        picture.save(buffer, "PNG", dpi=(dpi, dpi))
    else:
        exif = Image.Exif()
        exif[_X_RESOLUTION] = exif[_Y_RESOLUTION] = dpi
        exif[_RESOLUTION_UNIT] = _INCH
        picture.save(buffer, "WEBP", lossless=True, exif=exif)
    return buffer.getvalue()


def _rendered(drawing: Drawing, size: tuple[int, int], *, transparent: bool) -> Image.Image:
    """Render in bands: resvg holds the interpreter lock while it renders, and the window must stay responsive."""
    import resvg_py
    from PIL import Image

    width, height = size
    if has_texture(drawing):
        return _rendered_textures(drawing, size, transparent=transparent)
    picture = Image.new("RGBA" if transparent else "RGB", size)
    svg = drawing_to_svg(drawing, unit="px")
    sheet = f'height="{height}" viewBox="0 0 {width} {height}"'
    rows = max(1, _BAND // width)
    for top in range(0, height, rows):
        high = min(rows, height - top)
        png = resvg_py.svg_to_bytes(
            svg_string=svg.replace(sheet, f'height="{high}" viewBox="0 {top} {width} {high}"', 1),
            background=None if transparent else drawing.paper or PAPER_COLOR,
            skip_system_fonts=True,
        )
        with Image.open(io.BytesIO(png)) as part:
            picture.paste(part if transparent else part.convert("RGB"), (0, top))
    return picture


def _rendered_textures(drawing: Drawing, size: tuple[int, int], *, transparent: bool) -> Image.Image:
    from PIL import Image

    picture = Image.new("RGBA", size, (0, 0, 0, 0) if transparent else drawing.paper or PAPER_COLOR)
    rows = max(1, _BAND // size[0])
    for top in range(0, size[1], rows):
        paint_band(picture, drawing, top, min(rows, size[1] - top))
    return picture if transparent else picture.convert("RGB")


def square_picture(drawing: Drawing) -> NDArray[np.uint8]:
    """Return the drawing's visible layers centred on white, [SIDE, SIDE, 3] sRGB, for models that take an image."""
    import numpy as np
    from PIL import Image

    scale = SIDE / max(drawing.width, drawing.height)
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    square = Image.new("RGB", (SIDE, SIDE), PAPER_COLOR)
    with Image.open(io.BytesIO(picture_bytes(drawing, size, 96 * scale, kind="png", transparent=False))) as drawn:
        square.paste(drawn, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    return np.asarray(square)
