"""What draws tasks beside each other: processes of this machine, or the workers of a Ray cluster."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from taureau.errors import TaureauError
from taureau.jobs.task import Outcome, Task


class PoolError(TaureauError):
    """Nothing can be drawn by these workers any more; the message says what to do."""


class Pool(Protocol):
    """Workers, each of which keeps the engine loaded; used as a context, whose end stops the tasks under way."""

    elsewhere: bool  # its workers may lack the files of this machine: a task has to bring its photo

    @property
    def workers(self) -> int:
        """How many tasks are drawn at once."""

    @property
    def free(self) -> int:
        """How many tasks it takes now."""

    @property
    def busy(self) -> bool:
        """Whether there are tasks without an outcome."""

    def submit(self, task: Task) -> None:
        """Begin a task, or put it behind those that are drawn."""

    def completed(self, timeout: float) -> list[tuple[Task, Outcome]]:
        """Return what has ended since, waiting for at most `timeout` seconds; raises PoolError."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
