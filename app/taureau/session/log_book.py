"""The latest lines of the log, kept in memory for the diagnostics report."""

from __future__ import annotations

import logging
from collections import deque

_LINES = 200


class LogBook(logging.Handler):
    """Keeps warnings and errors that the package logs; writes nothing to disk."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._lines: deque[str] = deque(maxlen=_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.extend(self.format(record).splitlines())

    @property
    def lines(self) -> list[str]:
        """The lines, oldest first, tracebacks included, at most 200."""
        return list(self._lines)
