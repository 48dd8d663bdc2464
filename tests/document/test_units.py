"""Lengths as they are typed and shown."""

from __future__ import annotations

import pytest
from taureau.document import Unit, length_text, number_text, parsed_length, size_text


@pytest.mark.parametrize(
    ("text", "px"),
    [
        ("12 mm", 12 * 96 / 25.4),
        ("12mm", 12 * 96 / 25.4),
        ("1 in", 96.0),
        ('1.5"', 144.0),
        ("2 inches", 192.0),
        ("72 pt", 96.0),
        ("7,5 px", 7.5),
        ("2.54 cm", 96.0),
        (" 3 ", 3 * 96 / 25.4),
        ("−1 in", -96.0),
        ("- 1 IN", -96.0),
        (".5 px", 0.5),
    ],
)
def test_lengths_are_read(text, px):
    assert parsed_length(text, Unit.MM) == pytest.approx(px)


@pytest.mark.parametrize("text", ["", "mm", "1 ell", "1 2 mm", "nan px", "1e5 px", "1..2", "1" * 99 + "mm" * 2])
def test_other_text_is_no_length(text):
    assert parsed_length(text, Unit.MM) is None


@pytest.mark.parametrize("unit", list(Unit))
def test_what_is_shown_is_read_back(unit):
    px = parsed_length(length_text(100.0, unit, fine=True), Unit.PX)
    assert px == pytest.approx(100.0, abs=unit.px * 10 ** -unit.decimals(fine=True))


def test_lengths_are_shown():
    assert length_text(37, Unit.MM, fine=True) == "9.79 mm"
    assert length_text(36, Unit.INCH, fine=True) == "0.375 in"
    assert number_text(-0.001, Unit.PX) == "0.0"
    assert number_text(-96, Unit.PT) == "−72.0"
    assert size_text(210 * 96 / 25.4, 297 * 96 / 25.4, Unit.MM) == "210.0 × 297.0 mm"
