"""Who draws the words where none of the larger encoders is here, and the way to one of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taureau.session import Choices, Models
from taureau.session.choices import BUILTIN, OWN_CLIP
from taureau.ui.widgets.parts import paragraph, push_button
from taureau.ui.widgets.theme import GRID


class EncoderNote(QWidget):
    """In sight only while words alone are to be drawn by the encoder that comes with Taureau, chosen by itself."""

    models_asked = Signal(str)  # the id of the one to show

    def __init__(self, models: Models) -> None:
        super().__init__()
        self._models = models
        self._choices, self._alone = Choices(), False
        self._larger: str | None = None
        self.text = paragraph("", "muted")
        self.get = push_button("Get a larger one…", "fold", tooltip="Show the encoder that would draw the words then")
        self.get.clicked.connect(lambda: self.models_asked.emit(self._larger))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.text)
        column.addWidget(self.get)
        models.changed.connect(self._show)
        self._show()

    def set_choices(self, choices: Choices, *, alone: bool) -> None:
        """What is to be drawn with; `alone`: words without a photo."""
        self._choices, self._alone = choices, alone
        self._show()

    def _show(self) -> None:
        encoders = self._choices.encoders(alone=self._alone)
        own = self._choices.encoder == BUILTIN and self._models.first_here(encoders) == OWN_CLIP
        if own:
            name = self._models[OWN_CLIP].model.name
            self._larger = self._models.first_known([one for one in encoders if one != OWN_CLIP])
            better = " A larger encoder understands words better." if self._larger else ""
            self.text.setText(f"{name} draws.{better}")
            self.get.setVisible(self._larger is not None)
        self.setVisible(own)
