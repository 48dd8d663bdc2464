"""A field to type a number into, with its unit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox

from taureau.ui.widgets.theme import GRID

WIDTH = 11 * GRID


class NumberField(QDoubleSpinBox):
    """Without arrow buttons: arrow keys and the wheel count up and down, and the style sheet hides the rest."""

    def __init__(
        self, name: str, low: float, high: float, *, step: float = 1.0, decimals: int = 0, unit: str = ""
    ) -> None:
        super().__init__(decimals=decimals, minimum=float(low), maximum=float(high), singleStep=step, suffix=unit)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(WIDTH)
        self.lineEdit().setTextMargins(GRID, 0, GRID, 0)  # a style sheet's padding is not heeded here
