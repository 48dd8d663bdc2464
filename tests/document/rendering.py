"""SVG as resvg draws it, a renderer that is not ours."""

import io

import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image


def rendered(svg: str) -> NDArray[np.float64]:
    """The darkness of an SVG on white, [height, width], 0 … 1, one pixel for each user unit of 1/96 inch."""
    png = resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff", dpi=96, skip_system_fonts=True, languages=["en"])
    with Image.open(io.BytesIO(png)) as image:
        return 1 - np.asarray(image.convert("L"), dtype=np.float64) / 255


def pixels(svg: str) -> NDArray[np.int16]:
    """An SVG in colour on white, [height, width, 3], 0 … 255, one pixel for each user unit of 1/96 inch."""
    png = resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff", dpi=96, skip_system_fonts=True, languages=["en"])
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"), dtype=np.int16)


def share_that_differs(one: str, other: str, by: int = 24) -> float:
    """The share of pixels of two SVGs, 0 … 1, in which a channel differs by more than `by` of 255."""
    first, second = pixels(one), pixels(other)
    assert first.shape == second.shape, (first.shape, second.shape)
    return float((np.abs(first - second).max(2) > by).mean())
