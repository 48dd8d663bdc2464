"""The menu of recently opened or saved files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from taureau.session import Recents
from taureau.session.language import tr

_LONGEST = 48  # characters of a name or a folder


class RecentMenu(QMenu):
    """Filled when it is about to be shown; whether a file still exists is checked only when it is chosen."""

    chosen = Signal(object)  # Path

    def __init__(self, recents: Recents, window: QWidget) -> None:
        super().__init__(
            tr("Open &recent"), window
        )  # without a parent it would outlive the window and all it refers to
        self._recents = recents
        self.setToolTipsVisible(True)
        recents.changed.connect(self._enable)
        self.aboutToShow.connect(self._fill)
        self._enable()

    def _enable(self) -> None:
        self.menuAction().setEnabled(bool(self._recents.paths))

    def _fill(self) -> None:
        self._recents.look()
        self.clear()
        for number, path in enumerate(self._recents.paths, 1):
            action = self.addAction(_entry(number, path))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(path))
        if self._recents.paths:
            self.addSeparator()
            self.addAction(tr("&Clear this list")).triggered.connect(lambda _=False: self._recents.clear())


def _entry(number: int, path: Path) -> str:
    """Return the digit to press, the name, and the folder in the column of the shortcuts."""
    key = f"&{number}" if number < 10 else "1&0" if number == 10 else str(number)
    name = _short(path.name).replace("&", "&&")
    return f"{key}  {name}\t{_short(_folder(path))}"


def _folder(path: Path) -> str:
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path.parent)


def _short(text: str) -> str:
    """Elide the beginning, which matters less than the end."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in text)
    return clean if len(clean) <= _LONGEST else f"…{clean[1 - _LONGEST :]}"
