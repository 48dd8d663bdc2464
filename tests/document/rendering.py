"""SVG as resvg draws it, a renderer that is not ours."""

import io

import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image


def rendered(svg: str) -> NDArray[np.float64]:
    """The darkness of an SVG on white, [height, width], 0 … 1, one pixel for each user unit of 1/96 inch."""
    png = resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff", dpi=96, skip_system_fonts=True)
    with Image.open(io.BytesIO(png)) as image:
        return 1 - np.asarray(image.convert("L"), dtype=np.float64) / 255
