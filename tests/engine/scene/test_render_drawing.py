"""A drawing on the encoder's sheet, against the SVG renderer resvg."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
import resvg_py
from PIL import Image
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg
from taureau.engine.scene.render_drawing import render_drawing
from taureau.geometry import Curve


def some_drawing() -> Drawing:
    wave = Curve([[20, 50], [60, -40], [90, 140], [120, 50], [150, -40], [170, 130], [190, 30]])
    strokes = (
        Stroke(wave, 8.0, "#c02030"),
        Stroke(Curve.line((10, 90), (180, 20)), 12.0, "#1040f0", opacity=0.5),
        Stroke(Curve.line((100, 10), (105, 95)), 3.0),
    )
    hidden = Layer("hidden", (Stroke(Curve.line((0, 0), (200, 100)), 40.0),), visible=False)
    return Drawing(200.0, 100.0, (Layer("shown", strokes), hidden))


def test_it_is_the_picture_in_the_middle_of_a_white_square() -> None:
    sheet = render_drawing(some_drawing(), 200)[0].permute(1, 2, 0).numpy()
    png = resvg_py.svg_to_bytes(svg_string=drawing_to_svg(some_drawing()), background="#ffffff", dpi=96)
    wanted = np.asarray(Image.open(BytesIO(bytes(png))).convert("RGB").resize((200, 100))) / 255
    assert np.abs(sheet[50:150] - wanted).mean() < 0.01
    assert sheet[:40].min() == 1.0
    assert sheet[160:].min() == 1.0


@pytest.mark.parametrize("drawing", [Drawing(10.0, 20.0), Drawing(1.0, 1.0, (Layer("empty"),))])
def test_an_empty_drawing_is_white(drawing: Drawing) -> None:
    assert render_drawing(drawing, 32).min() == 1.0
