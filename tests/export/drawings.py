"""Drawings to be exported: two pens in two layers, one that is hidden, one that plotters leave out."""

from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve

ARCH = Curve([[20, 30], [20, 120], [180, 120], [180, 30]])
LINE = Curve.line([20, 20], [180, 20])
BACK = Curve.line([180, 130], [20, 130])

DRAWING = Drawing(
    200,
    150,
    (
        Layer("Lines", (Stroke(ARCH, 4.0, gain=0.5), Stroke(LINE, 6.0, "#aa0000", 0.5))),
        Layer("Shade", (Stroke(BACK, 4.0),)),
        Layer("Draft", (Stroke(LINE, 1.0, "#0000ff"),), visible=False),
        Layer("%reference", (Stroke(BACK, 1.0, "#00aa00"),)),
    ),
    {"seed": "7"},
)
