"""Claims: which process draws a job, so that what a dead one has left can be told from work under way."""

from __future__ import annotations

import uuid
from pathlib import Path

from filelock import FileLock

from taureau.file_locks import lock_at, release

_FOLDER, _ENDING = "claims", ".lock"


class Claim:
    """A name under which this process draws, held as a lock until `close` or its end."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the store's."""
        self._folder = folder
        self._lock: FileLock | None = None
        self._name = ""

    def name(self) -> str:
        """Return the name, which is acquired when it is first asked for; those of dead processes are cleared away.

        Raises OSError.
        """
        if self._lock is None:
            for left in (self._folder / _FOLDER).glob(f"*{_ENDING}"):
                is_abandoned(self._folder, left.name.removesuffix(_ENDING))
        while self._lock is None:  # another process may just clear it away
            self._name = uuid.uuid4().hex
            self._lock = lock_at(_file(self._folder, self._name))
        return self._name

    def holds(self, name: str) -> bool:
        return self._lock is not None and name == self._name

    def close(self) -> None:
        if self._lock is not None:
            release(self._lock)
        self._lock = None


def is_abandoned(folder: Path, name: str) -> bool:
    """Return whether the process of this claim has ended, and leave no lock of it behind.

    Raises OSError where locks are not supported.
    """
    file = _file(folder, name)
    if not file.exists():
        return True
    lock = lock_at(file)
    if lock is not None:
        release(lock)
    return lock is not None


def _file(folder: Path, name: str) -> Path:
    return folder / _FOLDER / f"{name}{_ENDING}"
