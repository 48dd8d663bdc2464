"""Whether runs are kept, and how many; the command line follows the same settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from taureau.errors import TaureauError
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.store.settings import StoreSettings, read_settings, write_settings


class GallerySettings(QObject):
    """Reads the settings when they are asked for, as another program may have changed them; writes each change."""

    changed = Signal()
    notified = Signal(object)  # Message

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    @property
    def value(self) -> StoreSettings:
        return read_settings(self._folder)

    def set_keep_runs(self, keep: bool) -> None:
        self._set(replace(self.value, keep_runs=keep))

    def set_limit(self, limit: int) -> None:
        self._set(replace(self.value, limit=limit))

    def reset(self) -> None:
        self._set(StoreSettings())

    def _set(self, settings: StoreSettings) -> None:
        if settings == self.value:
            return
        try:
            write_settings(self._folder, settings)
        except (OSError, TaureauError) as error:
            self.notified.emit(Message(tr("The choice cannot be stored."), str(error)))
        self.changed.emit()
