"""The drop-down of pens."""

from __future__ import annotations

from PySide6.QtCore import Signal

from taureau.document import PENS
from taureau.session.language import tr
from taureau.ui.widgets.drop_down import DropDown
from taureau.wording import tr_noop

_PLAIN = tr_noop("Plain ink")
_SEVERAL = tr_noop("Several")


class PenChoice(DropDown):
    """One of PENS, or plain ink."""

    pen_chosen = Signal(object)  # the name of a pen, or None, by the user

    def __init__(self, tooltip: str) -> None:
        super().__init__(tr("Pen"), tooltip)
        self._pens: list[str | None] = [None, *PENS]
        for row, name in enumerate(self._pens):
            self.addItem("")
            self.set_item(row, tr(_PLAIN if name is None else PENS[name].label))
        self.activated.connect(lambda row: self.pen_chosen.emit(self._pens[row]))

    def show_pens(self, pens: set[str | None]) -> None:
        """Show a pen, or that there are several; one that is unknown is shown as plain ink."""
        self.show_as(tr(_SEVERAL) if len(pens) > 1 else None)
        first = next(iter(pens))
        self.setCurrentIndex(self._pens.index(first) if first in self._pens else 0)
