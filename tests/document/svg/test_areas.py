"""Fills read as areas: one closed curve each, with holes, under their lines, seen through viewports."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document import Stroke
from taureau.document.svg.reader import svg_content
from taureau.geometry.hatching import hatch_lines


def strokes_of(body: str) -> list[Stroke]:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">{body}</svg>'
    content = svg_content(svg, areas=True)
    assert content.left_out == ()
    return list(content.drawing.strokes)


def size_of(stroke: Stroke) -> float:
    """The size of an area, px²."""
    lines = hatch_lines(stroke.curve.sample(32), 0.25, 20)
    return 0.25 * sum(float(np.hypot(*(line[1] - line[0]))) for line in lines)


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ('<path d="M10 10h80v80h-80z M30 30h40v40h-40z"/>', 6400),
        ('<path d="M10 10h80v80h-80z M30 30v40h40v-40z"/>', 4800),
        ('<path fill-rule="evenodd" d="M10 10h80v80h-80z M30 30h40v40h-40z"/>', 4800),
        ('<g style="fill-rule: evenodd"><path d="M10 10h80v80h-80z M30 30h40v40h-40z M40 40h20v20h-20z"/></g>', 5200),
        ('<path fill-rule="evenodd" d="M30 30h40v40h-40z M10 10h80v80h-80z M120 10h20v20h-20z"/>', 5200),
        ('<path d="M10 10 90 10 90 90"/>', 3200),
        ('<circle cx="50" cy="50" r="40"/>', np.pi * 1600),
        ('<svg x="10" y="10" width="50" height="20"><circle cx="25" cy="10" r="90"/></svg>', 1000),
        ('<svg x="10" y="10" width="50" height="20"><rect x="5" y="5" width="10" height="10"/></svg>', 100),
    ],
)
def test_an_area_is_as_large_as_the_fill(shape: str, size: float) -> None:
    (area,) = strokes_of(shape)
    assert area.filled
    assert size_of(area) == pytest.approx(size, rel=0.01)


def test_a_line_of_its_own_lies_upon_an_area() -> None:
    area, line = strokes_of('<rect width="50" height="50" fill="#00f8" stroke="#ff0000" stroke-width="3"/>')
    assert (area.filled, area.color, round(area.opacity, 3)) == (True, "#0000ff", 0.533)
    assert (line.filled, line.color, line.width) == (False, "#ff0000", 3)


def test_what_is_not_seen_is_no_area() -> None:
    outside = '<svg x="10" y="10" width="50" height="20"><rect x="90" width="10" height="10"/></svg>'
    for shape in ('<path d="M0 0L9 9"/>', '<rect width="9" height="9" fill="none"/>', outside):
        assert strokes_of(shape) == []
