"""Pictures of strokes with the texture of a pen: each is rendered plain, then let through where the texture is.

An SVG renderer would paint the pattern anew for each stroke, as large as it is in pixels, which takes minutes in print.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Layer, Stroke, drawing_to_svg
from taureau.document.grain import GRAINS, SIDE, alpha_tile, tile_size
from taureau.geometry import Affine, Box, bounds

if TYPE_CHECKING:
    from PIL import Image

_MARGIN = 2.0  # px around a stroke


def has_texture(drawing: Drawing) -> bool:
    return any(stroke.pen in GRAINS for layer in drawing.layers if layer.visible for stroke in layer.strokes)


def paint_band(picture: Image.Image, drawing: Drawing, top: int, height: int) -> None:
    """Paint the rows from `top` of a drawing whose px are those of the RGBA picture."""
    strokes = [stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes]
    paint_strokes(picture, strokes, Box(0, top, picture.width, top + height))


def paint_strokes(picture: Image.Image, strokes: Sequence[Stroke], within: Box) -> None:
    """Paint strokes onto an RGBA picture whose px are theirs, in a rectangle of whole px."""
    for run in _runs(strokes):
        box = pixels_of(run, within)
        if box is not None:
            picture.alpha_composite(rendered(run, box), (round(box.left), round(box.top)))


def rendered(strokes: Sequence[Stroke], box: Box) -> Image.Image:
    """Return a run of strokes, one alone where it has a texture, on nothing, RGBA: the part within whole px."""
    layer = _rendered(strokes, box)
    if strokes[0].pen in GRAINS:
        layer.putalpha(_let_through(layer, strokes[0], box))
    return layer


def _runs(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """The strokes in order: each with a texture alone, the others between them together."""
    for number, run in groupby(enumerate(strokes), lambda pair: pair[0] if pair[1].pen in GRAINS else -1):
        yield [stroke for _, stroke in run] if number < 0 else [strokes[number]]


def pixels_of(strokes: Sequence[Stroke], band: Box) -> Box | None:
    """Return the whole pixels of a rectangle that these strokes may cover."""
    boxes = [bounds(stroke.curve).grown(stroke.widest / 2 + _MARGIN) for stroke in strokes]
    left, top = (math.floor(min(getattr(box, side) for box in boxes)) for side in ("left", "top"))
    right, bottom = (math.ceil(max(getattr(box, side) for box in boxes)) for side in ("right", "bottom"))
    left, top = max(left, round(band.left)), max(top, round(band.top))
    right, bottom = min(right, round(band.right)), min(bottom, round(band.bottom))
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def _rendered(strokes: Sequence[Stroke], box: Box) -> Image.Image:
    """The strokes in plain ink on nothing, RGBA, the part within a box."""
    import resvg_py
    from PIL import Image

    shift = Affine.translate(-box.left, -box.top)
    plain = tuple(replace(stroke, pen=None).transformed(shift) for stroke in strokes)
    sheet = Drawing(box.width, box.height, (Layer("strokes", plain),))
    png = resvg_py.svg_to_bytes(svg_string=drawing_to_svg(sheet, unit="px"), skip_system_fonts=True)
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("RGBA")


def _let_through(layer: Image.Image, stroke: Stroke, box: Box) -> Image.Image:
    """The alpha of a layer times that of the texture, which lies still on the page."""
    from PIL import Image

    assert stroke.pen is not None
    scale = SIDE / tile_size(stroke.pen, stroke.width)
    tile = alpha_tile(stroke.pen).astype(np.float32) / 255
    rows = _between(tile, (np.arange(round(box.top), round(box.bottom)) + 0.5) * scale - 0.5)
    texture = _between(rows.T, (np.arange(round(box.left), round(box.right)) + 0.5) * scale - 0.5).T
    alpha = np.asarray(layer.getchannel("A"), dtype=np.float32) * texture
    return Image.fromarray(np.round(alpha).astype(np.uint8))


def _between(rows: NDArray[np.floating], at: NDArray[np.floating]) -> NDArray[np.floating]:
    """Rows interpolated at places [K] between them; they repeat without end."""
    first = np.floor(at).astype(int)
    share = (at - first)[:, None].astype(np.float32)
    mixed: NDArray[np.floating] = rows[first % len(rows)] * (1 - share) + rows[(first + 1) % len(rows)] * share
    return mixed
