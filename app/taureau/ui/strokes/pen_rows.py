"""The choice of a pen, and of the width along the selected strokes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from taureau.document import SHAPES, Stroke
from taureau.session.language import tr
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.pen_choice import PenChoice
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_SEVERAL = tr_noop("Several")
_OWN = tr_noop("Own widths")


class PenRows(QWidget):
    """Two drop-downs; shapes are for strokes that are there, for the pen gives a new stroke its own."""

    pen_chosen = Signal(object)  # one of PENS, or None
    shape_chosen = Signal(str)  # one of SHAPES

    def __init__(self) -> None:
        super().__init__()
        self._shapes = list(SHAPES)
        self.pen = PenChoice(tr("What the stroke is drawn with: its width along the line, and its texture"))
        self.shape = DropDown(
            tr("Shape"),
            tr("The width along the stroke. With the node tool each width can be dragged, added and removed."),
        )
        for row, name in enumerate(self._shapes):
            self.shape.addItem("")
            self.shape.set_item(row, tr(name).capitalize())
        self._shape_label = label(tr("Shape"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID // 2)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for row, (word, field) in enumerate(((label(tr("Pen")), self.pen), (self._shape_label, self.shape))):
            grid.addWidget(word, row, 0)
            grid.addWidget(field, row, 1)
        self.pen.pen_chosen.connect(self.pen_chosen)
        self.shape.activated.connect(lambda row: self.shape_chosen.emit(self._shapes[row]))

    def show_strokes(self, strokes: Sequence[Stroke], pen: str | None) -> None:
        """Show what the selected strokes are drawn with, or `pen`, that of the next stroke."""
        self.pen.show_pens({stroke.pen for stroke in strokes} or {pen})
        self._shape_label.setVisible(bool(strokes))
        self.shape.setVisible(bool(strokes))
        profiles = {stroke.profile for stroke in strokes}
        known = [name for name, profile in SHAPES.items() if profiles == {profile}]
        self.shape.setCurrentIndex(self._shapes.index(known[0]) if known else 0)
        self.shape.show_as(None if known else tr(_SEVERAL if len(profiles) > 1 else _OWN))
