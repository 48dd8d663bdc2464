"""The diagnostics report of a window, with the log since the window was opened."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from taureau.session import LogBook, Models, Session, report


class Diagnostics:
    """Collects what the package logs until it is closed."""

    def __init__(self, session: Session, models: Models, settings: QSettings) -> None:
        self._session, self._models, self._settings = session, models, settings
        self._log = LogBook()
        logging.getLogger("taureau").addHandler(self._log)

    def close(self) -> None:
        logging.getLogger("taureau").removeHandler(self._log)

    def report(self) -> str:
        screens = [
            f"{screen.size().width()} × {screen.size().height()} at {screen.devicePixelRatio():g}×, "
            f"{QGuiApplication.platformName()}"
            for screen in QGuiApplication.screens()
        ]
        return report(
            where=self._session.run.state.where,
            models=self._models,
            folders=[("models", self._models.folder), ("settings", Path(self._settings.fileName()))],
            screens=screens,
            log=self._log.lines,
        )
