"""The latest lines of the log, kept in memory for whoever wants to know what went wrong."""

from __future__ import annotations

import logging
from collections import deque

_LINES = 200


class LogBook(logging.Handler):
    """Keeps what the program itself says, from warnings on, and notes it nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._lines: deque[str] = deque(maxlen=_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.extend(self.format(record).splitlines())

    @property
    def lines(self) -> list[str]:
        """Oldest first, tracebacks included, 200 at most."""
        return list(self._lines)
