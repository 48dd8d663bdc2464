"""SVG of other programs, as far as strokes go."""

from pathlib import Path

import numpy as np
import pytest
from taureau.document import drawing_to_svg, load_svg, svg_to_drawing

from tests.benchmarks.svg_reading import LIMIT, read_and_written
from tests.document.rendering import rendered, share_that_differs
from tests.document.svg.generated import document
from tests.document.svg.reading import only, read

FOREIGN = Path(__file__).parent / "foreign"
KAPPA = 0.5522847498307936


def joints(d: str) -> list[list[list[float]]]:
    """The ends of the segments of each line in a path."""
    drawing = read(f'<path stroke="red" d="{d}"/>')
    return [stroke.curve.points[::3].round(9).tolist() for stroke in drawing.strokes]


@pytest.mark.parametrize(
    ("d", "lines"),
    [
        ("M1,2 L3,4 5,6", [[[1, 2], [3, 4], [5, 6]]]),
        ("m1,2 l2,2 2,2", [[[1, 2], [3, 4], [5, 6]]]),
        ("M1 2 3 4", [[[1, 2], [3, 4]]]),
        ("M0 0H5V6h-1v-2", [[[0, 0], [5, 0], [5, 6], [4, 6], [4, 4]]]),
        ("M0 0L5 0L5 5Z", [[[0, 0], [5, 0], [5, 5], [0, 0]]]),
        ("M0 0L5 0L0 0z", [[[0, 0], [5, 0], [0, 0]]]),
        ("M1 1l1 0zl0 3", [[[1, 1], [2, 1], [1, 1]], [[1, 1], [1, 4]]]),
        ("M0 0L1 1M5 5L6 6m1 1l1 1", [[[0, 0], [1, 1]], [[5, 5], [6, 6]], [[7, 7], [8, 8]]]),
        ("M3 3z", [[[3, 3], [3, 3]]]),
        ("M3 3zz", [[[3, 3], [3, 3]]]),
        ("M3 3L3 3", [[[3, 3], [3, 3]]]),
        ("M3 3", []),
        ("", []),
        ("L3 3", []),
        ("z", []),
        ("M0,0.5.5L1-1", []),  # a number too many
        ("M.5.5L1-1", [[[0.5, 0.5], [1, -1]]]),
        ("M1.,2.L3.e0,4", [[[1, 2], [3, 4]]]),
        ("M1e1-2E-1l+1+1", [[[10, -0.2], [11, 0.8]]]),
        ("M0 0L5 5Q", [[[0, 0], [5, 5]]]),  # drawn up to the mistake
        ("M0 0L5 5H", [[[0, 0], [5, 5]]]),
        ("M0 0L5 5 7", [[[0, 0], [5, 5]]]),
        ("M0 0L5 5A1 1 0 2 0 3 3", [[[0, 0], [5, 5]]]),
        ("M0 0A0 5 0 0 1 3 3", [[[0, 0], [3, 3]]]),  # a straight line
        ("M0 0A5 5 0 0 1 0 0L1 1", [[[0, 0], [1, 1]]]),  # nothing
        ("M0 0a5,5 0 0110 0", [[[0, 0], [5, -5], [10, 0]]]),  # flags need no spaces
        ("M0 0A1 1 0 0 0 10 0", [[[0, 0], [5, 5], [10, 0]]]),  # radii too short grow
    ],
)
def test_path_commands(d: str, lines: list[list[list[float]]]) -> None:
    assert joints(d) == lines


@pytest.mark.parametrize(
    ("d", "points"),
    [
        ("M0 0C1 2 3 4 5 6", [[0, 0], [1, 2], [3, 4], [5, 6]]),
        ("M1 1c1 2 3 4 5 6", [[1, 1], [2, 3], [4, 5], [6, 7]]),
        ("M0 0C1 2 3 4 5 6S8 8 9 9", [[0, 0], [1, 2], [3, 4], [5, 6], [7, 8], [8, 8], [9, 9]]),
        ("M5 6s3 2 4 3", [[5, 6], [5, 6], [8, 8], [9, 9]]),
        ("M0 0Q3 3 6 0", [[0, 0], [2, 2], [4, 2], [6, 0]]),
        ("M0 0Q3 3 6 0T12 0", [[0, 0], [2, 2], [4, 2], [6, 0], [8, -2], [10, -2], [12, 0]]),
        ("M0 0q3 3 6 0t6 0", [[0, 0], [2, 2], [4, 2], [6, 0], [8, -2], [10, -2], [12, 0]]),
        ("M0 0T6 3", [[0, 0], [0, 0], [2, 1], [6, 3]]),
        ("M0 0C1 2 3 4 6 0T12 0", [[0, 0], [1, 2], [3, 4], [6, 0], [6, 0], [8, 0], [12, 0]]),
        ("M0 0L3 6", [[0, 0], [1, 2], [2, 4], [3, 6]]),
        ("M1 0A1 1 0 0 1 0 1", [[1, 0], [1, KAPPA], [KAPPA, 1], [0, 1]]),
        ("M1 0A1 1 90 0 0 0 -1", [[1, 0], [1, -KAPPA], [KAPPA, -1], [0, -1]]),
    ],
)
def test_curves_become_cubics(d: str, points: list[list[float]]) -> None:
    curve = only(read(f'<path stroke="red" d="{d}"/>')).curve
    np.testing.assert_allclose(curve.points, points, atol=1e-12)


@pytest.mark.parametrize(
    ("shape", "corners"),
    [
        ('<line x1="1" y1="2" x2="3"/>', [[1, 2], [3, 0]]),
        ('<line x1="1cm" y2="50%"/>', [[96 / 2.54, 0], [0, 50]]),
        ('<polyline points="1,2 3,4,5-6 7"/>', [[1, 2], [3, 4], [5, -6]]),
        ('<polygon points="0 0 9 0 9 9"/>', [[0, 0], [9, 0], [9, 9], [0, 0]]),
        ('<rect x="1" y="2" width="3" height="4"/>', [[1, 2], [4, 2], [4, 6], [1, 6], [1, 2]]),
        ('<circle cx="5" cy="6" r="2"/>', [[7, 6], [5, 8], [3, 6], [5, 4], [7, 6]]),
        ('<ellipse cx="5" cy="6" rx="2" ry="3"/>', [[7, 6], [5, 9], [3, 6], [5, 3], [7, 6]]),
        (
            '<rect width="10" height="8" rx="2" ry="1"/>',
            [[2, 0], [8, 0], [10, 1], [10, 7], [8, 8], [2, 8], [0, 7], [0, 1], [2, 0]],
        ),
        ('<rect width="4" height="4" rx="9"/>', [[2, 0], [4, 2], [2, 4], [0, 2], [2, 0]]),
    ],
)
def test_shapes(shape: str, corners: list[list[float]]) -> None:
    curve = only(read(f'<g stroke="red">{shape}</g>')).curve
    np.testing.assert_allclose(curve.points[::3], corners, atol=1e-9)


@pytest.mark.parametrize(
    "shape",
    [
        '<rect width="0" height="4"/>',
        '<circle r="0"/>',
        '<ellipse rx="-1" ry="2"/>',
        '<polygon points="1 2"/>',
    ],
)
def test_shapes_that_are_not_drawn(shape: str) -> None:
    assert read(f'<g stroke="red">{shape}</g>').stroke_count == 0


@pytest.mark.parametrize(
    ("attributes", "size", "start", "width"),
    [
        ('width="100" height="50"', (100, 50), [10, 10], 1),
        ('width="1in" height="72pt"', (96, 96), [10, 10], 1),
        ('width="25.4mm" height="2.54cm"', (96, 96), [10, 10], 1),
        ('width="6pc" height="96px"', (96, 96), [10, 10], 1),
        ('viewBox="0 0 30 40"', (30, 40), [10, 10], 1),
        ('width="100%" height="100%" viewBox="0 0 30 40"', (30, 40), [10, 10], 1),
        ('width="60" viewBox="0 0 30 40"', (60, 80), [20, 20], 2),
        ('width="30" height="40" viewBox="5 6 30 40"', (30, 40), [5, 4], 1),
        ('width="200" height="100" viewBox="0 0 50 50"', (200, 100), [70, 20], 2),
        (
            'width="200" height="100" viewBox="0 0 50 50" preserveAspectRatio="xMinYMin"',
            (200, 100),
            [20, 20],
            2,
        ),
        (
            'width="200" height="100" viewBox="0 0 50 50" preserveAspectRatio="xMaxYMid"',
            (200, 100),
            [120, 20],
            2,
        ),
        (
            'width="200" height="100" viewBox="0 0 50 50" preserveAspectRatio="xMidYMid slice"',
            (200, 100),
            [40, -10],
            4,
        ),
        ('width="200" height="50" viewBox="0 0 50 50" preserveAspectRatio="none"', (200, 50), [40, 10], 2),
        ("", (20.5, 15.5), [10, 10], 1),
        ('viewBox="0 0 0 0" width="junk"', (20.5, 15.5), [10, 10], 1),
    ],
)
def test_sheets(attributes: str, size: tuple[float, float], start: list[float], width: float) -> None:
    drawing = read('<path stroke="red" d="M10 10L20 15"/>', attributes)
    assert (drawing.width, drawing.height) == pytest.approx(size)
    assert only(drawing).curve.start.tolist() == pytest.approx(start)
    assert only(drawing).width == pytest.approx(width)


@pytest.mark.parametrize(
    ("attributes", "color", "opacity"),
    [
        ('stroke="#AbCdEf"', "#abcdef", 1),
        ('stroke="#abc"', "#aabbcc", 1),
        ('stroke="teal"', "#008080", 1),
        ('stroke="rgb(1, 2, 3)"', "#010203", 1),
        ('stroke="rgb(1 2 3)"', "#010203", 1),
        ('stroke="rgba(1,2,3,0.2)"', "#010203", 0.2),
        ('stroke="hsl(120, 100%, 50%)"', "#00ff00", 1),
        ('stroke="currentColor" color="#010203"', "#010203", 1),
        ('stroke="url(#g) #010203"', "#010203", 1),
        ('stroke="url(#g)"', "#000000", 1),
        ('stroke="red" opacity="0.5" stroke-opacity="50%"', "#ff0000", 0.25),
        ('stroke="red" style="stroke:#00f; stroke-opacity:.5 !important"', "#0000ff", 0.5),
        ('stroke="red" opacity="junk"', "#ff0000", 1),
    ],
)
def test_colours(attributes: str, color: str, opacity: float) -> None:
    stroke = only(read(f'<path {attributes} d="M1 1L2 2"/>'))
    assert stroke.color == color
    assert stroke.opacity == pytest.approx(opacity, abs=0.001)


def test_attributes_are_inherited_and_opacities_multiply() -> None:
    inner = '<path d="M1 1L2 2" opacity="0.5"/><path d="M1 1L2 2" stroke="inherit"/>'
    inner = f'<g opacity="0.5" stroke-width="2">{inner}</g>'
    first, second = read(f'<g stroke="lime" stroke-width="1" style="opacity:.5">{inner}</g>').strokes
    assert (first.color, first.width, first.opacity) == ("#00ff00", 2, 0.125)
    assert (second.color, second.width, second.opacity) == ("#00ff00", 2, 0.25)


def test_a_file_as_inkscape_writes_it() -> None:
    drawing = load_svg(FOREIGN / "inkscape.svg")
    assert (drawing.width, drawing.height) == pytest.approx((210 * 96 / 25.4, 297 * 96 / 25.4))
    names = [(layer.name, layer.visible, len(layer.strokes)) for layer in drawing.layers]
    assert names == [("Umriss", True, 2), ("Drawing", True, 1), ("Rot", False, 1)]
    first = drawing.layers[0].strokes[0]
    assert (first.color, first.opacity) == ("#0000ff", 0.8)
    assert first.width == pytest.approx(1, abs=1e-5)
    assert (first.curve.points * 25.4 / 96).tolist() == pytest.approx(
        np.array([[10, 20], [20, 20], [30, 30], [30, 40]])
    )


def test_a_file_as_illustrator_writes_it() -> None:
    drawing = load_svg(FOREIGN / "illustrator.svg")
    assert (drawing.width, drawing.height) == (200, 100)
    curve, line = drawing.strokes
    assert (curve.color, curve.width, line.color, line.width) == ("#231f20", 3, "#ed1c24", 3)
    expected = [[10.5, 20.5], [10.5, 20.5], [22.5, -9.5], [50.5, 10.25], [78.5, 30], [90, 5], [90, 5]]
    assert curve.curve.points.tolist() == pytest.approx(np.array(expected))


@pytest.mark.parametrize("seed", range(12))
def test_generated_documents_look_as_resvg_draws_them(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    text = document(seed)
    assert share_that_differs(text, read_and_written(text)) <= LIMIT


PICTURES = {
    "transforms": """
        <g transform="translate(20 5) rotate(20) scale(1.5)" stroke="#222" stroke-width="3">
          <path d="M5 5c10-9 20 30 40 5s9 9 4 20"/><rect x="4" y="20" width="30" height="18" rx="6"/>
        </g>""",
    "arcs": """
        <path stroke="black" stroke-width="2"
              d="M10 50A30 18 30 1 0 60 40A9 4-20 0 1 80 70a5 5 0 11 9 9"/>""",
    "quadratics": """
        <path stroke="teal" stroke-width="2" d="M5 90Q25 10 45 60T90 30q5 9 3 40t-9-9"/>""",
    "shapes": """
        <g stroke="#000" stroke-opacity=".6" stroke-width="4">
          <circle cx="30" cy="30" r="20"/><ellipse cx="60" cy="60" rx="30" ry="9"/>
          <polygon points="10,90 50,70 90,95"/><line x1="50%" y2="9" x2="99"/>
        </g>""",
    "use": """
        <defs><path id="p" d="M0 0C9 30 20-9 30 20"/></defs>
        <g stroke="#333" stroke-width="2">
          <use href="#p" x="9" y="9"/><use href="#p" transform="translate(50 50) scale(1.4)"/>
        </g>""",
    "nested": """
        <svg x="20" y="30" width="60" height="40" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid">
          <path d="M1 1C3 9 7 0 9 8" stroke="black"/>
        </svg>""",
}
SHEETS = ['width="100" height="100"', 'width="30mm" height="40mm" viewBox="0 0 100 100"']


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_resvg_draws_the_same_before_and_after(name: str, sheet: str) -> None:
    pen = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'  # the pen that all strokes have
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {sheet}><g {pen}>{PICTURES[name]}</g></svg>'
    before, after = rendered(svg), rendered(drawing_to_svg(svg_to_drawing(svg)))
    assert before.shape == after.shape
    assert before.sum() > 20
    assert np.abs(before - after).max() < 0.1
    assert np.abs(before - after).sum() < 0.01 * before.sum()


@pytest.mark.parametrize(
    ("view", "paper"),
    [
        ('pagecolor="#FFF0E0"', "#fff0e0"),
        ('pagecolor="#fff0e0" inkscape:pageopacity="0.5"', "#fff0e0"),
        ('pagecolor="#ffffff" inkscape:pageopacity="0.0"', None),  # what Inkscape writes when nothing was chosen
        ('pagecolor="white"', None),
        ('pagecolor="#ffffff" inkscape:pageopacity="x"', "#ffffff"),
        ("", None),
    ],
)
def test_paper_is_what_inkscape_shows(view, paper):
    sodipodi = 'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
    drawing = read(f"<sodipodi:namedview {sodipodi} {view}/>")
    assert (drawing.paper, drawing.layers) == (paper, ())


@pytest.mark.parametrize(("value", "locked"), [("true", True), ("1", True), ("false", False), ("", False)])
def test_a_layer_that_inkscape_locked_is_locked(value, locked):
    sodipodi = 'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
    attributes = f'{sodipodi} inkscape:groupmode="layer" sodipodi:insensitive="{value}"'
    drawing = read(f'<g {attributes}><path stroke="red" d="M1,2 L3,4"/></g>')
    assert [layer.locked for layer in drawing.layers] == [locked]
