"""A drawing as a picture for models that start from an image: in the middle of a white square."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from taureau.document import Drawing
from taureau.export.picture_file import PAPER, picture_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIDE = 512  # px


def square_picture(drawing: Drawing) -> NDArray[np.uint8]:
    """The drawing's visible layers on its paper, as large as the square lets it be, [SIDE, SIDE, 3] sRGB."""
    import numpy as np
    from PIL import Image

    scale = SIDE / max(drawing.width, drawing.height)
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    square = Image.new("RGB", (SIDE, SIDE), PAPER)
    with Image.open(io.BytesIO(picture_bytes(drawing, size, 96 * scale, kind="png", transparent=False))) as drawn:
        square.paste(drawn, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    return np.asarray(square)
