"""The input of a stroke width: a field and a logarithmic slider."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from taureau.session import Preferences
from taureau.session.language import tr
from taureau.ui.widgets.length_field import LengthField
from taureau.ui.widgets.parts import label, slider
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_MIN, _MAX = 0.05, 10_000.0  # px
_SLIDER_RANGE = (0.0005, 0.06)  # of the sheet's longer side
_STEPS = 240
_TOOLTIP = tr_noop("How thick the line is on paper. Any unit can be typed: mm, in, px, pt.")


class WidthRow(QWidget):
    """Equal distances on the slider multiply the width by equal factors."""

    value_changed = Signal(float)  # px

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._side = 1000.0
        name = QLabel(tr("Width"))
        self.field = LengthField(tr("Width"), _MIN, _MAX, preferences, fine=True)
        self.field.setKeyboardTracking(False)  # a half-typed number is not a width
        name.setBuddy(self.field)
        self.various = label(tr("various"), "muted", tooltip=tr("The selected strokes differ in width"))
        self.slider = slider(tr("Width, slider"))
        self.slider.setRange(0, _STEPS)
        for widget in (name, self.field, self.slider):
            widget.setToolTip(tr(_TOOLTIP))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.various, 0, 1)
        grid.addWidget(self.field, 0, 2)
        grid.addWidget(self.slider, 1, 0, 1, 3)
        self.field.valueChanged.connect(self._field_changed)
        self.slider.valueChanged.connect(self._slider_changed)

    def show_width(self, px: float, longer_side: float, *, several: bool) -> None:
        """Show a width on a sheet with this longer side, both in px; `several`: the selected widths differ."""
        self._side = longer_side
        for control in (self.field, self.slider):
            control.blockSignals(True)  # the width comes from outside
        if not math.isclose(self.field.value(), px, abs_tol=0.005):
            self.field.setValue(px)
        if abs(self._width_at(self.slider.value()) / px - 1) > 0.01:
            self.slider.setValue(self._position(px))
        for control in (self.field, self.slider):
            control.blockSignals(False)
        self.various.setVisible(several)

    def _field_changed(self, px: float) -> None:
        self.value_changed.emit(px)

    def _slider_changed(self, position: int) -> None:
        self.value_changed.emit(round(max(_MIN, self._width_at(position)), 2))

    def _width_at(self, position: int) -> float:
        low, high = (share * self._side for share in _SLIDER_RANGE)
        return low * (high / low) ** (position / _STEPS)

    def _position(self, px: float) -> int:
        low, high = (share * self._side for share in _SLIDER_RANGE)
        return round(_STEPS * max(0.0, min(1.0, math.log(px / low) / math.log(high / low))))
