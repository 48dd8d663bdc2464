"""Exports as other programs read them."""

import io

import numpy as np
import resvg_py
import svgelements
from numpy.typing import NDArray
from PIL import Image

MM = 25.4 / 96


def size_mm(svg: bytes) -> tuple[float, float]:
    """The sheet as svgelements understands it."""
    read = svgelements.SVG.parse(io.BytesIO(svg), ppi=96)
    return read.width * MM, read.height * MM


def rendered(svg: bytes, dpi: float) -> NDArray[np.float64]:
    """The darkness of an SVG on white as resvg draws it at so many dots per inch, [height, width], 0 … 1."""
    png = resvg_py.svg_to_bytes(svg_string=svg.decode(), background="#ffffff", dpi=dpi, skip_system_fonts=True)
    return darkness(Image.open(io.BytesIO(png)))


def darkness(picture: Image.Image) -> NDArray[np.float64]:
    return 1 - np.asarray(picture.convert("L"), dtype=np.float64) / 255


def inked_mm(picture: NDArray[np.float64], dpi: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is darker than a quarter of the darkest, mm."""
    rows, columns = (np.flatnonzero(picture.max(axis=axis) > picture.max() / 4) for axis in (1, 0))
    left, top, right, bottom = columns[0], rows[0], columns[-1] + 1, rows[-1] + 1
    return tuple(float(edge) / dpi * 25.4 for edge in (left, top, right, bottom))
