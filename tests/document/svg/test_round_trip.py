"""Drawing to SVG and back: exact after rounding, and the same bytes again."""

from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg, load_svg, rounded, save_svg, svg_to_drawing
from taureau.geometry import Curve

from tests.document.strategies import drawings


@given(drawings, st.integers(0, 6))
@settings(max_examples=150, deadline=None)
def test_a_drawing_comes_back_rounded_and_is_written_the_same(drawing: Drawing, precision: int) -> None:
    svg = drawing_to_svg(drawing, precision=precision)
    back = svg_to_drawing(svg)
    assert back == rounded(drawing, precision)
    assert drawing_to_svg(back, precision=precision) == svg
    assert svg_to_drawing(svg.encode("utf-8")) == back


@given(drawings, st.integers(0, 6))
@settings(max_examples=50, deadline=None)
def test_rounding_twice_is_rounding_once(drawing: Drawing, precision: int) -> None:
    once = rounded(drawing, precision)
    assert rounded(once, precision) == once


def test_facts_keep_every_character_but_lone_surrogates() -> None:
    facts = {
        "": "",
        "k\x00": "\x01\x1f\x7f\x85\u2028\ufffe\uffff\U0001f402",
        "lines": "a\r\nb\n\tc",
        "<&>\"'": "]]>",
    }
    assert svg_to_drawing(drawing_to_svg(Drawing(1, 1, facts=facts))).facts == facts
    torn = Drawing(1, 1, facts={"a": "\ud83d!"})
    assert svg_to_drawing(drawing_to_svg(torn)).facts == {"a": "\ufffd!"}


def test_names_of_layers_lose_what_xml_cannot_hold() -> None:
    drawing = Drawing(1, 1, (Layer("a\x00\tb\n\ud83d\ufffe&amp;<"),))
    assert svg_to_drawing(drawing_to_svg(drawing)).layers[0].name == "a\tb\n&amp;<"


def test_the_order_of_facts_does_not_matter() -> None:
    there, back = Drawing(1, 1, facts={"a": "1", "b": "2"}), Drawing(1, 1, facts={"b": "2", "a": "1"})
    assert drawing_to_svg(there) == drawing_to_svg(back)


def test_gains_follow_their_strokes_when_another_program_moves_them() -> None:
    line = Curve.line([0, 0], [9, 9])
    drawing = Drawing(10, 10, (Layer("a", tuple(Stroke(line, n, gain=n / 8) for n in (1, 2, 3))),))
    head, first, second, third, *tail = drawing_to_svg(drawing).split("    <path ")
    third, end = third.split("\n", 1)
    assert not tail
    moved = "    <path ".join([head, third + "\n", first + end])  # the second is deleted, the third comes first
    strokes = svg_to_drawing(moved).layers[0].strokes
    assert second
    assert [(stroke.width, stroke.gain) for stroke in strokes] == [(3, 3 / 8), (1, 1 / 8)]


def test_a_saved_file_is_loaded(tmp_path) -> None:
    drawing = Drawing(10, 10, (Layer("a", (Stroke(Curve.line([0, 0], [9, 9]), 1),)),), {"seed": "0"})
    save_svg(drawing, tmp_path / "ü b.svg")
    assert load_svg(tmp_path / "ü b.svg") == rounded(drawing)
    assert load_svg(str(tmp_path / "ü b.svg")) == rounded(drawing)
