"""The program's own files: reading of those that are small unless something is wrong, renaming of damaged ones."""

from __future__ import annotations

import errno
import json
import os
import stat
from datetime import date
from itertools import count
from pathlib import Path

LIMIT = 8 << 20  # bytes
BROKEN = ".broken-"


def read_small(path: Path, limit: int = LIMIT) -> bytes:
    """Return the bytes of a file; raises OSError where it is no file, such as a pipe, or longer than `limit` bytes."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe does not block
    descriptor = os.open(path, flags)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"it is larger than {_size(limit)}", str(path))
    return data


def _size(limit: int) -> str:
    return f"{limit >> 20} MB" if limit >= 1 << 20 else f"{limit >> 10} KB"


def read_json(path: Path, limit: int = LIMIT) -> object:
    """Return the value in a JSON file; raises OSError as `read_small`, ValueError where it is no JSON or too nested."""
    return json_value(read_small(path, limit))


def json_value(data: bytes) -> object:
    """Return the value of JSON text in UTF-8; raises ValueError, also for infinite numbers and where it is too nested.

    The type of the value is for the caller to check.
    """
    try:
        value: object = json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return value


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file or folder to `NAME.broken-DATE` and return the new path; None if that failed."""
    stem = f"{path.name}{BROKEN}{date.today().isoformat()}"
    try:
        for number in count(1):
            place = path.with_name(stem if number == 1 else f"{stem}-{number}")
            if not place.exists():
                return path.rename(place)
    except OSError:
        pass
    return None


def _no_constant(word: str) -> object:
    raise ValueError(f"{word} is no number")
