"""The selection placed by number: what is shown, what a number does, and the proportions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import Unit
from taureau.geometry import Box, Curve
from taureau.session.preferences import UNIT

from tests.ui.sheets import LEFT, ROWS


@pytest.fixture
def placed(rows):
    """A window with a slanted line selected, 40 × 20 px at 10, 30, and lengths in px."""
    rows.preferences.set_value(UNIT, Unit.PX)
    line = replace(next(ROWS.strokes), curve=Curve.line((10, 30), (50, 50)), id="")
    rows.editing.insert([line], select=True)
    rows.refresh.flush()
    return rows


def enter(window, name: str, text: str) -> None:
    field = window.strokes_panel.placement.fields[name]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def values(window) -> list[float]:
    return [field.value() for field in window.strokes_panel.placement.fields.values()]


def test_it_shows_where_the_selection_is_and_hides_without_one(placed):
    assert values(placed) == [10, 30, 40, 20]
    placed.session.selection.clear()
    assert not placed.strokes_panel.placement.isVisible()
    placed.session.selection.select([0])
    assert placed.strokes_panel.placement.isVisible()
    assert not placed.strokes_panel.placement.fields["H"].isEnabled()  # a level line


def test_a_number_moves_and_scales_in_proportion_unless_unlocked(placed):
    placement, placing = placed.strokes_panel.placement, placed.editing.placing
    enter(placed, "X", "0")
    enter(placed, "Y", "5")
    assert placing.box == Box(0, 5, 40, 25)
    enter(placed, "W", "80")
    assert placing.box == Box(0, 5, 80, 45)
    QTest.mouseClick(placement.lock, LEFT)
    enter(placed, "H", "10")
    assert placing.box == Box(0, 5, 80, 15)
    assert values(placed) == [0, 5, 80, 10]


def test_any_unit_can_be_typed_and_the_steps_can_be_undone(placed):
    enter(placed, "X", "1 in")
    assert placed.editing.placing.box.left == pytest.approx(96)
    assert placed.session.sheet.undo_stack.undoText() == "move 1 stroke"
    placed.session.sheet.undo_stack.undo()
    assert values(placed) == [10, 30, 40, 20]
