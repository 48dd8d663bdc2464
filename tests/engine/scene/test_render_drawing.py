"""A drawing on the encoder's sheet, against the SVG renderer resvg."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
import resvg_py
from PIL import Image
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg
from taureau.engine.scene.render_drawing import drawing_view, render_drawing
from taureau.geometry import Affine, Curve


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
    assert drawing_view(drawing, 32).min() == 1.0


def test_an_encoder_is_shown_the_ink_wherever_it_is_on_the_page() -> None:
    """Fills the square but for a margin of 12 % of the ink; size and place on the page make no difference."""
    shown = drawing_view(some_drawing(), 100)[0]
    rows, columns = (np.flatnonzero((shown.amin(0) < 0.7).any(axis).numpy()) for axis in (1, 0))
    assert columns[0] == pytest.approx(100 * 0.12 / 1.24, abs=4)
    assert columns[-1] == pytest.approx(100 * 1.12 / 1.24, abs=4)
    assert rows[0] + rows[-1] == pytest.approx(99, abs=3)
    small = Affine.translate(300, 40) @ Affine.scale(0.25)
    layers = tuple(
        replace(layer, strokes=tuple(stroke.transformed(small) for stroke in layer.strokes))
        for layer in some_drawing().layers
    )
    assert (drawing_view(Drawing(800, 600, layers), 100)[0] - shown).abs().max() < 0.01


def test_an_encoder_sees_thin_lines_and_single_points() -> None:
    hair = Stroke(Curve.line((0, 0), (400, 400)), 0.5)
    ink = 1 - drawing_view(Drawing(500, 500, (Layer("hair", (hair,)),)), 100).mean()
    assert float(ink) == pytest.approx(1.8 * 100 * 2**0.5 / 1.24 / 100**2, rel=0.1)
    point = Stroke(Curve.line((50, 50), (50, 50)), 4.0)
    assert drawing_view(Drawing(500, 500, (Layer("point", (point,)),)), 100).min() < 0.5
