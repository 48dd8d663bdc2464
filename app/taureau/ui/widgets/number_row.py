"""A number: its name, a field to type it and a slider to feel it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from taureau.ui.widgets.number_field import NumberField
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID


class NumberRow(QWidget):
    """A value with its unit; a double-click on its name or slider resets it, and so does Ctrl+Backspace.

    The slider may end before the field does: the usual values lie under the hand, the others can be typed.
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
    ) -> None:
        """`ends`: what the slider's two ends mean, in words below them."""
        super().__init__()
        self._step = step
        self._label = QLabel(name)
        self.field = NumberField(name, low, high, step=step, decimals=decimals, unit=unit)
        self._label.setBuddy(self.field)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(f"{name}, slider")
        self.slider.setRange(round(low / step), round((slider_high or high) / step))
        for widget in (self._label, self.field, self.slider):
            widget.setToolTip(f"{tooltip}\nDouble-click to go back to {self.field.textFromValue(default)}{unit}.")
        Reset(self, [self._label, self.slider], [self.field, self.slider], lambda: self.set_value(default))
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
        self.field.valueChanged.connect(self._field_moved)
        self.slider.valueChanged.connect(self._slider_moved)
        self.set_value(default)

    def set_name(self, name: str) -> None:
        """Call it by another name, for the eye and for a screen reader."""
        self._label.setText(name)
        self.field.setAccessibleName(name)
        self.slider.setAccessibleName(f"{name}, slider")

    @property
    def value(self) -> float:
        return self.field.value()

    def set_value(self, value: float) -> None:
        self.field.setValue(value)

    def _field_moved(self, value: float) -> None:
        self.slider.blockSignals(True)  # a value beyond the slider's end must not come back shortened
        self.slider.setValue(round(value / self._step))
        self.slider.blockSignals(False)
        self.value_changed.emit()

    def _slider_moved(self, position: int) -> None:
        self.field.setValue(position * self._step)
