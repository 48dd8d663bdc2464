"""The bar on the sheet that previews pruning or merging, with its tolerance and an Apply button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Tidying
from taureau.session.language import tr
from taureau.ui.widgets.parts import label, push_button, slider
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_STEPS = 10  # slider steps per percent or px
_TEXTS = {
    "prune": (
        tr_noop("Prune"),
        tr_noop("Loss"),
        "%",
        tr_noop("How much worse the drawing may become in all, by what the encoder sees"),
    ),
    "merge": (
        tr_noop("Merge"),
        tr_noop("Tolerance"),
        "px",
        tr_noop("How far a line may move where strokes that continue each other become one"),
    ),
}


class TidyBar(QFrame):
    """Hidden without a proposal."""

    def __init__(self, tidying: Tidying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tidyBar")
        self._tidying = tidying
        self._title = label("", "stage")
        self._name = label("", "muted")
        self.slider = slider(tr("How much"))
        self.slider.setFixedWidth(20 * GRID)
        self.slider.valueChanged.connect(lambda value: tidying.set_amount(value / _STEPS))
        self._value = label("")
        self._value.setFixedWidth(7 * GRID)
        self.summary = label("")
        self.apply = push_button(tr("Apply"), tooltip=tr("Do it; undo brings the strokes back (Enter)"))
        self.apply.clicked.connect(tidying.apply)
        self.cancel = push_button(tr("Cancel"), tooltip=tr("Leave the drawing as it is (Esc)"))
        self.cancel.clicked.connect(tidying.cancel)
        texts = QHBoxLayout()
        amount = QHBoxLayout()
        for line, widgets in ((texts, (self._title, self.summary)), (amount, (self._name, self.slider, self._value))):
            line.setSpacing(GRID)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(texts)
        column.addLayout(amount)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(column)
        row.addWidget(self.apply)
        row.addWidget(self.cancel)
        tidying.changed.connect(self._update)
        self.hide()

    def _update(self) -> None:
        tidying = self._tidying
        if tidying.kind is None:
            if self.isAncestorOf(self.window().focusWidget()):
                self.window().setFocus()  # else the next widget would show a focus ring
            self.hide()
            return
        title, name, unit, explanation = (tr(text) for text in _TEXTS[tidying.kind])
        low, high = tidying.range
        self._title.setText(title)
        self._name.setText(name)
        self.slider.blockSignals(True)  # the amount comes from outside
        self.slider.setRange(round(low * _STEPS), round(high * _STEPS))
        self.slider.setValue(round(tidying.amount * _STEPS))
        self.slider.blockSignals(False)
        self.slider.setEnabled(not tidying.waiting)
        self.slider.setAccessibleName(f"{title}, {name.lower()}")
        self.slider.setToolTip(explanation)
        self._value.setText(f"{tidying.amount:.1f} {unit}")
        self.summary.setText(tidying.summary)
        self.apply.setEnabled(tidying.result is not None)
        if self.isHidden():
            self.show()
            self.slider.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tidying.apply()
        else:
            super().keyPressEvent(event)
