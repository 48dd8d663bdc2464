"""The menu of ink styles: the drawing is shown as by ink, pencil or marker, with the same curves."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.document import LOOKS
from taureau.session.language import tr
from taureau.ui.widgets.parts import tool_button
from taureau.wording import tr_noop

_KEY = "window/look"  # in the settings
_INK = "ink"  # the drawing as it is
_EXPLANATION = tr_noop(
    "The look: as by ink, pencil or marker. Save keeps the drawing's own ink; Export can use the look."
)
_TEXTS = {
    _INK: (tr_noop("&Ink"), tr_noop("The drawing as it is")),
    "pencil": (
        tr_noop("&Pencil"),
        tr_noop("Thinner and paler. Save keeps the drawing's own ink; Export can use this look."),
    ),
    "marker": (
        tr_noop("&Marker"),
        tr_noop("Broad, and shining through. Save keeps the drawing's own ink; Export can use this look."),
    ),
}


class InkStyleMenu(QMenu):
    """Exactly one ink style is chosen; the choice is stored in the settings."""

    style_changed = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(tr("&Look"), window)
        self.setToolTipsVisible(True)
        self._settings = settings
        stored = str(settings.value(_KEY, _INK))
        self.style_name = stored if stored in LOOKS else _INK
        self._group = QActionGroup(self)
        self.styles: dict[str, QAction] = {}
        for name in LOOKS:
            text, tooltip = (tr(one) for one in _TEXTS[name])
            action = self.addAction(text)
            action.setToolTip(tooltip)
            action.setCheckable(True)
            action.setChecked(name == self.style_name)
            self._group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self._choose(name))
            self.styles[name] = action

    def button(self) -> QToolButton:
        """Return a button that opens this menu."""
        made = tool_button(icon="brush", tooltip=tr(_EXPLANATION), spoken=tr("Look"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self)
        return made

    def _choose(self, name: str) -> None:
        if name != self.style_name:
            self.style_name = name
            self._settings.setValue(_KEY, name)
            self.style_changed.emit()
