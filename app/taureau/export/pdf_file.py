"""A PDF page of cubic Béziers, written with reportlab: the same drawing gives the same bytes."""

from __future__ import annotations

import io
import math
from functools import lru_cache
from typing import TYPE_CHECKING

from taureau.document import MM_PER_PX, Drawing, Stroke
from taureau.document.grain import GRAINS, tile_png, tile_size
from taureau.export.errors import ExportError
from taureau.geometry import Point, bounds
from taureau.geometry.outline import outline
from taureau.wording import said

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_PT = 72 / 96  # points in a px
_MAX_PT = 14_400  # of a page's side, by the standard's own word
_ROUND = 1  # caps and joins
_NONZERO = 1  # fill rule


def pdf_bytes(drawing: Drawing, painted: str | None = None) -> bytes:
    """The drawing's visible layers as a PDF page, `painted` in this colour.

    Raises ExportError for a page larger than PDF allows.
    """
    from reportlab.pdfgen.canvas import Canvas

    width, height = drawing.width * _PT, drawing.height * _PT
    if max(width, height) > _MAX_PT:
        raise ExportError(
            said("a page of a PDF is at most {value:.0f} mm long: make it smaller", value=_MAX_PT / _PT * MM_PER_PX)
        )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=True)  # without the date and a random id
    canvas.setCreator("Taureau")
    canvas.setTitle("Drawing")
    canvas.setAuthor("")
    canvas.setSubject("")
    if painted is not None:
        canvas.setFillColorRGB(*_rgb(painted))
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.transform(_PT, 0, 0, -_PT, 0, height)  # px, y down
    canvas.setLineCap(_ROUND)
    canvas.setLineJoin(_ROUND)
    for stroke in (stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes):
        _draw(canvas, stroke)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _draw(canvas: Canvas, stroke: Stroke) -> None:
    color = _rgb(stroke.color)
    canvas.setStrokeColorRGB(*color)
    canvas.setStrokeAlpha(stroke.opacity)
    canvas.setFillColorRGB(*color)
    canvas.setFillAlpha(stroke.opacity)
    canvas.setLineWidth(stroke.width)
    path = canvas.beginPath()
    textured = stroke.pen in GRAINS
    is_line = stroke.profile is None and not textured
    (stroke.curve if is_line else outline(stroke.curve, stroke.width, stroke.profile)).draw(_PathPen(path))
    if textured:
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0, fillMode=_NONZERO)
        _lay_tiles(canvas, stroke)
        canvas.restoreState()
    else:
        canvas.drawPath(path, stroke=int(is_line), fill=int(stroke.filled or not is_line), fillMode=_NONZERO)


def _lay_tiles(canvas: Canvas, stroke: Stroke) -> None:
    """Cover the box of a stroke with the texture of its pen."""
    size = tile_size(stroke.pen or "", stroke.width)
    box = bounds(stroke.curve).grown(stroke.widest / 2)
    tile = _tile(stroke.pen or "", stroke.color)
    for row in range(math.floor(box.top / size), math.ceil(box.bottom / size)):
        for column in range(math.floor(box.left / size), math.ceil(box.right / size)):
            canvas.saveState()
            canvas.transform(1, 0, 0, -1, column * size, (row + 1) * size)  # a picture's y runs up
            canvas.drawImage(tile, 0, 0, size, size, mask="auto")
            canvas.restoreState()


@lru_cache(maxsize=64)
def _tile(pen: str, color: str) -> ImageReader:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    return ImageReader(Image.open(io.BytesIO(tile_png(pen, color))).convert("RGBA"))


class _PathPen:
    """A pen that writes PDF path operators."""

    def __init__(self, path: PDFPathObject) -> None:
        self._path = path

    def move_to(self, point: Point, /) -> None:
        self._path.moveTo(*point)

    def curve_to(self, control_1: Point, control_2: Point, end: Point, /) -> None:
        self._path.curveTo(*control_1, *control_2, *end)
