"""Areas under the lines of a drawing: their layer, levels, and the SVG that keeps them."""

from __future__ import annotations

import pytest
from taureau.document import (
    AREAS,
    Drawing,
    Layer,
    Stroke,
    area_count,
    drawing_to_svg,
    line_indices,
    prefix,
    rounded,
    svg_to_drawing,
    with_areas,
)
from taureau.geometry import Curve

SQUARE = Curve.from_segments(
    [Curve.line(a, b).points for a, b in (((10, 10), (50, 10)), ((50, 10), (50, 50)), ((50, 50), (10, 10)))]
)


@pytest.fixture
def lines() -> Drawing:
    strokes = tuple(Stroke(Curve.line((0, y), (90, y)), 2.0) for y in (10, 20, 30))
    return Drawing(100, 80, (Layer("strokes", strokes),))


def areas(count: int, opacity: float = 1.0) -> list[Stroke]:
    return [Stroke(SQUARE, 0.2, f"#{16 * shade:02x}3040", opacity, filled=True) for shade in range(count)]


def test_areas_lie_on_a_locked_layer_beneath_and_are_replaced(lines) -> None:
    drawing = with_areas(lines, areas(3))
    assert [layer.name for layer in drawing.layers] == [AREAS, "strokes"]
    assert drawing.layers[0].locked
    assert (area_count(drawing), drawing.line_count, drawing.stroke_count) == (3, 3, 6)
    assert line_indices(drawing) == (3, 4, 5)
    assert {stroke.id for stroke in lines.strokes} == {stroke.id for stroke in drawing.layers[1].strokes}
    fewer = with_areas(drawing, areas(1))
    assert area_count(fewer) == 1
    assert with_areas(fewer, []).layers == lines.layers


def test_a_layer_of_lines_of_that_name_is_kept(lines) -> None:
    named = Drawing(100, 80, (Layer(AREAS, lines.layers[0].strokes),))
    drawing = with_areas(named, areas(2))
    assert [layer.name for layer in drawing.layers] == [AREAS, AREAS]
    assert drawing.line_count == 3


@pytest.mark.parametrize("opacity", [1.0, 0.5])
def test_areas_come_back_from_svg(lines, opacity) -> None:
    drawing = with_areas(lines, areas(2, opacity))
    text = drawing_to_svg(drawing)
    again = svg_to_drawing(text)
    assert again == rounded(drawing)
    assert [stroke.filled for stroke in again.strokes] == [True, True, False, False, False]
    assert drawing_to_svg(again) == text


def test_files_without_areas_are_written_as_before(lines) -> None:
    assert 'fill="none"' in drawing_to_svg(lines)
    assert "fill-opacity" not in drawing_to_svg(lines)


def test_shapes_of_other_programs_are_areas_where_line_and_fill_agree() -> None:
    body = (
        '<rect width="9" height="9" fill="#aa0000" stroke="#aa0000"/>'
        '<rect width="9" height="9" fill="#aa0000" stroke="#00aa00"/>'
        '<line x2="9" fill="#aa0000" stroke="#aa0000"/>'
        '<rect width="9" height="9" fill="#aa0000" stroke="#aa0000" fill-opacity=".5"/>'
    )
    drawing = svg_to_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{body}</svg>')
    assert [stroke.filled for stroke in drawing.strokes] == [True, False, False, False]


def test_levels_count_lines_and_keep_the_areas(lines) -> None:
    drawing = with_areas(lines, areas(2))
    first = prefix(drawing, 1)
    assert (area_count(first), first.line_count) == (2, 1)
