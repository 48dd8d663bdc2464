"""The model that generating images needs and that is not installed, with the buttons that bring it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from taureau.imagine import Blend, Change, Variation, What, Words
from taureau.session import Imagining, Models
from taureau.session.language import tr
from taureau.ui.models.model_care import ModelCare
from taureau.ui.widgets.parts import paragraph
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_NEEDS = {
    Words: tr_noop("Generating images needs"),
    Variation: tr_noop("Making variations needs"),
    Blend: tr_noop("Blending two images needs"),
    Change: tr_noop("Changing an image by words needs"),
}


class ImagineNeed(QFrame):
    """Visible only while a model is missing for the latest kind of request; initially images from words."""

    def __init__(self, imagining: Imagining, models: Models, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("model")
        self._imagining, self._models = imagining, models
        self._what: type[What] = Words
        self._asked = ""
        self._wanted = True
        self.model_id = ""  # of the missing model; empty if none is
        self.why = paragraph()
        first = models.first_known([entry.model.id for entry in models.imaginers])
        self.care = ModelCare(models, tasks, first) if first is not None else None
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + GRID // 2, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.why)
        if self.care is not None:
            column.addWidget(self.care)
        models.changed.connect(lambda _: self._show())
        self._show()

    def can(self, what: type[What], asked: str = "") -> bool:
        """Return whether a model for such a request is installed, `asked` if able to; else show which is missing."""
        self._what, self._asked = what, asked
        self._show()
        return not self.model_id and self.care is not None

    def set_wanted(self, wanted: bool) -> None:
        """Set whether a model is needed at all: strokes need none."""
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        choice = self._imagining.choice(self._what, self._asked) if self.care is not None else None
        missing = choice.missing if choice is not None else ()
        self.model_id = missing[0] if missing else ""
        if self.care is None or choice is None:
            self.why.setText(tr("The catalogue has no model that imagines."))
        elif missing:
            model = self._models[self.model_id].model
            self.why.setText(f"{tr(_NEEDS[self._what])} {model.name}. {model.licence}. {tr(model.terms)}")
            if self.care.model_id != self.model_id:
                self.care.show_model(self.model_id)
        self.setVisible(self._wanted and (bool(missing) or choice is None))
