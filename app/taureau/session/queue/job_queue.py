"""The queue of the window: the rows as they are in the store, and their drawing while nothing else is drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from taureau.document import Drawing
from taureau.engine import Finished, Progress
from taureau.errors import TaureauError
from taureau.events import Event, Failed, Notice
from taureau.jobs.files import photos_in
from taureau.jobs.job import Job, draw
from taureau.jobs.queue import Queue
from taureau.jobs.run import Draw, JobBegun, JobWritten, NextJob
from taureau.jobs.settings import JobSettings
from taureau.jobs.worker import Worker
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.queue.results import made_folder, results_folder, set_results_folder
from taureau.session.recovery.file_writer import FileWriter
from taureau.session.run.runner import Ended, Runner
from taureau.store.database import FILE
from taureau.store.jobs import JobRecord

T = TypeVar("T")
_SOON = 1_000  # ms until files that were still being written are looked at again
_LATER = 15_000  # ms until folders, models and disks are
_OTHERS = 2_000  # ms between looks whether another program has changed the queue


class NoPhotosError(TaureauError):
    """A folder was given in which there is no photo."""


@dataclass(frozen=True)
class _Read:
    """The queue as it is in the store."""

    records: list[JobRecord]
    paused: bool
    results: Path
    version: int


class JobQueue(QObject):
    """Reads and writes the store in a thread of its own; jobs are drawn in the drawing thread, behind all else."""

    changed = Signal()  # `records`, `paused` or `current`
    progressed = Signal()  # `progress`
    written = Signal(object)  # Path of a result
    notified = Signal(object)  # Message

    def __init__(self, runner: Runner, folder: Path, parent: QObject | None = None, *, draw: Draw = draw) -> None:
        """`folder` is the store's."""
        super().__init__(parent)
        self.records: list[JobRecord] = []  # in the order of drawing
        self.paused = False
        self.results: Path | None = None  # the folder of results, once it is known
        self.current: int | None = None  # the id of the job that is drawn here
        self.progress = 0.0  # of it, 0 … 1
        self.preview: Drawing | None = None  # of it
        self._queue = Queue(folder)
        self._worker = Worker(self._queue)
        self._request = NextJob(self._worker, draw, folder)
        self._runner, self._folder = runner, folder
        self._writer = FileWriter(self)
        self._run = ""  # the id of the run that takes the next job
        self._began = False  # it took one
        self._written = 0  # results since the queue was empty
        self._failures: set[int] | None = None  # rows that failed and are known to have; None: nothing was read
        self._version = -1  # of the store, as this program has read it
        self._problem = ""  # the latest, which is told once
        self._closed = False
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._take_turn)
        self._looking = QTimer(self, interval=_OTHERS)
        self._looking.timeout.connect(self._look)
        runner.queued_arrived.connect(self._hear)

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self._folder

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return sum(record.state == "waiting" for record in self.records)

    def begin(self) -> bool:
        """Go on with what an earlier program has left; return whether there is a store."""
        there = (self._folder / FILE).exists()
        if there:
            self.refresh()
        return there

    def add(self, jobs: Sequence[Job]) -> None:
        """Append jobs; their results go to the folder of results."""
        self._do(lambda: self._queue.add(jobs, made_folder(self._queue)))

    def add_paths(self, paths: Sequence[Path], settings: JobSettings) -> None:
        """Append photos, and those in folders and below."""

        def work() -> None:
            jobs = [Job(photo, settings=settings) for photo in photos_in(paths)]
            if not jobs:
                raise NoPhotosError(tr("there is no photo in {name}", name=paths[0].name))
            self._queue.add(jobs, made_folder(self._queue))

        self._do(work)

    def add_prompts(self, lines: Iterable[str], settings: JobSettings) -> None:
        """Append a job for each line that is not empty."""
        self.add([Job(prompt=line.strip(), settings=settings) for line in lines if line.strip()])

    def set_order(self, ids: Sequence[int]) -> None:
        self._do(lambda: self._queue.set_order(ids))

    def retry(self, ids: Collection[int]) -> None:
        self._do(lambda: self._queue.retry(ids))

    def cancel(self, ids: Collection[int]) -> None:
        """Cancel jobs that wait or are drawn."""
        self._do(lambda: self._queue.cancel(ids))
        if self.current in ids:
            self._runner.stop(self._run)

    def cancel_all(self) -> None:
        self.cancel([record.id for record in self.records if not record.over])

    def remove(self, ids: Collection[int]) -> None:
        """Remove jobs that are over from the list; their results stay."""
        self._do(lambda: self._queue.remove(ids))

    def remove_done(self) -> None:
        self.remove([record.id for record in self.records if record.state == "done"])

    def set_paused(self, paused: bool) -> None:
        """Begin no further job until this is undone; the one that is drawn is finished."""

        def work() -> None:
            self._queue.paused = paused

        self._do(work)

    def set_results(self, folder: Path) -> None:
        """Put the results of jobs that are added from now on into this folder."""
        self._do(lambda: set_results_folder(self._queue, folder))

    def work(self, work: Callable[[Queue], T], then: Callable[[T], object] = lambda _: None) -> None:
        """Execute `work` on the queue in the writer's thread, then `then` with its result in this one."""
        self._do(lambda: work(self._queue), then)

    @Slot()
    def refresh(self) -> None:
        """Read the rows, and draw the next of them if nothing is drawn."""
        self._do(lambda: None)

    def stop(self) -> None:
        """Begin nothing any more; call it before the runner is closed."""
        self._closed = True
        self._retry.stop()
        self._looking.stop()
        self._runner.stop(self._run)

    def close(self) -> None:
        """Give back what was being drawn; call it once the runner is closed."""
        self._writer.close()
        self._worker.close()
        self._queue.close()

    def _do(self, work: Callable[[], T], then: Callable[[T], object] = lambda _: None) -> None:
        """Execute `work` in the writer's thread, then read the rows and show them."""
        results: list[T] = []
        read: list[_Read] = []

        def both() -> None:
            results.append(work())
            queue = self._queue
            read.append(_Read(queue.records(), queue.paused, results_folder(queue), queue.changes()))

        def done(problem: str) -> None:
            if read:
                self._show(read[0])
            self._tell(problem)
            for result in results:
                then(result)

        self._writer.start(both, done)

    def _show(self, read: _Read) -> None:
        self._version = read.version
        before = (self.records, self.paused, self.results)
        self.records, self.paused, self.results = read.records, read.paused, read.results
        if before != (read.records, read.paused, read.results):
            self.changed.emit()
        failed = {record.id for record in read.records if record.state == "failed"}
        self._failures = failed if self._failures is None else self._failures & failed  # others are tried again
        if all(record.over for record in read.records):
            self._looking.stop()
            self._tell_of_results(len(failed - self._failures))
            self._failures = failed
        elif not self._closed:
            self._looking.start()
            self._take_turn()

    def _look(self) -> None:
        """Read the rows again if another program has changed them."""
        version: list[int] = []

        def done(problem: str) -> None:
            if problem or version != [self._version]:
                self.refresh()

        self._writer.start(lambda: version.append(self._queue.changes()), done)

    def _take_turn(self) -> None:
        if self._closed or self._run or self.paused or not self.waiting:
            return
        self._began = False
        self._retry.stop()
        self._run = self._runner.queue(self._request, background=True)

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if event.run != self._run:
            return
        if isinstance(event, JobBegun):
            self._began, self.current, self.progress, self.preview = True, event.job, 0.0, None
            self.refresh()
        elif isinstance(event, (Progress, Finished)):
            self.preview = event.drawing
            if isinstance(event, Progress) and event.total:
                self.progress = event.step / event.total
            self.progressed.emit()
        elif isinstance(event, JobWritten):
            self._written += 1
            self.written.emit(event.output)
        elif isinstance(event, Notice):
            self.notified.emit(Message(tr(event.message), kind="notice"))
        elif isinstance(event, Failed) and not self._began:
            self._tell(tr(event.error))
        elif isinstance(event, Ended):
            self._end()

    def _end(self) -> None:
        self._run, self.current, self.preview = "", None, None
        if self._began:
            self.refresh()
            return
        soon = any(record.wait == "file" for record in self.records)
        self._retry.start(_SOON if soon else _LATER)
        self._do_quietly()

    def _do_quietly(self) -> None:
        """Show what the jobs wait for, without another turn."""
        read: list[list[JobRecord]] = []

        def done(_: str) -> None:
            if read and read[0] != self.records:
                self.records = read[0]
                self.changed.emit()

        self._writer.start(lambda: read.append(self._queue.records()), done)

    def _tell_of_results(self, failed: int) -> None:
        number, self._written = self._written, 0
        if number or failed:
            text = tr("The queue is done: %n drawing(s).", "", number)
            advice = tr("%n failed: the queue says why.", "", failed) if failed else ""
            self.notified.emit(Message(text, advice, kind="notice"))

    def _tell(self, problem: str) -> None:
        if problem and problem != self._problem:
            self.notified.emit(Message(tr("The queue: {problem}", problem=problem)))
        self._problem = problem
