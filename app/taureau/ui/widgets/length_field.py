"""A field for a length, shown in the unit that the user chose; any other unit may be typed."""

from __future__ import annotations

import math

from PySide6.QtGui import QValidator

from taureau.document import Unit, length_text, parsed_length
from taureau.session import Preferences
from taureau.session.preferences import UNIT
from taureau.ui.widgets.number_input import NumberField

_EXACT = 6  # decimals of the value, px


class LengthField(NumberField):
    """Its value and its range are in px, or in parts of `px_per_value` px, and are exact, whatever is shown."""

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        preferences: Preferences,
        *,
        fine: bool = False,
        px_per_value: float = 1.0,
    ) -> None:
        """`fine`: for widths of strokes, with one more decimal and steps in proportion to the value."""
        # Before Qt's part is made, which asks for the text of the value.
        self._preferences, self._fine, self._px_per_value = preferences, fine, px_per_value
        super().__init__(name, low, high, decimals=_EXACT)
        preferences.changed.connect(self._follow_unit)

    def set_px_per_value(self, px: float) -> None:
        """Change the length that a value of 1 stands for, and the text with it; the value stays."""
        if px != self._px_per_value:
            self._px_per_value = px
            self._show_again()

    @property
    def unit(self) -> Unit:
        return self._preferences.unit

    def textFromValue(self, value: float) -> str:
        return length_text(value * self._px_per_value, self.unit, fine=self._fine)

    def valueFromText(self, text: str) -> float:
        if text == self.textFromValue(self.value()):
            return self.value()  # what is shown is rounded
        if self.specialValueText() and text == self.specialValueText():
            return self.minimum()
        value = self._value_of(text)
        return self.value() if value is None else value

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept any text while it is typed; what is no length is given up at the end."""
        value = self._value_of(text)
        whole = value is not None and self.minimum() <= value <= self.maximum()
        special = text != "" and text == self.specialValueText()
        state = QValidator.State.Acceptable if whole or special else QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """Return the nearest length within the range."""
        value = self._value_of(text)
        if value is None:
            return text
        nearest = min(self.maximum(), max(self.minimum(), value))
        return f"{nearest * self._px_per_value:.{_EXACT}f} px"  # not rounded to what is shown

    def stepBy(self, steps: int) -> None:
        """Step by whole units; a fine field steps by its second digit."""
        per_unit = self.unit.px / self._px_per_value
        shown = self.value() / per_unit
        step = 1.0 if self.unit is not Unit.INCH else 0.1
        if self._fine:
            magnitude = math.floor(math.log10(max(abs(shown), 1e-9)))
            step = 10.0 ** max(magnitude - 1, -self.unit.decimals(fine=True))
        self.setValue((shown + steps * step) * per_unit)
        self.selectAll()

    def _follow_unit(self, key: str) -> None:
        if key == UNIT.key:
            self._show_again()

    def _show_again(self) -> None:
        """Write the value anew, without a change of it."""
        if self.value() != self.minimum() or not self.specialValueText():
            self.lineEdit().setText(self.textFromValue(self.value()))

    def _value_of(self, text: str) -> float | None:
        px = parsed_length(text, self.unit)
        return None if px is None else round(px / self._px_per_value, _EXACT)
