"""The recently opened or saved photos and drawings."""

from __future__ import annotations

import errno
import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from taureau.document import write_whole
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.recovery.file_writer import FileWriter
from taureau.small_files import read_json, set_aside

log = logging.getLogger(__name__)
MOST = 10


class Recents(QObject):
    """The list is in a file that all sessions share; each change applies to its current content."""

    changed = Signal()

    def __init__(self, file: Path, writer: FileWriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []  # latest first
        self.problem: Message | None = None  # if the file was damaged when it was first read
        self._file, self._writer = file, writer
        self._unwritten = 0  # changes not written yet
        self.look()

    def look(self) -> None:
        """Read the list again, because another session may have changed it."""
        if self._unwritten:
            return
        try:
            paths = _read(self._file)
        except (ValueError, RecursionError):
            aside = set_aside(self._file)
            where = tr("It was set aside as {name}", name=aside.name) if aside else tr("It cannot be moved away")
            self.problem = Message(
                tr("The list of recent files was damaged."),
                tr("{where}; a new one begins.", where=where),
                kind="notice",
            )
            paths = []
        except OSError as error:
            log.warning("the list of recent files cannot be read: %s", error)
            return  # the list in memory stays
        if paths != self.paths:
            self.paths = paths
            self.changed.emit()

    def add(self, path: Path) -> None:
        """Add a file, or move it to the front."""
        path = path.absolute()
        self.look()
        self._put([path, *(other for other in self.paths if other != path)][:MOST])

    def drop(self, path: Path) -> None:
        self.look()
        self._put([other for other in self.paths if other != path])

    def clear(self) -> None:
        self._put([])

    def _put(self, paths: list[Path]) -> None:
        self.paths = paths
        self.changed.emit()
        data = json.dumps([str(path) for path in paths], ensure_ascii=True, indent=1).encode()
        self._unwritten += 1
        self._writer.start(lambda: self._write(data), self._written)

    def _write(self, data: bytes) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, data)

    def _written(self, problem: str) -> None:
        self._unwritten -= 1
        if problem:  # only logged: the list in memory serves this session
            log.warning("the list of recent files cannot be written: %s", problem)


def _read(file: Path) -> list[Path]:
    """Return the list in the file, at most `MOST` paths; raises ValueError if it holds no list."""
    try:
        found = read_json(file)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.EFBIG, errno.EISDIR):  # a pipe, or far too long: not a list either
            raise ValueError(str(error)) from error
        raise
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise ValueError("not a list of names")
    return [Path(word) for word in found[:MOST]]
