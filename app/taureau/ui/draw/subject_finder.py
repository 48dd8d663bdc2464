"""What finds the subject: the network that comes with Taureau, or a mask model of the catalogue."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Models
from taureau.session.language import tr
from taureau.ui.models.model_care import ModelCare
from taureau.ui.widgets.choice_row import LABEL_WIDTH
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.parts import label, paragraph
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID

OWN = ""  # in place of an id: the network that comes with Taureau


class SubjectFinder(QWidget):
    """A list of the mask models, and how to get the chosen one where it is not installed."""

    changed = Signal()  # the choice, or whether it is installed

    def __init__(self, models: Models, tasks: Tasks) -> None:
        super().__init__()
        self._models = models
        self._ids = [OWN, *(entry.model.id for entry in models.mask_models)]
        self.list = DropDown(
            tr("Found by"), tr("What finds the subject: larger networks see hair, spokes and the like")
        )
        for model_id in self._ids:
            self.list.addItem("", model_id)
        word = label(tr("Found by"))
        word.setMinimumWidth(LABEL_WIDTH)
        word.setBuddy(self.list)
        self.purpose = paragraph("", "muted")
        self.care = ModelCare(models, tasks, self._ids[1]) if self.offers else None
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(word)
        row.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.purpose)
        if self.care is not None:
            column.addWidget(self.care)
        self.list.currentIndexChanged.connect(self._choose)
        models.changed.connect(self._model_changed)
        Reset(self, [word], [self.list], lambda: self.choose(OWN))
        self._show()

    @property
    def offers(self) -> bool:
        """Whether the catalogue has any mask models."""
        return len(self._ids) > 1

    @property
    def value(self) -> str:
        """The id of the chosen model; empty for Taureau's own network."""
        return str(self.list.currentData())

    @property
    def missing(self) -> str:
        """What is missing, in a few words; empty if nothing is."""
        here = self.value == OWN or self._models.is_here(self.value)
        return "" if here else tr("{name} is not here yet", name=self._models[self.value].model.name)

    def choose(self, model_id: str) -> None:
        """Choose an item of the list."""
        self.list.setCurrentIndex(self._ids.index(model_id))

    def _choose(self) -> None:
        self._show()
        self.changed.emit()

    def _model_changed(self, model_id: str) -> None:
        if model_id in self._ids and self._models[model_id].verb is None:
            self._choose()

    def _show(self) -> None:
        for index, model_id in enumerate(self._ids):
            if model_id == OWN:
                self.list.set_item(index, "Taureau")
            else:
                here = self._models.is_here(model_id)
                self.list.set_item(index, self._models[model_id].model.name, "" if here else tr("not here"))
        missing = bool(self.missing)
        if missing and self.care is not None:
            model = self._models[self.value].model
            self.purpose.setText(f"{tr(model.purpose)} {model.licence}. {tr(model.terms)}")
            if self.care.model_id != self.value:
                self.care.show_model(self.value)
        self.purpose.setVisible(missing)
        if self.care is not None:
            self.care.setVisible(missing)
