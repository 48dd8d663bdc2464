"""The bar on the sheet that previews pruning, merging or one line, with its amount and an Apply button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Tidying
from taureau.session.language import tr
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label, push_button, slider
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_STEPS = 10  # slider steps per percent or px …
_FLOW_STEPS = 1  # … and per percent of flow
_MOST_LINES = 99
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
    "one line": (
        tr_noop("One line"),
        tr_noop("Flow"),
        "%",
        tr_noop("From faithful, every stroke where it is, to flowing, corners rounded and little drawn twice"),
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
        self.slider.valueChanged.connect(lambda value: tidying.set_amount(value / self._steps))
        self._value = label("")
        self._value.setFixedWidth(7 * GRID)
        self.summary = label("")
        self._lines_name = label(tr("Lines"), "muted")
        self.lines = NumberField(tr("Lines"), 1, _MOST_LINES)
        self.lines.setToolTip(tr("Into how many lines at most: so often the pen goes down"))
        self.lines.valueChanged.connect(lambda lines: tidying.joining.set_lines(round(lines)))
        self.apply = push_button(tr("Apply"), tooltip=tr("Do it; undo brings the strokes back (Enter)"))
        self.apply.clicked.connect(tidying.apply)
        self.cancel = push_button(tr("Cancel"), tooltip=tr("Leave the drawing as it is (Esc)"))
        self.cancel.clicked.connect(tidying.cancel)
        texts = QHBoxLayout()
        amount = QHBoxLayout()
        for line, widgets in (
            (texts, (self._title, self.summary)),
            (amount, (self._name, self.slider, self._value, self._lines_name, self.lines)),
        ):
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
        steps = self._steps
        self.slider.setRange(round(low * steps), round(high * steps))
        self.slider.setValue(round(tidying.amount * steps))
        self.slider.blockSignals(False)
        self.slider.setEnabled(not tidying.weighing)
        for widget in (self._lines_name, self.lines):
            widget.setVisible(tidying.kind == "one line")
        self.lines.blockSignals(True)
        self.lines.setValue(tidying.joining.lines)
        self.lines.blockSignals(False)
        self.slider.setAccessibleName(f"{title}, {name.lower()}")
        self.slider.setToolTip(explanation)
        self._value.setText(f"{tidying.amount:.{0 if tidying.kind == 'one line' else 1}f} {unit}")
        self.summary.setText(tidying.summary)
        self.apply.setEnabled(tidying.result is not None)
        if self.isHidden():
            self.show()
            self.slider.setFocus()

    @property
    def _steps(self) -> int:
        return _FLOW_STEPS if self._tidying.kind == "one line" else _STEPS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tidying.apply()
        else:
            super().keyPressEvent(event)
