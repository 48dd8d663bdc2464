"""A PDF page of cubic Béziers, written with reportlab: the same drawing gives the same bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from taureau.document import MM_PER_PX, Drawing
from taureau.export.errors import ExportError
from taureau.geometry import Point

if TYPE_CHECKING:
    from reportlab.pdfgen.pathobject import PDFPathObject

_PT = 72 / 96  # points in a px
_MAX_PT = 14_400  # of a page's side, by the standard's own word
_ROUND = 1  # caps and joins


def pdf_bytes(drawing: Drawing, painted: str | None = None) -> bytes:
    """The drawing's visible layers as a PDF page, `painted` in this colour.

    Raises ExportError for a page larger than PDF allows.
    """
    from reportlab.pdfgen.canvas import Canvas

    width, height = drawing.width * _PT, drawing.height * _PT
    if max(width, height) > _MAX_PT:
        raise ExportError(f"a page of a PDF is at most {_MAX_PT / _PT * MM_PER_PX:.0f} mm long: make it smaller")
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
        canvas.setStrokeColorRGB(*_rgb(stroke.color))
        canvas.setStrokeAlpha(stroke.opacity)
        canvas.setLineWidth(stroke.width)
        path = canvas.beginPath()
        stroke.curve.draw(_PathPen(path))
        if stroke.filled:
            canvas.setFillColorRGB(*(int(stroke.color[at : at + 2], 16) / 255 for at in (1, 3, 5)))
            canvas.setFillAlpha(stroke.opacity)
        canvas.drawPath(path, stroke=1, fill=int(stroke.filled))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


class _PathPen:
    """A pen that writes PDF path operators."""

    def __init__(self, path: PDFPathObject) -> None:
        self._path = path

    def move_to(self, point: Point, /) -> None:
        self._path.moveTo(*point)

    def curve_to(self, control_1: Point, control_2: Point, end: Point, /) -> None:
        self._path.curveTo(*control_1, *control_2, *end)
