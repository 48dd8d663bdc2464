"""The thread in which the server draws the jobs of its queue, one after another."""

from __future__ import annotations

import logging
import threading

from taureau.jobs.job import draw
from taureau.jobs.queue import Queue
from taureau.jobs.run import Draw, JobBegun, run_next
from taureau.jobs.worker import Worker
from taureau.server.event_json import event_json
from taureau.server.event_log import EventLog
from taureau.store.errors import StoreError

log = logging.getLogger(__name__)
_LOOK_EVERY = 1.0  # s between looks at the queue where nothing is announced: a file may be whole, a disk have room


class DrawingThread:
    """Draws from when it is started until it is closed; what is then being drawn is given back to the queue."""

    def __init__(self, queue: Queue, events: EventLog, draw: Draw = draw) -> None:
        self._queue, self._events, self._draw = queue, events, draw
        self._problem = ""  # the latest of the queue, which is said once
        self._closing = threading.Event()
        self._woken = threading.Event()
        self._thread = threading.Thread(target=self._work, name="taureau-server-drawing")

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Look at the queue at once: there is something new."""
        self._woken.set()

    def close(self) -> None:
        """Stop drawing, and wait until that is done."""
        self._closing.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        with Worker(self._queue) as worker:
            while not self._closing.is_set():
                self._woken.clear()
                try:
                    drew = self._draw_next(worker)
                except StoreError as error:
                    self._say(str(error))
                    drew = False
                else:
                    self._problem = ""
                if not drew:
                    self._woken.wait(_LOOK_EVERY)

    def _say(self, problem: str) -> None:
        if problem != self._problem:
            log.warning("the queue cannot be used: %s", problem)
        self._problem = problem

    def _draw_next(self, worker: Worker) -> bool:
        """Draw the next job; return whether there was one."""
        job = None
        try:
            for event in run_next(worker, self._closing.is_set, draw=self._draw, origin="server"):
                if isinstance(event, JobBegun):
                    job = event.job
                    self._events.begin(job)
                if job is not None:
                    self._events.add(job, event_json(event))
        finally:
            self._events.end()
        return job is not None
