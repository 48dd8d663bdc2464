"""Which encoder guides the drawing, where the preset leaves a choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Choices, Models
from taureau.session.choices import BUILTIN, Preset
from taureau.ui.widgets.choice_row import LABEL_WIDTH
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID

_FIXED = {  # presets that draw with one encoder, and what is said of it
    "draft": "Draft and Standard draw with the encoder that comes with Taureau.",
    "standard": "Draft and Standard draw with the encoder that comes with Taureau.",
    "clipasso": "CLIPasso draws with CLIP RN101, and begins where CLIP ViT-B/32 looks if that is here.",
}


class EncoderChoice(QWidget):
    """Automatic, or one of the catalogue's; what the chosen one is good for stands below it."""

    changed = Signal()
    models_asked = Signal()

    def __init__(self, models: Models) -> None:
        super().__init__()
        self._models = models
        self._preset: Preset = Choices().preset
        self.list = DropDown("Encoder", "What judges the lines: the network to which the drawing has to look right")
        word = label("Encoder")
        word.setMinimumWidth(LABEL_WIDTH)
        word.setBuddy(self.list)
        self.purpose = paragraph("", "muted")
        self.all = push_button(
            "All models…", "fold", tooltip="What there is to draw with, how large it is, its licence"
        )
        self._ids = [BUILTIN, *(entry.model.id for entry in models.encoders if entry.model.id != BUILTIN)]
        for model_id in self._ids:
            self.list.addItem("", model_id)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(word)
        row.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.purpose)
        column.addWidget(self.all)
        self.list.currentIndexChanged.connect(self._choose)
        self.all.clicked.connect(self.models_asked)
        models.changed.connect(self._look)
        Reset(self, [word], [self.list], lambda: self.choose(BUILTIN))
        self._show()

    @property
    def value(self) -> str:
        """The chosen encoder's id; "builtin" where the preset decides."""
        return BUILTIN if self._preset in _FIXED else str(self.list.currentData())

    def set_preset(self, preset: Preset) -> None:
        self._preset = preset
        self._show()

    def choose(self, model_id: str) -> None:
        """Choose an encoder of the list."""
        self.list.setCurrentIndex(self._ids.index(model_id))

    def _choose(self) -> None:
        self._show()
        self.changed.emit()

    def _look(self, model_id: str) -> None:
        if model_id in self._ids and self._models[model_id].verb is None:
            self._show()

    def _show(self) -> None:
        fixed = _FIXED.get(self._preset)
        self.list.setEnabled(fixed is None)
        for index, model_id in enumerate(self._ids):
            if model_id == BUILTIN:
                self.list.set_item(index, "Automatic")
            else:
                here = self._models.is_here(model_id)
                self.list.set_item(index, self._models[model_id].model.name, "" if here else "not here")
        if fixed is not None:
            self.purpose.setText(fixed)
        elif self.value != BUILTIN:
            self.purpose.setText(self._models[self.value].model.purpose)
        else:
            self.purpose.setText("The one that serves best of those that are on this machine.")
        self.list.show_as("Automatic" if fixed is not None else None)
