"""The look: the drawing shown as if by ink, pencil or marker, its lines where they are."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.document import LOOKS
from taureau.ui.widgets.parts import tool_button

_KEY = "window/look"
_INK = "ink"  # the drawing as it is
_EXPLANATION = "The look: as by ink, pencil or marker. Save keeps the drawing's own ink; Export can use the look."
_WORDS = {
    _INK: ("&Ink", "The drawing as it is"),
    "pencil": ("&Pencil", "Thinner and paler. Save keeps the drawing's own ink; Export can use this look."),
    "marker": ("&Marker", "Broad, and shining through. Save keeps the drawing's own ink; Export can use this look."),
}


class LookMenu(QMenu):
    """Exactly one look is chosen, and remembered."""

    look_changed = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__("&Look", window)
        self.setToolTipsVisible(True)
        self._settings = settings
        stored = str(settings.value(_KEY, _INK))
        self.look = stored if stored in LOOKS else _INK
        self._group = QActionGroup(self)
        self.looks: dict[str, QAction] = {}
        for look in LOOKS:
            text, tooltip = _WORDS[look]
            action = self.addAction(text)
            action.setToolTip(tooltip)
            action.setCheckable(True)
            action.setChecked(look == self.look)
            self._group.addAction(action)
            action.triggered.connect(lambda _=False, look=look: self._choose(look))
            self.looks[look] = action

    def button(self) -> QToolButton:
        made = tool_button(icon="brush", tooltip=_EXPLANATION, spoken="Look")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self)
        return made

    def _choose(self, look: str) -> None:
        if look != self.look:
            self.look = look
            self._settings.setValue(_KEY, look)
            self.look_changed.emit()
