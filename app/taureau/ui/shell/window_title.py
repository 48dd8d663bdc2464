"""The window's title: the file's name, and the progress of a run, which the task bar shows too."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from taureau.session import Session, counted
from taureau.session.language import tr
from taureau.ui.shell.taskbar import Taskbar
from taureau.ui.widgets.refresh import Refresh


class WindowTitle:
    """Follows the file and the run."""

    def __init__(self, window: QMainWindow, session: Session, taskbar: Taskbar, refresh: Refresh) -> None:
        self._window, self._session, self._taskbar = window, session, taskbar
        progress = session.run.event_received
        refresh.bind(self.show_title, session.run.changed, progress, session.file.changed, session.sheet.changed)
        self.show_title()

    def show_title(self) -> None:
        window, session, run = self._window, self._session, self._session.run
        self._taskbar.show(run.state.fraction if run.active else None)
        empty = session.source.photo is None and session.sheet.shown is None
        name = "Taureau" if empty else tr("{name}[*] — Taureau", name=session.file.name)
        window.setWindowTitle(f"{self._progress}{name}")
        window.setWindowModified(session.file.unsaved)
        window.setWindowFilePath(str(session.file.path or ""))

    @property
    def _progress(self) -> str:
        """Percent, or the number of strokes while a run grows a drawing whose final number is unknown."""
        session, run = self._session, self._session.run
        if not run.active:
            return ""
        if run.state.fraction is not None:
            return f"{100 * run.state.fraction:.0f} % — "
        growing = run.state.growing and session.sheet.preview is not None
        return f"{counted(session.sheet.preview.line_count)} — " if growing and session.sheet.preview else ""
