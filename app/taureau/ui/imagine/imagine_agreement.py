"""Below a picture: each thing of its sentence, and a bar for how much of it an encoder sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from taureau.imagine import Agreement, Thing
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID

_STEPS = 100  # of a bar


class AgreementBars(QWidget):
    """As wide as the picture; a phrase that is too long loses its beginning, for the thing stands at its end."""

    def __init__(self, agreement: Agreement, width: int) -> None:
        super().__init__()
        self.phrases: list[QLabel] = []
        self.bars: list[QProgressBar] = []
        self._numbers: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for thing in agreement.things:
            self._add(column, agreement, thing, width)
        widest = max((number.sizeHint().width() for number in self._numbers), default=0)
        for number in self._numbers:
            number.setFixedWidth(widest)  # bars that are compared begin and end at the same places
        self.setFixedWidth(width)

    def _add(self, column: QVBoxLayout, agreement: Agreement, thing: Thing, width: int) -> None:
        said = agreement.label(thing)
        told = _told(agreement, thing)
        phrase = label("", "caption")
        phrase.ensurePolished()  # its font is known only then
        phrase.setText(phrase.fontMetrics().elidedText(thing.phrase, Qt.TextElideMode.ElideLeft, width))
        bar = QProgressBar(textVisible=False, minimum=0, maximum=_STEPS)
        bar.setValue(round(_STEPS * agreement.share(thing)))
        bar.setFixedHeight(GRID // 2)
        bar.setMinimumWidth(2 * GRID)  # less than a style would have
        bar.setAccessibleName(f"How much of {thing.phrase} is seen")
        number = label(said if thing.gain <= 0 else " · ".join(filter(None, (f"{thing.gain:+.2f}", said))), "caption")
        number.ensurePolished()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(bar, 1)
        row.addWidget(number)
        for part in (phrase, bar, number):
            part.setToolTip(told)
        column.addWidget(phrase)
        column.addLayout(row)
        self.phrases.append(phrase)
        self.bars.append(bar)
        self._numbers.append(number)


def _told(agreement: Agreement, thing: Thing) -> str:
    """What the bar means, a line for each fact."""
    said = {"least": "\nIt shows this least.", "not seen": "\nNothing of it is seen."}.get(agreement.label(thing), "")
    return (
        f"{thing.phrase}{said}\nHow near {agreement.encoder} sees the picture to these words: {thing.cosine:.2f}; "
        f"an empty sheet: {thing.blank:.2f}.\nThe bars compare what the picture has more than the sheet."
    )
