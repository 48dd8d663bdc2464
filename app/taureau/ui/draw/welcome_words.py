"""The prompt on the start page, and what drawing it still needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from taureau.session import Session
from taureau.session.language import tr
from taureau.ui.draw.words_field import EXAMPLE
from taureau.ui.widgets.parts import paragraph, push_button
from taureau.ui.widgets.theme import GRID

_WIDTH = 48 * GRID


class WelcomeWords(QWidget):
    """Bound to the session's words, as the panel on the left is."""

    draw_asked = Signal()
    changed = Signal()  # whether the words can be drawn, perhaps

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.field = QLineEdit()
        self.field.setObjectName("onPaper")
        self.field.setPlaceholderText(tr("… or type what to draw: {EXAMPLE}", EXAMPLE=tr(EXAMPLE)))
        self.field.setAccessibleName(tr("What to draw, in words"))
        self.field.setToolTip(tr("What to draw, in words; Enter draws it"))
        self.field.textEdited.connect(session.source.set_words)
        self.field.returnPressed.connect(self.draw_asked)
        self.button = push_button(tr("Draw"), "onPaper", tooltip=tr("Draw the words (Ctrl+Enter)"))
        self.button.clicked.connect(self.draw_asked)
        self.missing = paragraph("", "onPaper")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.missing)
        session.source.words_changed.connect(self._show)
        self.set_missing("")

    def set_missing(self, missing: str) -> None:
        """Set what is missing to draw the words, as a phrase; empty if nothing is."""
        self._missing = missing
        self._show()

    @property
    def ready(self) -> bool:
        """Whether there are words, and nothing is missing to draw them."""
        return bool(self._session.source.words.strip()) and not self._missing

    def _show(self) -> None:
        words = self._session.source.words
        if words != self.field.text():
            self.field.setText(words)
        typed = bool(words.strip())
        self.button.setVisible(typed)
        self.button.setEnabled(not self._missing)
        self.missing.setText(tr("{missing}: the panel on the left says how to get it.", missing=self._missing))
        self.missing.setMinimumHeight(self.missing.heightForWidth(_WIDTH))  # a centred layout does not ask for it
        self.missing.setVisible(typed and bool(self._missing))
        self.changed.emit()
