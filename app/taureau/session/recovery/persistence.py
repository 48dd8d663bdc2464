"""What is stored between sessions: the recent files, and unsaved work for recovery."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from taureau.session.core.session import Session
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.recovery.file_writer import FileWriter
from taureau.session.recovery.recents import Recents
from taureau.session.recovery.recovery import Recovery


class Persistence(QObject):
    """The recent files and the recovery of a session, which share a writer thread."""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.writer = FileWriter(self)
        self.recents = Recents(folder / "recent.json", self.writer, self)
        self.recovery = Recovery(session, folder / "recovery", self.writer, self)
        session.file.used.connect(self.recents.add)

    def begin(self, notices: Sequence[Message] = ()) -> None:
        """Find unsaved work of other sessions; notify once of all damaged files of the program, `notices` included."""
        known = [*notices, *([self.recents.problem] if self.recents.problem else [])]

        def report(broken: list[Message]) -> None:
            several = [*known, *broken]
            if len(several) == 1:
                self._session.notified.emit(several[0])
            elif several:
                texts = " ".join(f"{one.text} {one.advice}" for one in several)
                self._session.notified.emit(Message(tr("Files of Taureau’s own were damaged."), texts, kind="notice"))

        self.recovery.find(report)

    def close(self) -> None:
        """End the session regularly."""
        self.recovery.close()
        self.writer.close()
