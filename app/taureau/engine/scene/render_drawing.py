"""A drawing as input of an encoder: rendered in the centre of a white square."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from taureau.document import Drawing, Stroke
from taureau.geometry import Affine
from taureau.raster import render

_THINNEST = 0.012  # of the picture's side: width of a line


@torch.no_grad()
def render_drawing(drawing: Drawing, side: int, device: str | torch.device = "cpu") -> Tensor:
    """Render the visible lines with our own rasteriser, [1, 3, side, side] sRGB in 0 … 1.

    Lines thinner than encoders know them are as wide as that, for the pen's width does not change what is drawn.
    """
    strokes = [stroke for layer in drawing.layers if layer.visible and not layer.ground for stroke in layer.strokes]
    if not strokes:
        return torch.ones(1, 3, side, side, device=device)
    scale = side / max(drawing.width, drawing.height)
    corner = (side - scale * drawing.width) / 2, (side - scale * drawing.height) / 2
    placed = [stroke.transformed(Affine.translate(*corner) @ Affine.scale(scale)) for stroke in strokes]
    most = max(stroke.curve.segment_count for stroke in placed)
    points = np.stack([_padded(stroke, most) for stroke in placed])  # [N, S, 4, 2]
    widths = [max(stroke.width, _THINNEST * side) for stroke in placed]
    colors = [[*_rgb(stroke.color), stroke.opacity] for stroke in placed]

    def tensor(values: object) -> Tensor:
        return torch.from_numpy(np.asarray(values, dtype=np.float32)).to(device)[None]

    return render(tensor(points), tensor(widths), tensor(colors), size=(side, side)).clamp(0, 1)


def _padded(stroke: Stroke, most: int) -> np.ndarray:
    """Return the segments of a stroke padded to [most, 4, 2] by its last point, as the rasteriser expects."""
    segments = stroke.curve.segments
    rest = np.broadcast_to(stroke.curve.end, (most - len(segments), 4, 2))
    return np.concatenate([segments, rest])


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(color[1:])
    return red / 255, green / 255, blue / 255
