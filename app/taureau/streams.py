"""Standard streams that survive what is behind them: closed, full, hung up, or lacking a character."""

from __future__ import annotations

import io
import os
import select
import sys
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def protect_standard_streams() -> None:
    """Replace sys.stdout and sys.stderr so that printing never raises an exception.

    Characters that the encoding lacks are written escaped; after the first failure to write, output is dropped. A
    stream that was closed when the process began drops everything. Streams that a caller has put in their place stay.
    """
    _occupy_standard_descriptors()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = open(os.devnull, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 (for good)
            setattr(sys, name, nowhere)
        elif stream is getattr(sys, f"__{name}__") and isinstance(stream, io.TextIOWrapper):
            setattr(sys, name, _protected(stream))


def failure_of(stream: TextIO) -> OSError | None:
    """Return why output to a protected stream was lost; None where nothing was."""
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    return raw.failure if isinstance(raw, _Unfailing) else None


class _Unfailing(io.RawIOBase):
    """Passes bytes on until that fails, then drops them and remembers why."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self.failure: OSError | None = None

    def write(self, data: ReadableBuffer, /) -> int:
        size = memoryview(data).nbytes
        if self.failure is None:
            try:
                while (written := self._raw.write(data)) is None:  # non-blocking, and full at the moment
                    select.select([], [self._raw], [])
            except OSError as error:
                self.failure = error
            else:
                return written
        return size

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def isatty(self) -> bool:
        return self._raw.isatty()


def _protected(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    stream.flush()
    buffer: Any = stream.buffer
    raw: io.RawIOBase = getattr(buffer, "raw", buffer)  # with `python -u` the buffer is the file itself
    return io.TextIOWrapper(
        io.BufferedWriter(_Unfailing(raw)),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.line_buffering or stream.write_through,
    )


def _occupy_standard_descriptors() -> None:
    """Open the null device where descriptors 0 to 2 are closed, so that no file of ours gets one of these numbers."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
