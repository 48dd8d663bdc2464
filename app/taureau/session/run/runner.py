"""The one thread that draws: a request goes in, its events come out in the thread that owns the runner."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Condition
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from taureau.engine import MaskRequest, SketchRequest, StrokeCostRequest
from taureau.events import Event, Failed
from taureau.imagine import ImagineRequest
from taureau.session.run.mailbox import Mailbox

log = logging.getLogger(__name__)
Request = SketchRequest | StrokeCostRequest | MaskRequest | ImagineRequest


class Sketch(Protocol):
    """The engine's entry point, or a stand-in for it."""

    def __call__(self, request: Request, cancelled: Callable[[], bool], *, run: str = ...) -> Iterator[Event]: ...


@dataclass(frozen=True)
class Ended(Event):
    """Always the last event of a run, whether it finished, failed or was stopped."""


class RunControl:
    """How one run is held: the drawing thread asks `cancelled` between two steps and sleeps there while paused."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._paused = False
        self._stopped = False

    def cancelled(self) -> bool:
        with self._condition:
            while self._paused and not self._stopped:
                self._condition.wait()
            return self._stopped

    def pause(self, paused: bool) -> None:
        with self._condition:
            self._paused = paused
            self._condition.notify_all()

    def stop(self) -> None:
        with self._condition:
            self._stopped = True
            self._condition.notify_all()


@dataclass(frozen=True, eq=False)
class _Job:
    run: str
    request: Request
    control: RunControl = field(default_factory=RunControl)


class _Worker(QObject):
    """Lives in the drawing thread and does one job after the other."""

    mail = Signal()

    def __init__(self, sketch: Sketch, mailbox: Mailbox) -> None:
        super().__init__()
        self._sketch = sketch
        self._mailbox = mailbox

    @Slot(object)
    def draw(self, job: _Job) -> None:
        try:
            if not job.control.cancelled():
                for event in self._sketch(job.request, job.control.cancelled, run=job.run):
                    self._say(event)
        except MemoryError:
            self._say(Failed(job.run, "There was not enough memory.", "Close other programs or use a smaller photo."))
        except Exception as error:  # the thread must outlive whatever a run does
            log.exception("run %s failed", job.run)
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            self._say(Failed(job.run, f"Drawing failed: {reason}", "Try again, or with another photo."))
        self._say(Ended(job.run))

    def _say(self, event: Event) -> None:
        if self._mailbox.put(event):
            self.mail.emit()


class Runner(QObject):
    """Starts runs and holds their control; one at a time, a newer run replaces an older one.

    `arrived` brings the events of the current run, in order, in the runner's own thread. A run that was discarded or
    replaced is silent from then on, even while its thread is still finishing a step. A run that is queued has its turn
    after those queued before it, and lets the current run go first; `told` brings its events.
    """

    arrived = Signal(object)  # Event
    told = Signal(object)  # Event of a queued run
    put_off = Signal(str)  # the current run cannot begin yet, for this one is being done
    _go = Signal(object)

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch = sketch
        self._mailbox = Mailbox()
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self._job: _Job | None = None
        self._queued: dict[str, _Job] = {}  # waiting or being done
        self._waiting: list[_Job] = []  # in the order of their turns
        self._at_work: _Job | None = None  # with the drawing thread
        self._count = 0

    @property
    def running(self) -> bool:
        return self._job is not None

    @property
    def at_work(self) -> str:
        """The id of the run that is being done, which may be one that nobody listens to any more; empty: none."""
        return self._at_work.run if self._at_work else ""

    def start(self, request: SketchRequest | StrokeCostRequest) -> str:
        """Begin a run as soon as the thread is free, and return its id."""
        self.discard()
        self._job = self._line_up(request, soon=True)
        if self._at_work not in (None, self._job):
            self.put_off.emit(self.at_work)
        return self._job.run

    def queue(self, request: Request, *, soon: bool = False) -> str:
        """Have a run begin when those before it have ended, or next if `soon`, and return its id."""
        job = self._line_up(request, soon=soon, queued=True)
        return job.run

    def stop(self, run: str) -> None:
        """Ask a queued run to end now with what it has; its last events still arrive, at once where it still waits."""
        if run in self._queued and self._take_out(self._queued[run]):
            del self._queued[run]
            self.told.emit(Ended(run))
        elif run in self._queued:
            self._queued[run].control.stop()

    def pause(self) -> None:
        """Hold the run before its next step."""
        if self._job:
            self._job.control.pause(True)

    def resume(self) -> None:
        if self._job:
            self._job.control.pause(False)

    def stop_and_keep(self) -> None:
        """Ask the run to end now with the best it has; its last events still arrive, at once where it still waits."""
        job = self._job
        if job and self._take_out(job):
            self._job = None
            self.arrived.emit(Ended(job.run))
        elif job:
            job.control.stop()

    def discard(self) -> None:
        """End the run and hear no more of it."""
        if self._job:
            self._take_out(self._job)
            self._job.control.stop()
            self._job = None

    def close(self, patience: int = 5000) -> bool:
        """End the run and the thread; False when the thread did not answer within `patience` milliseconds."""
        self.discard()
        for job in self._queued.values():
            job.control.stop()
        self._queued.clear()
        self._waiting.clear()
        if self._thread is None:
            return True
        self._thread.quit()
        if not self._thread.wait(patience):
            log.error("the drawing thread did not end within %d ms", patience)
            return False
        self._thread = self._worker = self._at_work = None
        self._mailbox.take()
        return True

    def _line_up(self, request: Request, *, soon: bool, queued: bool = False) -> _Job:
        self._ensure_thread()
        self._count += 1
        job = _Job(f"run-{self._count}", request)
        if queued:
            self._queued[job.run] = job
        self._waiting.insert(0 if soon else len(self._waiting), job)
        self._do_next()
        return job

    def _take_out(self, job: _Job) -> bool:
        """Have it wait no more; False where its turn has come."""
        waits = job in self._waiting
        if waits:
            self._waiting.remove(job)
        return waits

    def _do_next(self) -> None:
        if self._at_work is None and self._waiting:
            self._at_work = self._waiting.pop(0)
            self._go.emit(self._at_work)

    def _ensure_thread(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread()  # no parent: deleting a parent would abort the program while the thread runs
        self._thread.setObjectName("taureau-draw")
        self._worker = _Worker(self._sketch, self._mailbox)
        self._worker.moveToThread(self._thread)
        self._go.connect(self._worker.draw, Qt.ConnectionType.QueuedConnection)
        self._worker.mail.connect(self._read, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    @Slot()
    def _read(self) -> None:
        for event in self._mailbox.take():
            if isinstance(event, Ended):
                self._at_work = None
            if event.run in self._queued:
                if isinstance(event, Ended):
                    del self._queued[event.run]
                self.told.emit(event)
            elif self._job is not None and event.run == self._job.run:
                if isinstance(event, Ended):
                    self._job = None
                self.arrived.emit(event)
            self._do_next()
