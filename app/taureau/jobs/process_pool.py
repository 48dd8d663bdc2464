"""Processes of this machine that draw, each of which loads the engine once and keeps it."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Self

from taureau.jobs.task import ATTEMPTS, Outcome, Task, Work, carry_out, lost

_OF_A_TERMINAL = ("SIGINT", "SIGHUP")  # go to all processes in it; only the one that has the pool acts upon them


@dataclass(frozen=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection


@dataclass(frozen=True)
class _Given:
    worker: _Worker
    task: Task
    attempt: int


class ProcessPool:
    """Draws tasks in `workers` processes; not to be shared by threads.

    A worker that ends, as one that the system kills for want of memory, costs nothing but its task, which is given to
    a new worker once. Workers end with the process that has the pool, however that one ends.
    """

    elsewhere = False

    def __init__(self, workers: int, work: Work = carry_out) -> None:
        self.workers = workers
        self._work = work
        self._context = multiprocessing.get_context("spawn")
        self._idle: list[_Worker] = []
        self._given: dict[Connection, _Given] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def free(self) -> int:
        """How many tasks it takes now."""
        return self.workers - len(self._given)

    @property
    def busy(self) -> bool:
        """Whether there are tasks without an outcome."""
        return bool(self._given)

    def submit(self, task: Task) -> None:
        """Begin a task; raises ValueError where no worker is free."""
        if not self.free:
            raise ValueError("all workers are busy")
        self._give(task, attempt=1)

    def completed(self, timeout: float) -> list[tuple[Task, Outcome]]:
        """Return the tasks that have ended since, waiting for one for at most `timeout` seconds."""
        ended = []
        for connection in wait(list(self._given), timeout):
            given = self._given.pop(connection)  # type: ignore[call-overload]
            outcome = self._received(given)
            if outcome is not None:
                ended.append((given.task, outcome))
        return ended

    def close(self) -> None:
        """End all workers, and with them the tasks under way."""
        workers = [*self._idle, *(given.worker for given in self._given.values())]
        self._idle, self._given = [], {}
        for worker in workers:
            _end(worker)

    def _give(self, task: Task, attempt: int) -> None:
        while self._idle:
            worker = self._idle.pop()
            with contextlib.suppress(OSError):  # it has ended meanwhile
                worker.connection.send(task)
                break
            _end(worker)
        else:
            worker = self._started()
            worker.connection.send(task)
        self._given[worker.connection] = _Given(worker, task, attempt)

    def _received(self, given: _Given) -> Outcome | None:
        """Return what a worker has answered; None where it has ended and another one tries."""
        try:
            outcome: Outcome = given.worker.connection.recv()
        except (EOFError, OSError):
            _end(given.worker)
            if given.attempt == ATTEMPTS:
                return lost("a worker was ended by the system")
            self._give(given.task, given.attempt + 1)
            return None
        self._idle.append(given.worker)
        return outcome

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._work), name="taureau-worker", daemon=True)
        with _signals_held():
            process.start()
        theirs.close()  # so that its end is noticed here
        return _Worker(process, ours)


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Hold the signals of a terminal back; a process that is started meanwhile never gets them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where a worker ignores Ctrl-C once it is up
        yield
        return
    held = {getattr(signal, name) for name in _OF_A_TERMINAL}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Work) -> None:
    """Carry out tasks until the pool, or its process, is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pool = multiprocessing.parent_process()
    with contextlib.suppress(EOFError, OSError):
        while True:
            task: Task = connection.recv()
            connection.send(work(task, lambda: pool is None or not pool.is_alive()))
