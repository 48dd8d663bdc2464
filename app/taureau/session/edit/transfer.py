"""Strokes as other programs take them: SVG, a picture in PNG, and for a drag a file."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import replace
from functools import cache, reduce
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from taureau.document import Drawing, bare, drawing_to_svg, exchanged, ink_box, released, save_svg
from taureau.export.picture_file import picture_bytes
from taureau.geometry import Affine, Box

SVG = "image/svg+xml"
_LONGEST = 1024  # px of the picture's longer side
_PX_PER_INCH = 96.0


def only(drawing: Drawing, places: Collection[int]) -> Drawing:
    """Return these strokes on a sheet of their drawing's size, without paper and locks."""
    others = set(range(drawing.stroke_count)) - set(places)
    chosen = exchanged(released(drawing, places), dict.fromkeys(others, ()))
    layers = tuple(replace(layer, locked=False) for layer in chosen.layers if layer.strokes)
    return bare(replace(chosen, layers=layers, paper=None))


def offered(drawing: Drawing) -> QMimeData:
    """Return a drawing as SVG, as a picture of its ink, and as text; raises DocumentError if it cannot be written."""
    svg = drawing_to_svg(drawing)
    data = QMimeData()
    data.setData(SVG, svg.encode("utf-8"))
    data.setText(svg)
    data.setImageData(picture(drawing))
    return data


def with_file(data: QMimeData, drawing: Drawing, name: str) -> QMimeData:
    """Add the drawing as a file of this name, which lasts until the program ends; raises DocumentError."""
    path = Path(_folder().name) / f"{name or 'drawing'}.svg"
    save_svg(drawing, path)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def picture(drawing: Drawing, longest: int = _LONGEST) -> QImage:
    """Return the ink on a transparent ground, its longer side of this many px; a null image where there is none."""
    boxes = [ink_box(stroke) for layer in drawing.layers if layer.visible for stroke in layer.strokes]
    if not boxes:
        return QImage()
    box = reduce(Box.union, boxes)
    scale = longest / max(box.width, box.height)
    size = max(1, round(box.width * scale)), max(1, round(box.height * scale))
    shift = Affine.translate(-box.left, -box.top)
    layers = tuple(
        replace(layer, strokes=tuple(stroke.transformed(shift) for stroke in layer.strokes)) for layer in drawing.layers
    )
    cut = replace(drawing, width=box.width, height=box.height, layers=layers)
    return QImage.fromData(picture_bytes(cut, size, _PX_PER_INCH * scale, kind="png", transparent=True))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="taureau-")
