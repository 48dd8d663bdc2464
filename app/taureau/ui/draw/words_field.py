"""The prompt, its weight beside a photo, and a note if the preset ignores it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from taureau.session import Session
from taureau.session.choices import DEFAULT_PULL, MAX_PROMPT_WEIGHT
from taureau.session.language import tr
from taureau.ui.widgets.choice_row import LABEL_WIDTH
from taureau.ui.widgets.number_input import NumberRow
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

EXAMPLE = tr_noop("a sad camel")
_ALONE = tr_noop("What to draw, in words")
_BESIDE = tr_noop("What the drawing of the photo should look like as well, in words")
_SLIDER_HIGH = 300  # %; more can be typed


class WordsField(QWidget):
    """Bound to the session's words; the weight is visible beside a photo, the note if the preset ignores words."""

    changed = Signal()  # how strongly the words pull
    reader_asked = Signal()  # a preset that reads words

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Words to draw"))
        self.field.textEdited.connect(session.source.set_words)
        self._label = label(tr("Words"))
        self._label.setMinimumWidth(LABEL_WIDTH)
        self._label.setBuddy(self.field)
        self.pull = NumberRow(
            tr("Words’ pull"),
            low=0,
            high=100 * MAX_PROMPT_WEIGHT,
            slider_high=_SLIDER_HIGH,
            default=100 * DEFAULT_PULL,
            unit=" %",
            tooltip=tr("How strongly the words pull: 0 % draws the photo alone, 100 % lets the words count as much."),
        )
        self.pull.value_changed.connect(self.changed)
        self.note = paragraph("", "muted")
        self.reader = push_button(tr("Draw with Fine"), tooltip=tr("Choose the quality that reads words"))
        self.reader.clicked.connect(self.reader_asked)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        for widget in (self.pull, self.note, self.reader):
            column.addWidget(widget)
        Reset(self, [self._label], [], lambda: session.source.set_words(""))  # in the field the key takes a word away
        session.source.words_changed.connect(self._show)
        session.source.photo_changed.connect(self._show)
        self.set_deaf("")

    def set_deaf(self, preset: str) -> None:
        """Set the name of the preset if it ignores words, else an empty string."""
        self._deaf = preset
        self._show()

    def _show(self) -> None:
        words, photo = self._session.source.words, self._session.source.photo
        if words != self.field.text():
            self.field.setText(words)
        explanation = tr(_ALONE if photo is None else _BESIDE)
        self.field.setPlaceholderText(
            tr("what to draw") if photo is None else tr(EXAMPLE)
        )  # the start page has the example
        for widget in (self._label, self.field):
            widget.setToolTip(explanation)
        both = bool(words.strip()) and photo is not None
        self.pull.setVisible(both)
        self.note.setText(tr("{deaf} draws the photo alone; Fine reads words too.", deaf=self._deaf))
        for note in (self.note, self.reader):
            note.setVisible(both and bool(self._deaf))
