"""Pens, and curves drawing themselves onto them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.geometry import Curve, Pen, RecordingPen, SvgPathPen, decimal_text, rounded_number

CHAIN = Curve([[0, 0], [0, 4], [8, 4], [8, 0], [8, -4], [16, -4], [16, 0]])


def test_a_curve_moves_once_and_then_curves() -> None:
    pen = RecordingPen()
    CHAIN.draw(pen)
    assert pen.calls == [
        ("move_to", ((0, 0),)),
        ("curve_to", ((0, 4), (8, 4), (8, 0))),
        ("curve_to", ((8, -4), (16, -4), (16, 0))),
    ]
    assert all(type(number) is float for _, points in pen.calls for point in points for number in point)


def test_a_recording_becomes_the_curves_it_was_made_of() -> None:
    pen = RecordingPen()
    CHAIN.draw(pen)
    CHAIN.reversed().draw(pen)
    pen.move_to((1, 1))
    copy = RecordingPen()
    pen.replay(copy)
    assert copy.calls == pen.calls
    assert copy.curves() == (CHAIN, CHAIN.reversed())


def test_a_recording_without_a_start_is_no_curve() -> None:
    pen = RecordingPen()
    pen.curve_to((0, 0), (1, 1), (2, 2))
    with pytest.raises(ValueError, match="move_to"):
        pen.curves()


def path_data(curve: Curve, decimals: int = 3) -> str:
    pen = SvgPathPen(decimals)
    curve.draw(pen)
    return pen.data


def test_path_data_is_absolute_and_says_c_once_per_line() -> None:
    assert path_data(CHAIN) == "M0,0 C0,4 8,4 8,0 8,-4 16,-4 16,0"


def test_each_move_begins_a_new_subpath() -> None:
    pen = SvgPathPen()
    Curve.line([0, 0], [3, 0]).draw(pen)
    Curve.line([0, 1], [3, 1]).draw(pen)
    assert pen.data == "M0,0 C1,0 2,0 3,0 M0,1 C1,1 2,1 3,1"


def test_path_data_is_rounded_to_the_stated_decimals() -> None:
    curve = Curve([[1 / 3, -0.0004], [2.5, 1e-9], [1234.5678, -7], [0.1 + 0.2, 99.9996]])
    assert path_data(curve) == "M0.333,0 C2.5,0 1234.568,-7 0.3,100"
    assert path_data(curve, 0) == "M0,0 C2,0 1235,-7 0,100"
    assert path_data(curve, 5) == "M0.33333,-0.0004 C2.5,0 1234.5678,-7 0.3,99.9996"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.0, 3, "0"),
        (-0.0, 3, "0"),
        (-0.0004, 3, "0"),
        (100.0, 0, "100"),
        (100.0, 2, "100"),
        (-1.5, 3, "-1.5"),
        (1e-7, 3, "0"),
        (1e-7, 7, "0.0000001"),
        (123456789.125, 2, "123456789.12"),
        (1e15, 1, "1000000000000000"),
    ],
)
def test_decimal_text(value: float, decimals: int, text: str) -> None:
    assert decimal_text(value, decimals) == text


@given(st.floats(-1e12, 1e12), st.integers(0, 8))
def test_text_of_a_rounded_number_does_not_change(value: float, decimals: int) -> None:
    text = decimal_text(value, decimals)
    rounded = rounded_number(value, decimals)
    assert "e" not in text
    assert not text.startswith("-0") or float(text) < 0
    assert decimal_text(rounded, decimals) == text
    assert rounded_number(rounded, decimals) == rounded
    assert abs(rounded - value) <= 0.5 * 10**-decimals + 1e-4


def test_every_pen_has_the_protocol() -> None:
    pens: list[Pen] = [RecordingPen(), SvgPathPen()]
    for pen in pens:
        CHAIN.draw(pen)
