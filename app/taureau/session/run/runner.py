"""The drawing thread: requests are queued for it, and events come back in the thread that owns the runner."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Condition
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from taureau.engine import (
    MaskRequest,
    OneLineRequest,
    RegionsRequest,
    SketchRequest,
    StrokeCostRequest,
    ThingRequest,
)
from taureau.events import Event, Failed
from taureau.imagine import ImagineRequest
from taureau.jobs.run import NextJob
from taureau.session.language import tr
from taureau.session.run.mailbox import Mailbox

log = logging.getLogger(__name__)
Request = (
    SketchRequest
    | StrokeCostRequest
    | MaskRequest
    | RegionsRequest
    | ThingRequest
    | OneLineRequest
    | ImagineRequest
    | NextJob
)


class Sketch(Protocol):
    """The type of the engine's entry point, which tests replace."""

    def __call__(self, request: Request, cancelled: Callable[[], bool], *, run: str = ...) -> Iterator[Event]: ...


@dataclass(frozen=True)
class Ended(Event):
    """The last event of every run, whether it finished, failed or was stopped."""


class RunControl:
    """Pauses and stops one run: the drawing thread calls `cancelled` between steps, which blocks while paused."""

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
    background: bool = False
    control: RunControl = field(default_factory=RunControl)


class _Worker(QObject):
    """Executes one job after the other in the drawing thread."""

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
                    self._post(event)
        except MemoryError:
            self._post(
                Failed(job.run, tr("There was not enough memory."), tr("Close other programs or use a smaller photo."))
            )
        except Exception as error:  # the thread must outlive a failed run
            log.exception("run %s failed", job.run)
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            self._post(
                Failed(job.run, tr("Drawing failed: {reason}", reason=reason), tr("Try again, or with another photo."))
            )
        self._post(Ended(job.run))

    def _post(self, event: Event) -> None:
        if self._mailbox.put(event):
            self.mail.emit()


class Runner(QObject):
    """Starts, pauses and stops runs; one is current at a time, and a newer one replaces it.

    `arrived` delivers the events of the current run, in order, in the runner's thread; those of a run that was
    discarded or replaced are dropped, even while the thread still finishes a step. Queued runs follow one another,
    after the current run; `queued_arrived` delivers their events. A queued run in the background is stopped as soon as
    there is any other to execute.
    """

    arrived = Signal(object)  # Event
    queued_arrived = Signal(object)  # Event of a queued run
    postponed = Signal(str)  # the current run waits for the end of this queued run
    _go = Signal(object)

    def __init__(self, sketch: Sketch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sketch = sketch
        self._mailbox = Mailbox()
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self._job: _Job | None = None
        self._queued: dict[str, _Job] = {}  # waiting or executing
        self._waiting: list[_Job] = []  # in the order of execution
        self._executing: _Job | None = None  # in the drawing thread
        self._count = 0

    @property
    def running(self) -> bool:
        return self._job is not None

    @property
    def executing(self) -> str:
        """The id of the run that the thread executes, also if it was discarded; empty if there is none."""
        return self._executing.run if self._executing else ""

    def start(self, request: SketchRequest | StrokeCostRequest) -> str:
        """Make this the current run, before all queued ones, and return its id."""
        self.discard()
        self._job = self._enqueue(request, soon=True)
        if self._executing is not None and self._executing is not self._job and not self._executing.background:
            self.postponed.emit(self.executing)
        return self._job.run

    def queue(self, request: Request, *, soon: bool = False, background: bool = False) -> str:
        """Queue a run, first in the queue if `soon`, last as long as it waits if in the `background`; return its id."""
        job = self._enqueue(request, soon=soon, queued=True, background=background)
        return job.run

    def stop(self, run: str) -> None:
        """Stop a queued run with what it has; its last events still arrive, at once if it has not begun."""
        if run in self._queued and self._dequeue(self._queued[run]):
            del self._queued[run]
            self.queued_arrived.emit(Ended(run))
        elif run in self._queued:
            self._queued[run].control.stop()

    def pause(self) -> None:
        """Pause the current run before its next step."""
        if self._job:
            self._job.control.pause(True)

    def resume(self) -> None:
        if self._job:
            self._job.control.pause(False)

    def stop_and_keep(self) -> None:
        """Stop the current run with its best drawing; its last events still arrive, at once if it has not begun."""
        job = self._job
        if job and self._dequeue(job):
            self._job = None
            self.arrived.emit(Ended(job.run))
        elif job:
            job.control.stop()

    def discard(self) -> None:
        """Stop the current run and drop its events."""
        if self._job:
            self._dequeue(self._job)
            self._job.control.stop()
            self._job = None

    def close(self, patience: int = 5000) -> bool:
        """End all runs and the thread; return False if it did not end within `patience` ms."""
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
        self._thread = self._worker = self._executing = None
        self._mailbox.take()
        return True

    def _enqueue(self, request: Request, *, soon: bool, queued: bool = False, background: bool = False) -> _Job:
        self._ensure_thread()
        self._count += 1
        job = _Job(f"run-{self._count}", request, background)
        if queued:
            self._queued[job.run] = job
        if not background and self._executing is not None and self._executing.background:
            self._executing.control.stop()
        self._waiting.insert(0 if soon else len(self._waiting), job)
        self._waiting.sort(key=lambda one: one.background)
        self._start_next()
        return job

    def _dequeue(self, job: _Job) -> bool:
        """Remove a waiting job; return False if it has begun."""
        waits = job in self._waiting
        if waits:
            self._waiting.remove(job)
        return waits

    def _start_next(self) -> None:
        if self._executing is None and self._waiting:
            self._executing = self._waiting.pop(0)
            self._go.emit(self._executing)

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
                self._executing = None
            if event.run in self._queued:
                if isinstance(event, Ended):
                    del self._queued[event.run]
                self.queued_arrived.emit(event)
            elif self._job is not None and event.run == self._job.run:
                if isinstance(event, Ended):
                    self._job = None
                self.arrived.emit(event)
            self._start_next()
