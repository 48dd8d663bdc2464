"""The thread that writes the program's own files, so that the window never waits for a disk."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from taureau.errors import TaureauError

log = logging.getLogger(__name__)


class FileWriter(QObject):
    """Executes tasks in order, and reports each result in the thread that the writer was created in."""

    _ended = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="taureau-writer")
        self._closed = False
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], object], done: Callable[[str], object]) -> None:
        """Execute `work`, then call `done` with the reason of a failure, or with an empty string."""
        if not self._closed:
            self._thread.submit(self._do, work, done)

    def close(self) -> None:
        """Finish all tasks and accept no others."""
        self._closed = True
        self._thread.shutdown()

    def _do(self, work: Callable[[], object], done: Callable[[str], object]) -> None:
        problem = ""
        try:
            work()
        except TaureauError as error:
            problem = str(error)
        except OSError as error:
            problem = f"{error.strerror or error}."
        except Exception as error:  # the thread must outlive a failed task
            log.exception("writing failed")
            problem = f"{type(error).__name__}: {error}"
        self._ended.emit(done, problem)

    @Slot(object, str)
    def _report(self, done: Callable[[str], object], problem: str) -> None:
        if not self._closed:
            done(problem)
