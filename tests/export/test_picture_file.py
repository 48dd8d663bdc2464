"""A drawing as models see it that start from a picture."""

from __future__ import annotations

import numpy as np
from taureau.document import Drawing, Layer, Stroke
from taureau.export.picture_file import SIDE, square_picture
from taureau.geometry import Curve


def test_it_lies_in_the_middle_of_a_white_square() -> None:
    across = Stroke(Curve.line((0, 25), (200, 25)), 10.0, color="#ff0000")
    hidden = Layer("hidden", (Stroke(Curve.line((0, 90), (200, 90)), 10.0),), visible=False)
    found = square_picture(Drawing(200.0, 100.0, (Layer("lines", (across,)), hidden)))
    assert found.shape == (SIDE, SIDE, 3)
    assert found.dtype == np.uint8
    red = (found == (255, 0, 0)).all(2)
    rows = np.flatnonzero(red[:, SIDE // 2])
    scale = SIDE / 200
    assert rows.mean() + 0.5 == np.float64((SIDE - 100 * scale) / 2 + 25 * scale)
    assert 0 <= 10 * scale - len(rows) <= 2  # two rows are red in part
    assert (found[: rows[0] - 1] == 255).all()
    assert (found[rows[-1] + 2 :] == 255).all()


def test_the_thinnest_sheet_has_a_picture() -> None:
    assert square_picture(Drawing(1000.0, 0.5, ())).min() == 255
