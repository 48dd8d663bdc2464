"""The row above the gallery: what to search for, which kind, since when, favourites alone."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from taureau.session.language import tr
from taureau.store.search import Kind, Search
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.icons import icon
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_KINDS: dict[Kind, str] = {
    "all": tr_noop("All"),
    "photo": tr_noop("Of photos"),
    "words": tr_noop("Of words"),
    "failed": tr_noop("Failed"),
}
_DAYS: dict[int | None, str] = {  # before today
    None: tr_noop("Any time"),
    0: tr_noop("Today"),
    6: tr_noop("Last 7 days"),
    29: tr_noop("Last 30 days"),
}
_TYPING = 200  # ms after a key until the search begins


class GalleryFilters(QWidget):
    """Emits the search whenever it is another one."""

    changed = Signal(object)  # Search

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit(clearButtonEnabled=True)
        self.text.setPlaceholderText(tr("Search in names, words and notes"))
        self.text.setAccessibleName(tr("Search in names, words and notes"))
        self.text.setObjectName("field")
        self._glass = QAction(self)
        self.text.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.kind = DropDown(tr("Kind"), tr("Which drawings are listed"))
        self.days = DropDown(tr("Date"), tr("Since when they were drawn"))
        for box, names in ((self.kind, _KINDS), (self.days, _DAYS)):
            for place, (value, name) in enumerate(names.items()):
                box.addItem(tr(name), value)
                box.set_item(place, tr(name))
        self.favourites = tool_button(icon="star", tooltip=tr("Favourites alone"))
        self.favourites.setCheckable(True)
        self.count = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.text, 1)
        row.addWidget(self.kind)
        row.addWidget(self.days)
        row.addWidget(self.favourites)
        row.addWidget(self.count)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._emit)
        self.text.textChanged.connect(self._typing.start)
        for changed in (self.kind.currentIndexChanged, self.days.currentIndexChanged, self.favourites.toggled):
            changed.connect(self._emit)

    @property
    def search(self) -> Search:
        days, since = self.days.currentData(), None
        if days is not None:
            first = datetime.now().date() - timedelta(days=days)
            since = datetime.combine(first, time()).astimezone(UTC)
        return Search(self.text.text().strip(), cast(Kind, self.kind.currentData()), self.favourites.isChecked(), since)

    def clear(self) -> None:
        """List everything again."""
        self.text.clear()
        self.kind.setCurrentIndex(0)
        self.days.setCurrentIndex(0)
        self.favourites.setChecked(False)
        self._emit()

    def show_icons(self) -> None:
        """Tint the glass anew, after the colours have changed."""
        self._glass.setIcon(icon("search"))

    def _emit(self) -> None:
        self._typing.stop()
        self.changed.emit(self.search)
