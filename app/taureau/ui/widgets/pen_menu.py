"""A button that opens a menu of pens, where there is no room for a drop-down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.document import PENS
from taureau.session.language import tr
from taureau.ui.widgets.parts import tool_button
from taureau.wording import tr_noop

_PLAIN = tr_noop("Plain ink")


class PenMenu(QMenu):
    """Exactly one of PENS, or plain ink, is chosen."""

    pen_changed = Signal()

    def __init__(self, tooltip: str, parent: QWidget) -> None:
        super().__init__(tr("Pen"), parent)
        self.pen: str | None = None
        self._tooltip = tooltip
        self._group = QActionGroup(self)
        self.actions_by_pen: dict[str | None, QAction] = {}
        for name in (None, *PENS):
            action = self.addAction(tr(_PLAIN if name is None else PENS[name].label))
            action.setCheckable(True)
            self._group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self._choose(name))
            self.actions_by_pen[name] = action
        self.button: QToolButton = tool_button(icon="pencil", tooltip=tooltip, spoken=tr("Pen"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self)
        self.show_pen(None)

    def show_pen(self, pen: str | None) -> None:
        """Check a pen; one that is unknown is plain ink."""
        self.pen = pen if pen in PENS else None
        action = self.actions_by_pen[self.pen]
        action.setChecked(True)
        self.button.setToolTip(tr("Pen: {pen}\n{tooltip}", pen=action.text(), tooltip=self._tooltip))

    def _choose(self, pen: str | None) -> None:
        self.show_pen(pen)
        self.pen_changed.emit()
