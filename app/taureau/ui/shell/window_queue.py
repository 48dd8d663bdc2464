"""The queue of the window: its jobs, the folder that feeds it, its page, and its sign in the status bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QMainWindow

from taureau.session import Choices, Message, RunPresets, Session
from taureau.session.queue.current_job import send_to_queue
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.watched_folder import WatchedFolder
from taureau.store.folder import runs_folder
from taureau.ui.queue.queue_sign import QueueSign
from taureau.ui.shell.file_verbs import FileVerbs
from taureau.ui.shell.incoming import Incoming
from taureau.ui.widgets.appearance import Appearance
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.tasks import Tasks

if TYPE_CHECKING:
    from taureau.ui.queue.queue_page import QueuePage


class WindowQueue:
    """Builds the page when it is first asked for."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        files: FileVerbs,
        presets: RunPresets,
        choices: Callable[[], Choices],  # of the draw panel
        appearance: Appearance,
        message_line: MessageLine,
        tasks: Tasks,
    ) -> None:
        self.jobs = JobQueue(session.runner, runs_folder(), window)
        self.watched = WatchedFolder(self.jobs, window)
        self.sign = QueueSign(self.jobs)
        self._window, self._session, self._files, self._presets = window, session, files, presets
        self._choices, self._appearance, self._message_line, self._tasks = choices, appearance, message_line, tasks
        self.sign.clicked.connect(self.show)
        self.jobs.notified.connect(self._tell)

    @cached_property
    def page(self) -> QueuePage:
        from taureau.ui.queue.queue_page import QueuePage  # an empty window does without it

        page = QueuePage(self.jobs, self.watched, self._presets, self._choices, self._tasks, self._window)
        page.opened.connect(lambda path: self._files.take(Incoming(path=path)))
        page.opened.connect(self._window.raise_)
        page.opened.connect(self._window.activateWindow)
        page.set_theme(self._appearance.theme)
        self._appearance.changed.connect(page.set_theme)
        return page

    def begin(self) -> None:
        """Go on with what an earlier program has left."""
        if self.jobs.begin():
            self.watched.begin()

    def show(self) -> None:
        self.page.show_page()

    def take(self, data: QMimeData) -> bool:
        """Add several files, or a folder, that were dropped on the window; return False for a single file."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        several = len(paths) > 1 or any(path.is_dir() for path in paths)
        if several:
            self.show()
            self.page.list.model_.paths_dropped.emit(paths)
        return several

    def send(self) -> None:
        """Add what lies open, with the settings of the draw panel."""
        send_to_queue(self._session, self._choices(), self.jobs)

    def stop(self) -> None:
        """Begin nothing any more; call it before the runner is closed."""
        self.jobs.stop()
        if "page" in vars(self):
            self.page.list.close_pictures()

    def close(self) -> None:
        """Call it once the runner is closed."""
        self.jobs.close()

    def _tell(self, message: Message) -> None:
        if not ("page" in vars(self) and self.page.isVisible()):  # which tells it itself
            self._message_line.show_message(message)
