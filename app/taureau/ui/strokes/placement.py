"""Where the selection lies and how large it is, by number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from taureau.geometry import Box
from taureau.session import Editing, OneStep, Preferences, Session
from taureau.session.language import tr
from taureau.ui.widgets.icons import SIZE, set_icon
from taureau.ui.widgets.length_field import LengthField
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_FAR = 1e6  # px
_LEAST = 0.01  # px of a side
_NARROW = 9 * GRID  # px of a field, at least
_TOOLTIPS = {
    "X": tr_noop("How far the selection is from the left edge of the sheet"),
    "Y": tr_noop("How far the selection is from the top edge of the sheet"),
    "W": tr_noop("How wide the selection is, without the width of its lines"),
    "H": tr_noop("How high the selection is, without the width of its lines"),
}


class Placement(QWidget):
    """Hidden while nothing is selected; quick changes are one undo step."""

    def __init__(self, session: Session, editing: Editing, preferences: Preferences) -> None:
        super().__init__()
        self._session, self._editing = session, editing
        self._step = OneStep()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 4)
        self.fields: dict[str, LengthField] = {}
        for place, (name, tooltip) in enumerate(_TOOLTIPS.items()):
            low = -_FAR if name in "XY" else _LEAST
            field = LengthField({"W": tr("Width"), "H": tr("Height")}.get(name, name), low, _FAR, preferences)
            field.setKeyboardTracking(False)  # a half-typed number is not a length
            field.setMinimumWidth(_NARROW)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # as wide as there is room
            field.lineEdit().setTextMargins(GRID // 2, 0, GRID // 2, 0)
            word = QLabel(name)
            word.setBuddy(field)
            for widget in (word, field):
                widget.setToolTip(tr(tooltip))
            row, column = divmod(place, 2)
            grid.addWidget(word, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
            field.valueChanged.connect(lambda value, name=name: self._set(name, value))
            self.fields[name] = field
        self.lock = tool_button(icon="link", tooltip=tr("Keep the proportions"), spoken=tr("Keep the proportions"))
        self.lock.setFixedWidth(SIZE + GRID // 2)
        self.lock.setCheckable(True)
        self.lock.setChecked(True)
        self.lock.toggled.connect(lambda on: set_icon(self.lock, "link" if on else "unlink"))
        grid.addWidget(self.lock, 1, 4, Qt.AlignmentFlag.AlignRight)
        session.selection.changed.connect(self.show_box)
        session.sheet.changed.connect(self.show_box)
        session.run.changed.connect(self.show_box)
        self.show_box()

    def show_box(self) -> None:
        """Show where the selection is."""
        box = self._editing.placing.box
        self.setVisible(box is not None)
        self.setEnabled(self._session.sheet.editable is not None)
        if box is None:
            return
        for name, value in (("X", box.left), ("Y", box.top), ("W", box.width), ("H", box.height)):
            field = self.fields[name]
            field.blockSignals(True)  # the value comes from outside
            field.setValue(value)
            field.setEnabled(name in "XY" or value >= _LEAST)  # a level line has no height to scale
            field.blockSignals(False)

    def _set(self, name: str, value: float) -> None:
        box = self._editing.placing.box
        if box is None:
            return
        match name:
            case "X":
                box = Box(value, box.top, value + box.width, box.bottom)
            case "Y":
                box = Box(box.left, value, box.right, value + box.height)
            case "W":
                box = self._sized(box, value, box.height * (value / box.width if self.lock.isChecked() else 1.0))
            case _:
                box = self._sized(box, box.width * (value / box.height if self.lock.isChecked() else 1.0), value)
        step = self._step.number((name, self._session.selection.marked.selected))
        self._editing.placing.place(box, step=step)

    @staticmethod
    def _sized(box: Box, width: float, height: float) -> Box:
        return replace(box, right=box.left + width, bottom=box.top + height)
