"""Help: the commands, the keys, the diagnostics, and what this program is."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from taureau.session import LogBook, Models, Session, report
from taureau.ui.help.about_page import AboutPage
from taureau.ui.help.command_palette import CommandPalette
from taureau.ui.help.diagnostics_page import DiagnosticsPage
from taureau.ui.help.shortcuts_page import ShortcutsPage


class Help:
    """The pages beside the window, and the log that one of them shows."""

    def __init__(self, window: QMainWindow, session: Session, models: Models, settings: QSettings) -> None:
        self._session, self._models, self._settings = session, models, settings
        self._log = LogBook()
        logging.getLogger("taureau").addHandler(self._log)
        self.palette = CommandPalette(window)
        self.shortcuts = ShortcutsPage(window)
        self.diagnostics = DiagnosticsPage(self._report, window)
        self.about = AboutPage(window)

    def close(self) -> None:
        logging.getLogger("taureau").removeHandler(self._log)

    def _report(self) -> str:
        screens = [
            f"{screen.size().width()} × {screen.size().height()} at {screen.devicePixelRatio():g}×, "
            f"{QGuiApplication.platformName()}"
            for screen in QGuiApplication.screens()
        ]
        return report(
            where=self._session.run.where,
            models=self._models,
            folders=[("models", self._models.folder), ("settings", Path(self._settings.fileName()))],
            screens=screens,
            log=self._log.lines,
        )
