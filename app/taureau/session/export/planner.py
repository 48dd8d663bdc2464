"""Plans exports in a thread of its own, so that the window never waits for long orders of strokes."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot

from taureau.cancellation import CancelledError
from taureau.document import Drawing
from taureau.export import Export, ExportError, Plan, composed, planned
from taureau.session.export.plotting import Plotting

_WORTH_A_WORD = 0.01  # of the work


@dataclass(frozen=True, eq=False)
class Planned:
    """A plan and how it is plotted, or why there is none."""

    plan: Plan | None = None
    plotting: Plotting | None = None
    error: ExportError | None = None
    refused: Plan | None = None  # what would leave the bed of the machine, to be shown


class Planner(QObject):
    """Works on the latest request alone; the one before it is cancelled."""

    planned = Signal(object)  # Planned
    advanced = Signal(float)  # 0 … 1, where strokes are put in order

    _ended = Signal(object)  # Future

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="taureau-planner")
        self._work: Future[Planned] | None = None
        self._cancelled = Event()
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool:
        return self._work is not None

    def start(self, drawing: Drawing, export: Export, path: Path) -> None:
        self.cancel()
        self._cancelled = Event()
        self._work = self._thread.submit(self._plan, drawing, export, path, self._cancelled)
        self._work.add_done_callback(self._ended.emit)

    def cancel(self) -> None:
        """Give up what is being planned; `planned` is not emitted for it."""
        self._cancelled.set()
        if self._work is not None:
            self._work.cancel()
            self._work = None

    async def result(self) -> Planned:
        """Wait for what is being planned, which must not be cancelled meanwhile."""
        work = self._work
        assert work is not None
        result = await asyncio.wrap_future(work)
        if work is self._work:  # what is returned is not emitted as well
            self._work = None
        return result

    def close(self) -> None:
        """Cancel, and wait for the thread."""
        self.cancel()
        self._thread.shutdown()

    @Slot(object)
    def _report(self, work: Future[Planned]) -> None:
        if work is self._work:
            self._work = None
            self.planned.emit(work.result())

    def _plan(self, drawing: Drawing, export: Export, path: Path, cancelled: Event) -> Planned:
        told = 0.0

        def progress(share: float) -> None:
            nonlocal told
            if cancelled.is_set():
                raise CancelledError
            if abs(share - told) >= _WORTH_A_WORD:
                told = share
                self.advanced.emit(share)

        try:
            plan = planned(drawing, export, path, progress)
            progress(1.0)
            return Planned(plan, Plotting.of(plan))
        except ExportError as error:
            return Planned(error=error, refused=_refused(drawing, export))


def _refused(drawing: Drawing, export: Export) -> Plan | None:
    """Return the page of a plot that is not possible; None where it is not the machine that refuses it."""
    if not export.bounded:
        return None
    loose = replace(export, sort_travel=False, marks=None, from_stroke=1)
    try:
        return Plan(loose, composed(drawing, loose), ())
    except ExportError:
        return None
