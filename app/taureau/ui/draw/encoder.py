"""The encoder that judges the drawing: which one is chosen, what it needs, and which one draws words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Choices, Models
from taureau.session.choices import BUILTIN, OWN_CLIP, Preset
from taureau.session.language import tr
from taureau.ui.models.model_care import ModelCare
from taureau.ui.widgets.choice_row import LABEL_WIDTH
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_FIXED = {  # presets that draw with one encoder, and the note about it
    "draft": tr_noop("Draft and Standard draw with the encoder that comes with Taureau."),
    "standard": tr_noop("Draft and Standard draw with the encoder that comes with Taureau."),
    "clipasso": tr_noop("CLIPasso draws with CLIP RN101, and begins where CLIP ViT-B/32 looks if that is here."),
}


class EncoderChoice(QWidget):
    """Automatic, or an encoder of the catalogue, with its purpose below."""

    changed = Signal()
    models_asked = Signal()

    def __init__(self, models: Models) -> None:
        super().__init__()
        self._models = models
        self._preset: Preset = Choices().preset
        self.list = DropDown(
            tr("Encoder"), tr("What judges the lines: the network to which the drawing has to look right")
        )
        word = label(tr("Encoder"))
        word.setMinimumWidth(LABEL_WIDTH)
        word.setBuddy(self.list)
        self.purpose = paragraph("", "muted")
        self.all = push_button(
            tr("All models…"), "fold", tooltip=tr("What there is to draw with, how large it is, its licence")
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
        models.changed.connect(self._model_changed)
        Reset(self, [word], [self.list], lambda: self.choose(BUILTIN))
        self._show()

    @property
    def value(self) -> str:
        """The id of the chosen encoder; "builtin" if the preset decides."""
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

    def _model_changed(self, model_id: str) -> None:
        if model_id in self._ids and self._models[model_id].verb is None:
            self._show()

    def _show(self) -> None:
        fixed = _FIXED.get(self._preset)
        self.list.setEnabled(fixed is None)
        for index, model_id in enumerate(self._ids):
            if model_id == BUILTIN:
                self.list.set_item(index, tr("Auto"))
            else:
                here = self._models.is_here(model_id)
                self.list.set_item(index, self._models[model_id].model.name, "" if here else tr("not here"))
        if fixed is not None:
            self.purpose.setText(tr(fixed))
        elif self.value != BUILTIN:
            self.purpose.setText(tr(self._models[self.value].model.purpose))
        else:
            self.purpose.setText(tr("The one that serves best of those that are on this machine."))
        self.list.show_as(tr("Auto") if fixed is not None else None)


_DRAWS_WITH = {
    "fine": tr_noop("Fine draws with CLIP, an encoder that is not here yet."),
    "clipasso": tr_noop("CLIPasso draws with CLIP RN101."),
}
_READS_WITH = tr_noop("Words are drawn with an encoder that reads them, and none is here yet.")
_READS_BESIDE = tr_noop("Words beside a photo are drawn with a larger encoder, and none is here yet.")


class EncoderNeed(QWidget):
    """The encoder that the choices need and that is not installed; hidden if there is none."""

    changed = Signal()  # what is missing
    models_asked = Signal()

    def __init__(self, models: Models, tasks: Tasks) -> None:
        super().__init__()
        self._models = models
        self._choices, self._alone = Choices(), False
        self.missing = ""  # in a few words; empty if nothing is
        self.model_id: str | None = None  # what to bring
        self.why = paragraph()
        self.terms = paragraph("", "muted")
        first = models.first_known([entry.model.id for entry in models.encoders])
        self.care = ModelCare(models, tasks, first) if first is not None else None
        self.others = push_button(tr("Other models…"), "fold", tooltip=tr("What else there is to draw with"))
        self.others.clicked.connect(self.models_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.why)
        column.addWidget(self.terms)
        if self.care is not None:
            column.addWidget(self.care)
        column.addWidget(self.others)
        models.changed.connect(self._model_changed)
        self._show()

    def set_choices(self, choices: Choices, *, alone: bool) -> None:
        """Set the choices of the next run; `alone`: words without a photo."""
        self._choices, self._alone = choices, alone
        self._show()

    def _model_changed(self, _: str) -> None:
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
        """Return the ids of the encoders that would serve."""
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
            unread = tr("{name} does not read words", name=self._models[deaf].model.name) if deaf else ""
            self.missing = unread or tr("The catalogue has no encoder for this")
            self.why.setText(f"{self.missing}.")
            self.terms.setText("")
            return
        model = self._models[self.model_id].model
        self.missing = tr("{name} is not here yet", name=model.name)
        chosen = self._choices.encoder == self.model_id
        reading = tr(_READS_WITH if self._alone else _READS_BESIDE)
        reason = reading if self._choices.words.strip() else tr(_DRAWS_WITH[self._choices.preset])
        self.why.setText(tr(model.purpose) if chosen else f"{reason} {model.name}: {tr(model.purpose)}")
        self.terms.setText(f"{model.licence}. {tr(model.terms)}")
        if self.care.model_id != self.model_id:
            self.care.show_model(self.model_id)


class EncoderNote(QWidget):
    """A note that the built-in CLIP draws the words; hidden unless it was chosen automatically for words alone."""

    models_asked = Signal(str)  # the id of the one to show

    def __init__(self, models: Models) -> None:
        super().__init__()
        self._models = models
        self._choices, self._alone = Choices(), False
        self._larger: str | None = None
        self.text = paragraph("", "muted")
        self.get = push_button(
            tr("Get a larger one…"), "fold", tooltip=tr("Show the encoder that would draw the words then")
        )
        self.get.clicked.connect(lambda: self.models_asked.emit(self._larger))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.text)
        column.addWidget(self.get)
        models.changed.connect(self._show)
        self._show()

    def set_choices(self, choices: Choices, *, alone: bool) -> None:
        """Set the choices of the next run; `alone`: words without a photo."""
        self._choices, self._alone = choices, alone
        self._show()

    def _show(self) -> None:
        encoders = self._choices.encoders(alone=self._alone)
        own = self._choices.encoder == BUILTIN and self._models.first_here(encoders) == OWN_CLIP
        if own:
            name = self._models[OWN_CLIP].model.name
            self._larger = self._models.first_known([one for one in encoders if one != OWN_CLIP])
            better = tr(" A larger encoder understands words better.") if self._larger else ""
            self.text.setText(tr("{name} draws.{better}", name=name, better=better))
            self.get.setVisible(self._larger is not None)
        self.setVisible(own)
