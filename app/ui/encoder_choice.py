"""Which encoder guides the drawing; one that is not here explains itself and can be brought in place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.session import Models
from app.session.choices import BUILTIN
from app.ui.choice_row import LABEL_WIDTH
from app.ui.drop_down import DropDown
from app.ui.model_care import ModelCare
from app.ui.parts import label, paragraph, push_button
from app.ui.tasks import Tasks
from app.ui.theme import GRID


class EncoderChoice(QWidget):
    """The built-in encoder and those of the catalogue."""

    changed = Signal()
    models_asked = Signal(str)  # the id of the model to show

    def __init__(self, models: Models, tasks: Tasks) -> None:
        super().__init__()
        self._models = models
        self.list = DropDown("Encoder", "What judges the lines: which network the drawing has to look right to")
        word = label("Encoder")
        word.setMinimumWidth(LABEL_WIDTH)
        word.setBuddy(self.list)
        self.purpose = paragraph("", "muted")
        self.all = push_button(
            "All models…", "fold", tooltip="What there is to draw with, how large it is, its licence"
        )
        self._ids = [entry.model.id for entry in models.encoders] or [BUILTIN]
        for model_id in self._ids:
            self.list.addItem("", model_id)
        self.care = ModelCare(models, tasks, self._ids[0]) if models.encoders else None
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(word)
        row.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.purpose)
        if self.care is not None:
            column.addWidget(self.care)
        column.addWidget(self.all)
        self.list.currentIndexChanged.connect(self._choose)
        self.all.clicked.connect(lambda: self.models_asked.emit(self.value))
        models.changed.connect(self._look)
        self._show()

    @property
    def value(self) -> str:
        return str(self.list.currentData())

    @property
    def missing(self) -> str:
        """What is missing before one can draw with the chosen encoder; empty where nothing is."""
        return "" if self._models.is_here(self.value) else f"{self._models[self.value].model.name} is not here yet"

    def choose(self, model_id: str) -> None:
        """Choose an encoder if there is one of this id."""
        if model_id in self._ids:
            self.list.setCurrentIndex(self._ids.index(model_id))

    def _choose(self) -> None:
        if self.care is not None:
            self.care.show_model(self.value)
        self._show()
        self.changed.emit()

    def _look(self, model_id: str) -> None:
        if model_id in self._ids and self._models[model_id].verb is None:
            self._show()
            if model_id == self.value:
                self.changed.emit()

    def _show(self) -> None:
        for index, model_id in enumerate(self._ids):
            name = "Built-in" if model_id == BUILTIN else self._models[model_id].model.name
            self.list.set_item(index, name, "" if self._models.is_here(model_id) else "not here")
        if self.care is not None:
            model = self._models[self.value].model
            self.purpose.setText(f"{model.purpose} {model.terms}" if self.missing else model.purpose)
            self.care.setVisible(bool(self.missing) or self._models[self.value].verb is not None)
        self.purpose.setVisible(self.value != BUILTIN)
