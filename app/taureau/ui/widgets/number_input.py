"""Number inputs: a field with its unit, alone or in a row with a name and a slider."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.parts import label, slider
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID

FIELD_WIDTH = 11 * GRID


class NumberField(QDoubleSpinBox):
    """A spin box without arrow buttons, which the style sheet hides; arrow keys and the wheel step the value."""

    def __init__(
        self, name: str, low: float, high: float, *, step: float = 1.0, decimals: int = 0, unit: str = ""
    ) -> None:
        super().__init__(decimals=decimals, minimum=float(low), maximum=float(high), singleStep=step, suffix=unit)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(FIELD_WIDTH)
        self.lineEdit().setTextMargins(GRID, 0, GRID, 0)  # the line edit ignores the style sheet's padding

    def setSpecialValueText(self, text: str) -> None:
        """Show a text in place of the lowest value, and be wide enough for it."""
        super().setSpecialValueText(text)
        self.setFixedWidth(max(FIELD_WIDTH, self.fontMetrics().horizontalAdvance(text) + 4 * GRID))


class NumberRow(QWidget):
    """A value with its unit; a double click on the name or slider, or Ctrl+Backspace, resets it to the default.

    The slider may cover the usual values only, a part of the range of the field.
    """

    value_changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        low: float,
        high: float,
        default: float,
        tooltip: str,
        slider_high: float | None = None,
        step: float = 1.0,
        decimals: int = 0,
        unit: str = "",
        ends: tuple[str, str] | None = None,
        field: NumberField | None = None,
    ) -> None:
        """`ends`: captions below the two ends of the slider; `field`: one that shows the value in a way of its own."""
        super().__init__()
        self._step, self._default, self._explanation = step, default, tooltip
        self._unit = None if field else unit  # None: the field has units of its own
        self._label = QLabel(name)
        self.field = field or NumberField(name, low, high, step=step, decimals=decimals, unit=unit)
        self._label.setBuddy(self.field)
        self.slider = slider(tr("{name}, slider", name=name))
        self.slider.setRange(round(low / step), round((slider_high or high) / step))
        Reset(self, [self._label, self.slider], [self.field, self.slider], lambda: self.set_value(self._default))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        if ends:
            words = QHBoxLayout()
            words.addWidget(label(ends[0], "caption"))
            words.addStretch(1)
            words.addWidget(label(ends[1], "caption"))
            grid.addLayout(words, 2, 0, 1, 2)
        self.field.valueChanged.connect(self._field_changed)
        self.slider.valueChanged.connect(self._slider_changed)
        self.set_value(default)
        self._show_default()

    def set_default(self, default: float) -> None:
        """Change the default; the value follows where it was the default."""
        untouched = self.value == self._default
        self._default = default
        self._show_default()
        if untouched:
            self.set_value(default)

    def _show_default(self) -> None:
        default = self.field.textFromValue(self._default)
        back = (
            tr("reset it") if self._unit is None else tr("go back to {default}{unit}", default=default, unit=self._unit)
        )
        for widget in (self._label, self.field, self.slider):
            widget.setToolTip(tr("{explanation}\nDouble-click to {back}.", explanation=self._explanation, back=back))

    def set_name(self, name: str) -> None:
        """Change the label and the accessible names."""
        self._label.setText(name)
        self.field.setAccessibleName(name)
        self.slider.setAccessibleName(tr("{name}, slider", name=name))

    @property
    def value(self) -> float:
        return self.field.value()

    def set_value(self, value: float) -> None:
        self.field.setValue(value)

    def _field_changed(self, value: float) -> None:
        self.slider.blockSignals(True)  # a value beyond the slider's end would come back clamped
        self.slider.setValue(round(value / self._step))
        self.slider.blockSignals(False)
        self.value_changed.emit()

    def _slider_changed(self, position: int) -> None:
        self.field.setValue(position * self._step)
