"""A drawing as pixels: its page in the centre of a white square, or its ink as an encoder is shown it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from taureau.document import Drawing, Stroke
from taureau.geometry import Affine, bounds_of
from taureau.raster import render

_THINNEST = 0.012  # of the picture's side: width of a line on a page …
_THINNEST_SEEN = 0.018  # … and of one that an encoder is shown
_MARGIN = 0.12  # around the ink that an encoder is shown, share of its longer side


def drawing_view(drawing: Drawing, side: int, device: str | torch.device = "cpu") -> Tensor:
    """Render the ink of the visible lines as encoders know drawings, [1, 3, side, side] sRGB in 0 … 1.

    It fills the square but for a margin, wherever it is on the page, in lines that are wide enough to be seen: on such
    pictures encoders were trained.
    """
    strokes = _visible(drawing)
    box = bounds_of(stroke.curve for stroke in strokes)
    if box is None:
        return torch.ones(1, 3, side, side, device=device)
    ink = max(box.width, box.height, *(stroke.width for stroke in strokes))
    x, y = box.center
    place = Affine.translate(side / 2, side / 2) @ Affine.scale(side / (ink * (1 + 2 * _MARGIN)))
    return _rendered(strokes, place @ Affine.translate(-x, -y), side, device, _THINNEST_SEEN)


@torch.no_grad()
def render_drawing(drawing: Drawing, side: int, device: str | torch.device = "cpu") -> Tensor:
    """Render the page with its visible lines, [1, 3, side, side] sRGB in 0 … 1.

    Very thin lines are wider, for the pen's width does not change what is drawn.
    """
    scale = side / max(drawing.width, drawing.height)
    corner = (side - scale * drawing.width) / 2, (side - scale * drawing.height) / 2
    return _rendered(_visible(drawing), Affine.translate(*corner) @ Affine.scale(scale), side, device, _THINNEST)


def _rendered(
    strokes: Sequence[Stroke], place: Affine, side: int, device: str | torch.device, thinnest: float
) -> Tensor:
    """Render strokes at their place in a white square with our own rasteriser; lines are at least `thinnest` wide."""
    if not strokes:
        return torch.ones(1, 3, side, side, device=device)
    placed = [stroke.transformed(place) for stroke in strokes]
    most = max(stroke.curve.segment_count for stroke in placed)
    points = np.stack([_padded(stroke, most) for stroke in placed])  # [N, S, 4, 2]
    widths = [max(stroke.width, thinnest * side) for stroke in placed]
    colors = [[*_rgb(stroke.color), stroke.opacity] for stroke in placed]

    def tensor(values: object) -> Tensor:
        return torch.from_numpy(np.asarray(values, dtype=np.float32)).to(device)[None]

    return render(tensor(points), tensor(widths), tensor(colors), size=(side, side)).clamp(0, 1)


def _visible(drawing: Drawing) -> Sequence[Stroke]:
    """Return the strokes of the visible layers of lines."""
    return [stroke for layer in drawing.layers if layer.visible and not layer.ground for stroke in layer.strokes]


def _padded(stroke: Stroke, most: int) -> np.ndarray:
    """Return the segments of a stroke padded to [most, 4, 2] by its last point, as the rasteriser expects."""
    segments = stroke.curve.segments
    rest = np.broadcast_to(stroke.curve.end, (most - len(segments), 4, 2))
    return np.concatenate([segments, rest])


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(color[1:])
    return red / 255, green / 255, blue / 255
