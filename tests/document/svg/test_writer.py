"""The SVG that is written, to the letter, and read by others."""

import io
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import svgelements
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.document import DocumentError, Drawing, Layer, Stroke, drawing_to_svg, rounded, save_svg
from taureau.geometry import Affine, Curve

from tests.document.rendering import rendered
from tests.document.strategies import curves

ARCH = Curve([[10, 20], [10, 60], [90.12345, 60], [90, 20]])
CHAIN = Curve([[0, 0], [0, 4], [8, 4], [8, 0], [8, -4], [16, -4], [16, -0.0001]])
DRAWING = Drawing(
    width=100,
    height=50,
    layers=(
        Layer("Lines", (Stroke(ARCH, 2.5, gain=0.25), Stroke(CHAIN, 1, "#AA0000", opacity=0.5))),
        Layer('Späte "Linien" & mehr', (Stroke(CHAIN, 1 / 3),), visible=False),
        Layer("%reference"),
    ),
    facts={"seed": "7", "prompt": "a <bull>\n& a \x00 é"},
)
WRITTEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:taureau="urn:taureau:drawing:1"
     width="26.4583333mm" height="13.2291667mm" viewBox="0 0 100 50">
  <metadata>
    <taureau:drawing version="1">
      <taureau:facts>{"prompt": "a &lt;bull&gt;\\n&amp; a \\u0000 é", "seed": "7"}</taureau:facts>
      <taureau:gain stroke="stroke1">0.25</taureau:gain>
    </taureau:drawing>
  </metadata>
  <g inkscape:groupmode="layer" inkscape:label="1-Lines" id="layer1">
    <path id="stroke1" d="M10,20 C10,60 90.123,60 90,20" fill="none" stroke="#141414" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>
    <path id="stroke2" d="M0,0 C0,4 8,4 8,0 8,-4 16,-4 16,0" fill="none" stroke="#aa0000" stroke-width="1" stroke-opacity="0.5" stroke-linecap="round" stroke-linejoin="round"/>
  </g>
  <g inkscape:groupmode="layer" inkscape:label="2-Späte &quot;Linien&quot; &amp; mehr" id="layer2" display="none">
    <path id="stroke3" d="M0,0 C0,4 8,4 8,0 8,-4 16,-4 16,0" fill="none" stroke="#141414" stroke-width="0.333" stroke-linecap="round" stroke-linejoin="round"/>
  </g>
  <g inkscape:groupmode="layer" inkscape:label="%reference" id="layer3">
  </g>
</svg>
"""  # noqa: E501


sheets = st.tuples(st.floats(100, 1000), st.floats(100, 1000))
plain_strokes = st.builds(
    Stroke,
    curve=curves(st.floats(-1000, 1000)),
    width=st.floats(0.1, 20),
    color=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    opacity=st.floats(0, 1),
)


def test_a_drawing_to_the_letter() -> None:
    assert drawing_to_svg(DRAWING) == WRITTEN


def test_an_empty_drawing() -> None:
    svg = drawing_to_svg(Drawing(96, 96))
    assert 'width="25.4mm" height="25.4mm" viewBox="0 0 96 96"' in svg
    assert "<g" not in svg
    assert "facts" not in svg


def test_precision_is_the_callers() -> None:
    drawing = Drawing(10, 10, (Layer("a", (Stroke(ARCH.reversed(), 1 / 3),)),))
    assert 'd="M90,20 C90,60 10,60 10,20"' in drawing_to_svg(drawing, precision=0)
    assert "90.12345,60" in drawing_to_svg(drawing, precision=5)
    assert 'stroke-width="0.3"' in drawing_to_svg(drawing, precision=1)
    assert 'stroke-width="1"' in drawing_to_svg(drawing, precision=0)  # never 0, which would not be drawn


@pytest.mark.parametrize(
    ("stroke", "message"),
    [
        (Stroke(ARCH, math.nan), "a stroke's width is nan"),
        (Stroke(ARCH, math.inf), "a stroke's width is inf"),
        (Stroke(ARCH, 1, opacity=math.nan), "a stroke's opacity is nan"),
        (Stroke(Affine.scale(1e9).curve(ARCH), 1), "a stroke's coordinate is 1e"),
        (Stroke(ARCH, 1, 'red" onload="x'), "'red\" onload=\"x' is not a colour"),
    ],
)
def test_what_no_file_can_hold_is_refused(stroke: Stroke, message: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as refusal:
        save_svg(Drawing(10, 10, (Layer("a", (stroke,)),)), tmp_path / "bad.svg")
    assert message in str(refusal.value)
    assert not list(tmp_path.iterdir())


def test_saved_bytes_are_the_text_in_utf_8(tmp_path: Path) -> None:
    save_svg(DRAWING, tmp_path / "bull.svg")
    assert (tmp_path / "bull.svg").read_bytes() == WRITTEN.encode("utf-8")


def test_resvg_draws_what_was_written() -> None:
    line = Stroke(Curve.line([10, 20], [90, 20]), width=4)
    faint = Stroke(Curve.line([20, 40], [80, 40]), width=6, color="#000000", opacity=0.5)
    hidden = Layer("hidden", (Stroke(Curve.line([10, 30], [90, 30]), width=4),), visible=False)
    picture = rendered(drawing_to_svg(Drawing(100, 50, (Layer("a", (line, faint)), hidden))))
    assert picture.shape == (50, 100)
    ink = 1 - 0x14 / 255
    assert picture[18:22, 12:88] == pytest.approx(ink, abs=0.01)
    assert picture[38:42, 22:78] == pytest.approx(0.5, abs=0.01)
    assert picture[28:33].max() == 0
    # A line of 80 with round caps of radius 2, at full ink; one of 60 with caps of radius 3, at half.
    assert picture[:30].sum() == pytest.approx(ink * (80 * 4 + math.pi * 2**2), rel=0.01)
    assert picture[30:].sum() == pytest.approx(0.5 * (60 * 6 + math.pi * 3**2), rel=0.01)


def test_resvg_draws_in_document_order() -> None:
    below = Stroke(Curve.line([10, 25], [90, 25]), 10, "#000000")
    above = Stroke(Curve.line([10, 25], [90, 25]), 10, "#ffffff")
    assert rendered(drawing_to_svg(Drawing(100, 50, (Layer("a", (below, above)),)))).max() < 0.5
    assert rendered(drawing_to_svg(Drawing(100, 50, (Layer("a", (above,)), Layer("b", (below,)))))).max() == 1


@given(sheets, st.lists(plain_strokes, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_svgelements_reads_the_same_strokes(size: tuple[float, float], strokes: list[Stroke]) -> None:
    drawing = rounded(Drawing(*size, (Layer("a", tuple(strokes)),)))
    svg = svgelements.SVG.parse(io.StringIO(drawing_to_svg(drawing)))
    assert (svg.width, svg.height) == pytest.approx((drawing.width, drawing.height), rel=1e-6)
    paths = [element for element in svg.elements() if isinstance(element, svgelements.Path)]
    for path, stroke in zip(paths, drawing.strokes, strict=True):
        cubics = (point for cubic in path[1:] for point in (cubic.control1, cubic.control2, cubic.end))
        read = [[point.x, point.y] for point in (path[0].end, *cubics)]
        np.testing.assert_allclose(read, stroke.curve.points, atol=0.005)  # svgelements' mm is rounded
        assert path.stroke.hexrgb == stroke.color
        assert path.stroke_width == pytest.approx(stroke.width, rel=1e-5)
        assert path.stroke.alpha / 255 == pytest.approx(stroke.opacity, abs=0.003)
        assert path.fill.value is None


def test_one_inch_is_an_inch() -> None:
    svg = svgelements.SVG.parse(io.StringIO(drawing_to_svg(Drawing(96, 192))), ppi=300)
    assert (svg.width, svg.height) == pytest.approx((300, 600), rel=1e-5)


def test_paper_and_locks_are_written_as_inkscape_knows_them_and_draw_nothing():
    plain = Drawing(100, 50, (Layer("a", (Stroke(ARCH, 2.5),)), Layer("b")))
    locked = replace(plain, layers=(plain.layers[0], Layer("b", locked=True)), paper="#FFEEDD")
    svg = drawing_to_svg(locked)
    assert 'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"' in svg
    assert '  <sodipodi:namedview pagecolor="#ffeedd" inkscape:pageopacity="1"/>\n' in svg
    assert 'id="layer2" sodipodi:insensitive="true">' in svg
    assert svg.count("insensitive") == 1
    assert np.array_equal(rendered(svg), rendered(drawing_to_svg(plain)))
    shapes = [
        part for part in svgelements.SVG.parse(io.StringIO(svg)).elements() if isinstance(part, svgelements.Shape)
    ]
    assert len(shapes) == 1


def test_paper_is_a_colour():
    with pytest.raises(DocumentError, match="'white' is not a colour; use #rrggbb"):
        drawing_to_svg(Drawing(9, 9, paper="white"))
