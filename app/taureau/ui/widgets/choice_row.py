"""A segmented control: a name and a few exclusive choices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID

LABEL_WIDTH = 8 * GRID


class ChoiceRow(QWidget):
    """Arrow keys move between the choices; a double click on the name resets it."""

    value_changed = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str]], *, above: bool = False) -> None:
        """`choices`: value, text and tooltip, the first being the default. `above`: put the name above them."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._values = [value for value, _, _ in choices]
        word = label(name, tooltip=tr("Double-click to go back to {value}.", value=choices[0][1]))
        word.setMinimumWidth(LABEL_WIDTH)
        frame = QFrame()
        frame.setObjectName("segments")
        frame.setAccessibleName(name)
        segments = QHBoxLayout(frame)
        segments.setContentsMargins(1, 1, 1, 1)
        segments.setSpacing(0)
        for index, (_, text, tooltip) in enumerate(choices):
            button = tool_button(text, tooltip=tooltip, spoken=f"{name}: {text}")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, index)
            segments.addWidget(button)
        self._group.button(0).setChecked(True)
        Reset(self, [word], self._group.buttons(), lambda: self.choose(choices[0][0]))
        self._group.idToggled.connect(lambda _, chosen: self.value_changed.emit() if chosen else None)
        row = (QVBoxLayout if above else QHBoxLayout)(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2 if above else GRID)
        row.addWidget(word)
        row.addWidget(frame, 1)

    @property
    def value(self) -> str:
        return self._values[self._group.checkedId()]

    @property
    def word(self) -> str:
        """The text of the chosen button."""
        return self.button(self.value).text()

    def choose(self, value: str) -> None:
        self.button(value).setChecked(True)

    def button(self, value: str) -> QToolButton:
        button = self._group.button(self._values.index(value))
        assert isinstance(button, QToolButton)
        return button
