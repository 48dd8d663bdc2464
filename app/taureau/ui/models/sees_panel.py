"""What photo and drawing show: the names of the built-in network, or labels that are typed, with bars for both."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from taureau.session import Models, Seeing
from taureau.session.language import tr
from taureau.ui.models.belief_bars import BeliefBars
from taureau.ui.widgets.collapsible_section import CollapsibleSection
from taureau.ui.widgets.parts import breakable, label, paragraph, push_button
from taureau.ui.widgets.theme import GRID, Theme

_KEY = "sees/labels"


class SeesPanel(QFrame):
    """Folded by default; classifies only while it is unfolded and visible."""

    models_asked = Signal(str)  # the id of the model to show

    def __init__(self, seeing: Seeing, models: Models, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._seeing, self._models, self._settings = seeing, models, settings
        self.field = QLineEdit(str(settings.value(_KEY, "")))
        self.field.setCursorPosition(0)
        self.field.setPlaceholderText(tr("cat, dog, cup"))
        self.field.setAccessibleName(tr("Labels to choose among"))
        self.field.setToolTip(
            tr("What it might be: words with commas between them. They are remembered. Empty: the best of 1,000 names")
        )
        self.field.textEdited.connect(self._typed)
        self.word = paragraph("", "muted")  # what is missing, or going on
        self.get = push_button(
            tr("Get an encoder…"), tooltip=tr("Show the models that read words, to fetch or import one")
        )
        self.get.clicked.connect(lambda: self.models_asked.emit(seeing.offered))
        self.bars = BeliefBars()
        self.asked = paragraph("", "muted")
        self._legend = QWidget()
        self._marks = [QLabel(), QLabel()]
        row = QHBoxLayout(self._legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for mark, name in zip(self._marks, (tr("Photo"), tr("Drawing")), strict=True):
            mark.setFixedSize(GRID, GRID)
            row.addWidget(mark)
            row.addWidget(label(name, "muted"))
            row.addSpacing(GRID)
        row.addStretch(1)
        inside = QWidget()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        for widget in (self.field, self.word, self.get, self._legend, self.bars, self.asked):
            column.addWidget(widget)
        self.section = CollapsibleSection(tr("Sees"), body, settings, "sees/folded", folded=True)
        self.section.folded.connect(self._watch)
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID + GRID // 2, GRID, GRID + GRID // 2, 2 * GRID)
        column.addWidget(self.section)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setMinimumWidth(24 * GRID)
        seeing.set_labels(self.field.text())
        seeing.changed.connect(self._show)
        models.changed.connect(self._show)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self.bars.set_theme(theme)
        for mark, color in zip(self._marks, (theme.faint, theme.text), strict=True):
            mark.setStyleSheet(f"background: {color}; border-radius: 3px;")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._seeing.watch(False)

    def _watch(self) -> None:
        self._seeing.watch(self.isVisible() and self.section.is_open)

    def _typed(self, text: str) -> None:
        self._settings.setValue(_KEY, text)
        self._seeing.set_labels(text)

    def _show(self) -> None:
        seeing, answer = self._seeing, self._seeing.answer
        shown = answer is not None and not answer.problem
        self.word.setText(self._what_is_missing())
        self.word.setVisible(bool(self.word.text()))
        self.get.setVisible(seeing.reader is None and not seeing.can_name)
        for widget in (self._legend, self.bars, self.asked):
            widget.setVisible(shown)
        if answer is not None and shown:
            self.bars.show_shares(answer.labels, answer.photo, answer.drawing)
            self.asked.setText(self._sentences())

    def _what_is_missing(self) -> str:
        seeing, answer = self._seeing, self._seeing.answer
        if not seeing.can_name and seeing.reader is None:
            return tr("Naming what is seen needs an encoder that reads words.")
        if not seeing.can_name:
            return tr("Type at least two things it might be, with commas between them.")
        if answer is not None and answer.problem:
            return breakable(answer.problem)
        if answer is not None and answer.remark:
            return f"{answer.remark}."
        if answer is None and seeing.looking:
            return tr("Looking …")
        return ""

    def _sentences(self) -> str:
        """Return the sentences compared with, for the most probable label."""
        answer = self._seeing.answer
        if answer is None or not answer.sentences:
            return tr("The best of 1,000 names that Taureau’s own networks tell apart.")
        shares = answer.drawing or answer.photo
        best = max(shares, key=lambda name: shares[name])
        asked = ", ".join(f"“{sentence}”" for sentence in answer.sentences[best])
        return tr(
            "{name} was asked: {asked}, and so for each.",
            name=self._models[answer.question.reader].model.name,
            asked=asked,
        )
