"""By which words a picture is to be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from taureau.imagine.request import THETA
from taureau.ui.widgets.number_field import NumberField
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID


class SteeringWords(QWidget):
    """From which words to which, and how far."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        tooltip = (
            "How far it goes from the picture: 0 % leaves it as it is, 100 % keeps nothing but the words;\n"
            f"25 to 50 % do well. Double-click the name to go back to {100 * THETA:.0f} %."
        )
        self.far = NumberField("How far", 0, 100, unit=" %")
        self.far.setFixedWidth(8 * GRID)
        self.far.setToolTip(tooltip)
        self.far.setValue(100 * THETA)
        far = label("How far", tooltip=tooltip)
        far.setBuddy(self.far)
        Reset(self, [far], [self.far], lambda: self.far.setValue(100 * THETA))
        self.steer = push_button("Steer", tooltip="Imagine the changed picture")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for field, said, example in (
            (self.before, "From", "a photo of a cat"),
            (self.after, "To", "a photo of a lion"),
        ):
            field.setPlaceholderText(example)
            field.setAccessibleName(f"{said} which words")
            field.setToolTip("What it shows" if said == "From" else "What it is to show")
            field.textChanged.connect(self._look)
            field.returnPressed.connect(self.steer.click)
            row.addWidget(label(said))
            row.addWidget(field, 1)
        row.addWidget(far)
        row.addWidget(self.far)
        row.addWidget(self.steer)
        self.steer.clicked.connect(self.asked)
        self._look()

    def set_before(self, sentence: str) -> None:
        self.before.setText(sentence)
        self.before.setCursorPosition(0)

    def _look(self) -> None:
        before, after = self.before.text().split(), self.after.text().split()
        self.steer.setEnabled(bool(before) and bool(after) and before != after)
        missing = "Say what it shows and what it is to show" if not (before and after) else "Both say the same"
        self.steer.setToolTip("Imagine the changed picture" if self.steer.isEnabled() else missing)
