"""What is missing before one can draw as chosen, with the buttons that bring it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taureau.session import Choices, Models
from taureau.ui.models.model_care import ModelCare
from taureau.ui.widgets.parts import paragraph, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID

_DRAWS_WITH = {
    "fine": "Fine draws with CLIP, an encoder that is not here yet.",
    "clipasso": "CLIPasso draws with CLIP RN101.",
}
_READS_WITH = "Words are drawn with an encoder that reads them, and none is here yet."
_READS_BESIDE = "Words beside a photo are drawn with a larger encoder, and none is here yet."


class EncoderNeed(QWidget):
    """In sight only while something is missing."""

    changed = Signal()  # what is missing
    models_asked = Signal()

    def __init__(self, models: Models, tasks: Tasks) -> None:
        super().__init__()
        self._models = models
        self._choices, self._alone = Choices(), False
        self.missing = ""  # in a few words; empty where nothing is
        self.model_id: str | None = None  # what to bring
        self.why = paragraph()
        self.terms = paragraph("", "muted")
        first = models.first_known([entry.model.id for entry in models.encoders])
        self.care = ModelCare(models, tasks, first) if first is not None else None
        self.others = push_button("Other models…", "fold", tooltip="What else there is to draw with")
        self.others.clicked.connect(self.models_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.why)
        column.addWidget(self.terms)
        if self.care is not None:
            column.addWidget(self.care)
        column.addWidget(self.others)
        models.changed.connect(self._look)
        self._show()

    def set_choices(self, choices: Choices, *, alone: bool) -> None:
        """What is to be drawn with; `alone`: words without a photo."""
        self._choices, self._alone = choices, alone
        self._show()

    def _look(self, _: str) -> None:
        before = self.missing
        self._show()
        if self.missing != before:
            self.changed.emit()

    def _show(self) -> None:
        wanted = self._wanted()
        missing = self._models.first_here(wanted) is None
        self.model_id = self._models.first_known(wanted) if missing else None
        if missing:
            self._explain()
        else:
            self.missing = ""
        self.setVisible(missing)

    def _wanted(self) -> Sequence[str]:
        """The ids of the encoders that would do."""
        encoders = self._choices.encoders(alone=self._alone)
        if not self._choices.words.strip() or not self._choices.reads:
            return encoders
        readers = [entry.model.id for entry in self._models.encoders if entry.model.reads_text]
        return [model_id for model_id in encoders if model_id in readers]

    def _explain(self) -> None:
        if self.care is not None:
            self.care.setVisible(self.model_id is not None)
        if self.model_id is None or self.care is None:
            deaf = self._models.first_known(self._choices.encoders()) if self._choices.words.strip() else None
            unread = f"{self._models[deaf].model.name} does not read words" if deaf else ""
            self.missing = unread or "The catalogue has no encoder for this"
            self.why.setText(f"{self.missing}.")
            self.terms.setText("")
            return
        model = self._models[self.model_id].model
        self.missing = f"{model.name} is not here yet"
        chosen = self._choices.encoder == self.model_id
        reading = _READS_WITH if self._alone else _READS_BESIDE
        reason = reading if self._choices.words.strip() else _DRAWS_WITH[self._choices.preset]
        self.why.setText(model.purpose if chosen else f"{reason} {model.name}: {model.purpose}")
        self.terms.setText(f"{model.licence}. {model.terms}")
        if self.care.model_id != self.model_id:
            self.care.show_model(self.model_id)
