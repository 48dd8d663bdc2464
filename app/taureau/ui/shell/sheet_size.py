"""The size of the sheet in the status bar, as it is printed; its menu chooses the unit of all lengths."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.document import Unit, size_text
from taureau.session import Preferences, Session
from taureau.session.language import tr
from taureau.session.preferences import UNIT
from taureau.ui.widgets.parts import tool_button


class UnitMenu(QMenu):
    """The four units, of which one is in use."""

    def __init__(self, preferences: Preferences, window: QWidget) -> None:
        super().__init__(tr("&Units"), window)
        self._preferences = preferences
        group = QActionGroup(self)
        self.units: dict[Unit, QAction] = {}
        for unit in Unit:
            action = self.addAction(f"{tr(unit.plural).capitalize()} ({unit})")
            action.setCheckable(True)
            action.setToolTip(tr("Show every length in {plural}", plural=tr(unit.plural)))
            action.triggered.connect(lambda _=False, unit=unit: preferences.set_unit(unit))
            group.addAction(action)
            self.units[unit] = action
        self.setToolTipsVisible(True)
        preferences.follow(UNIT, lambda _: self.units[preferences.unit].setChecked(True))


class SheetSize:
    """Shows the size of the drawing, or of the photo that is to be drawn."""

    def __init__(self, session: Session, preferences: Preferences, menu: UnitMenu) -> None:
        self._session, self._preferences = session, preferences
        self.button = tool_button(spoken=tr("Size of the sheet"))
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        session.sheet.changed.connect(self.update)
        session.source.photo_changed.connect(self.update)
        preferences.follow(UNIT, lambda _: self.update())

    def update(self) -> None:
        """Show the size in the user's unit."""
        sheet = self._session.sheet.shown or self._session.source.photo
        self.button.setVisible(sheet is not None)
        if sheet is not None:
            text = size_text(sheet.width, sheet.height, self._preferences.unit)
            self.button.setText(text)
            printed = tr("The drawing is printed at {text}, unless the export sets another size.", text=text)
            self.button.setToolTip(tr("{printed}\nClick to choose another unit.", printed=printed))
            self.button.setAccessibleName(tr("Size of the sheet: {text}", text=text))
