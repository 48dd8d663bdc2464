"""Lengths in the user's unit: typed, stepped, and shown everywhere alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import Unit
from taureau.session import Preferences
from taureau.ui.widgets.length_field import LengthField

from tests.ui.sheets import click


@pytest.fixture
def preferences() -> Preferences:
    preferences = Preferences()
    preferences.set_unit(Unit.MM)
    return preferences


@pytest.fixture
def field(qtbot, preferences) -> LengthField:
    field = LengthField("Width", 1.0, 1000.0, preferences)
    qtbot.addWidget(field)
    field.show()
    field.setValue(100.0)
    return field


def type_into(field: LengthField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "px", "shown"),
    [
        ("25.4", 96.0, "25.4 mm"),
        ("1 in", 96.0, "25.4 mm"),
        ("72pt", 96.0, "25.4 mm"),
        ("7,5 px", 7.5, "2.0 mm"),
        ("9000", 1000.0, "264.6 mm"),  # more than the range holds
        ("wide", 100.0, "26.5 mm"),
    ],
)
def test_any_unit_is_typed_and_the_users_shown(field, text, px, shown):
    type_into(field, text)
    assert field.value() == pytest.approx(px, abs=0.2 if px == 1000.0 else 1e-5)
    assert field.text() == shown


def test_another_unit_changes_the_text_alone(field, preferences):
    heard = []
    field.valueChanged.connect(heard.append)
    texts = []
    for unit in Unit:
        preferences.set_unit(unit)
        texts.append(field.text())
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts == ["26.5 mm", "1.04 in", "100.0 px", "75.0 pt"]
    assert {field.value(), *heard} == {100.0}


def test_arrow_keys_step_by_units(field):
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == pytest.approx(100 + 96 / 25.4, abs=1e-5)


def test_one_unit_is_shown_everywhere(rows):
    click(rows, 60, 10)
    width, size = rows.strokes_panel.stroke_style.width_row.field, rows.sheet_size.button
    assert (width.text(), size.text()) == ("0.53 mm", "31.7 × 21.2 mm")
    line_width = rows.ask_panel.draw.line_width.field.text()
    rows.unit_menu.units[Unit.PX].trigger()
    assert (width.text(), size.text()) == ("2.00 px", "120.0 × 80.0 px")
    assert line_width.endswith(" mm")
    assert rows.ask_panel.draw.line_width.field.text().endswith(" px")
