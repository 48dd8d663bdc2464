"""The folder that is watched for photos: notified by the system, and looked into now and then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from taureau.jobs.queue import Queue
from taureau.jobs.settings import JobSettings
from taureau.jobs.watching import Watched, add_arrived, watch, watched
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.results import made_folder

_SETTLE = 200  # ms after a notice, as files come in numbers
_RESCAN = 30_000  # ms, for folders of a network, which notify nobody


@dataclass(frozen=True)
class _Found:
    folder: Path | None
    there: bool


class WatchedFolder(QObject):
    """Adds to the queue what arrives in the folder that was chosen, from one start of the program to the next."""

    changed = Signal()  # `folder`

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self._queue = queue
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._rescan = QTimer(self, interval=_RESCAN)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        for timer in (self._soon, self._rescan):
            timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch what an earlier program watched."""
        self.look()

    def choose(self, folder: Path, settings: JobSettings) -> None:
        """Draw what arrives in this folder from now on, with these settings."""

        def work(queue: Queue) -> _Found:
            watch(queue, Watched(folder, settings, made_folder(queue)))
            return self._looked(queue)

        self._queue.work(work, self._show)

    def stop(self) -> None:
        """Watch no folder."""

        def work(queue: Queue) -> _Found:
            watch(queue, None)
            return _Found(None, there=False)

        self._queue.work(work, self._show)

    def look(self) -> None:
        """Add what has arrived."""
        self._queue.work(self._looked, self._show)

    @staticmethod
    def _looked(queue: Queue) -> _Found:
        add_arrived(queue)
        now = watched(queue)
        return _Found(None, there=False) if now is None else _Found(now.folder, there=now.folder.is_dir())

    def _show(self, found: _Found) -> None:
        folder, watching = found.folder, self._watcher.directories()
        wanted = [str(folder)] if found.there else []  # one that is gone is looked for now and then
        if watching != wanted and watching:
            self._watcher.removePaths(watching)
        if watching != wanted and wanted:
            self._watcher.addPath(wanted[0])
        if folder is None:
            self._rescan.stop()
        elif not self._rescan.isActive():
            self._rescan.start()
        if folder != self.folder:
            self.folder = folder
            self.changed.emit()
