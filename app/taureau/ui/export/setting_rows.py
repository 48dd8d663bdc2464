"""Rows of the export's settings: a name, and what it is chosen by; lengths are in mm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from taureau.document import MM_PER_PX
from taureau.session import Preferences
from taureau.session.language import tr
from taureau.ui.widgets.choice_row import LABEL_WIDTH
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.length_field import LengthField
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID

_MM_DECIMALS = 4  # so that mm are the same after px


def setting_row(name: str, *controls: QWidget) -> QWidget:
    """Return a labelled row; number fields are aligned right, as in the other panels."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID)
    word = label(name, tooltip=controls[0].toolTip())
    word.setMinimumWidth(LABEL_WIDTH)
    word.setBuddy(controls[0])
    line.addWidget(word, 1 if isinstance(controls[0], NumberField) else 0)
    for control in controls:
        line.addWidget(control, 1 if isinstance(control, DropDown) else 0)
    return row


def size_row(name: str, width: LengthField, height: LengthField) -> QWidget:
    """Return a row of two fields, with a cross between them."""
    return setting_row(name, width, label("×", "muted"), height)


def length_field(
    name: str, low_mm: float, high_mm: float, preferences: Preferences, *, fine: bool = False
) -> LengthField:
    return LengthField(name, low_mm / MM_PER_PX, high_mm / MM_PER_PX, preferences, fine=fine)


def mm(field: LengthField) -> float:
    return round(field.value() * MM_PER_PX, _MM_DECIMALS)


def set_mm(field: LengthField, length: float) -> None:
    field.setValue(length / MM_PER_PX)


def drop_down(name: str, tooltip: str, items: Sequence[tuple[object, str]]) -> DropDown:
    """Return a drop-down of values and their words."""
    made = DropDown(name, tooltip)
    fill(made, [(value, tr(word)) for value, word in items])
    return made


def fill(box: DropDown, items: Sequence[tuple[object, str]]) -> None:
    """Put these values, and their translated words, in place of what a drop-down has."""
    box.clear()
    for index, (value, word) in enumerate(items):
        box.addItem(word, value)
        box.set_item(index, word)
