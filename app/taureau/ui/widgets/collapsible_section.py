"""A section of a panel that its heading collapses and expands."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import push_button
from taureau.ui.widgets.theme import GRID


class CollapsibleSection(QWidget):
    """Stores in the settings under `key` whether it is collapsed; `folded`: it is until somebody unfolds it."""

    folded = Signal(bool)

    def __init__(self, title: str, body: QWidget, settings: QSettings, key: str, *, folded: bool = False) -> None:
        super().__init__()
        self._body, self._settings, self._key = body, settings, key
        self._title = title
        self.heading = push_button(title, "heading")
        capitals = self.heading.font()
        capitals.setCapitalization(QFont.Capitalization.AllUppercase)  # the text itself is what is translated again
        self.heading.setFont(capitals)
        self.heading.clicked.connect(lambda: self._set_open(self._body.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.heading)
        column.addWidget(body, 1)
        self._set_open(str(settings.value(key, "true" if folded else "false")) != "true")

    @property
    def is_open(self) -> bool:
        return not self._body.isHidden()

    def _set_open(self, is_open: bool) -> None:
        set_icon(self.heading, "chevron-down" if is_open else "chevron-right")
        self.heading.setToolTip(
            tr("Fold {title}", title=self._title) if is_open else tr("Unfold {title}", title=self._title)
        )
        self.heading.setAccessibleName(
            tr("{title}, unfolded", title=self._title) if is_open else tr("{title}, folded", title=self._title)
        )
        self._body.setVisible(is_open)
        self._settings.setValue(self._key, "false" if is_open else "true")
        self.folded.emit(not is_open)
