"""Every run of the window leaves an entry in the gallery."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import Drawing
from taureau.engine import Event, Failed, Finished, Progress, Started
from taureau.jobs.gallery import keep_run
from taureau.jobs.job import Job
from taureau.jobs.settings import SettingError
from taureau.session.core.session import Session
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.recovery.file_writer import FileWriter
from taureau.session.run.job_choices import job_settings


@dataclass(eq=False)
class _Running:
    """What is known of a run while it is on."""

    job: Job
    pixels: NDArray[np.uint8] | None  # of the photo
    drawing: Drawing | None = None  # its latest
    last: Finished | Failed | None = None
    done: list[str] = field(default_factory=list)  # the problem of keeping it


class Keeping(QObject):
    """Follows the runs of a session, and keeps each when it ends, however it ends, in a thread of its own."""

    kept = Signal()

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is the store's."""
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._writer = FileWriter(self)
        self._running: _Running | None = None
        self._problem = ""  # the latest, which is told once
        session.run.event_received.connect(self._take)
        session.run.changed.connect(self._keep_if_over)

    def close(self) -> None:
        """Keep the run that has just ended with the session, and end the thread."""
        self._writer.close()

    @Slot(object)
    def _take(self, event: Event) -> None:
        if isinstance(event, Started):
            self._running = self._begun()
        running = self._running
        if running is None:
            return
        sheet = self._session.sheet
        if isinstance(event, Progress):
            running.drawing = sheet.preview  # on the paper of the sheet
        elif isinstance(event, Finished):
            running.drawing = sheet.drawing
        if isinstance(event, (Finished, Failed)):
            running.last = event

    def _begun(self) -> _Running | None:
        source, choices = self._session.source, self._session.run.choices
        photo = source.photo
        path = None if photo is None else source.path or Path(photo.name)  # a pasted one has a name alone
        try:
            job = Job(path, choices.words, job_settings(choices, alone=photo is None))
        except SettingError:  # nothing that can be drawn
            return None
        return _Running(job, None if photo is None else photo.pixels)

    @Slot()
    def _keep_if_over(self) -> None:
        running = self._running
        if running is None or self._session.run.active:
            return
        self._running = None
        last = running.last
        if running.drawing is None and (last is None or (isinstance(last, Failed) and last.bad_input)):
            return
        seconds = self._session.run.state.elapsed

        def work() -> None:
            running.done.append(
                keep_run(
                    running.job,
                    last,
                    running.drawing,
                    origin="window",
                    seconds=seconds,
                    pixels=running.pixels,
                    folder=self._folder,
                )
            )

        self._writer.start(work, lambda problem: self._tell("".join(running.done) or problem))

    def _tell(self, problem: str) -> None:
        if problem and problem != self._problem:
            self._session.notified.emit(Message(tr(problem), tr("The drawing itself is as it was."), kind="notice"))
        self._problem = problem
        if not problem:
            self.kept.emit()
