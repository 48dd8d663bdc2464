"""Areas under the lines of a drawing: their layer, levels, and the SVG that keeps them."""

from __future__ import annotations

import pytest
from taureau.document import (
    Drawing,
    Layer,
    Stroke,
    drawing_to_svg,
    ground_count,
    line_indices,
    prefix,
    rounded,
    svg_to_drawing,
    with_ground,
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
    drawing = with_ground(lines, "Colours", areas(3))
    assert [layer.name for layer in drawing.layers] == ["Colours", "strokes"]
    assert drawing.layers[0].locked
    assert (ground_count(drawing, "Colours"), drawing.line_count, drawing.stroke_count) == (3, 3, 6)
    assert line_indices(drawing) == (3, 4, 5)
    assert {stroke.id for stroke in lines.strokes} == {stroke.id for stroke in drawing.layers[1].strokes}
    fewer = with_ground(drawing, "Colours", areas(1))
    assert ground_count(fewer, "Colours") == 1
    assert with_ground(fewer, "Colours", []).layers == lines.layers


def test_a_layer_of_lines_of_that_name_is_kept(lines) -> None:
    named = Drawing(100, 80, (Layer("Colours", lines.layers[0].strokes),))
    drawing = with_ground(named, "Colours", areas(2))
    assert [layer.name for layer in drawing.layers] == ["Colours", "Colours"]
    assert drawing.line_count == 3


@pytest.mark.parametrize("opacity", [1.0, 0.5])
def test_areas_come_back_from_svg(lines, opacity) -> None:
    drawing = with_ground(lines, "Colours", areas(2, opacity))
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
    drawing = with_ground(lines, "Colours", areas(2))
    first = prefix(drawing, 1)
    assert (ground_count(first, "Colours"), first.line_count) == (2, 1)


def test_tone_lies_between_areas_and_lines_whichever_came_first(lines) -> None:
    hatch = [Stroke(Curve.line((0, y), (9, y)), 0.5) for y in (1, 2)]
    for first, second in (("Tone", "Colours"), ("Colours", "Tone")):
        strokes = {"Tone": hatch, "Colours": areas(2)}
        drawing = with_ground(with_ground(lines, first, strokes[first]), second, strokes[second])
        assert [layer.name for layer in drawing.layers] == ["Colours", "Tone", "strokes"]
        again = svg_to_drawing(drawing_to_svg(drawing))
        assert [layer.ground for layer in again.layers] == [True, True, False]
        assert again.line_count == 3
