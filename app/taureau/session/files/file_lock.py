"""A lock on the user's file that is open, in the state folder, that all windows of this user respect.

No lock file is written beside the user's files.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from filelock import FileLock

from taureau.file_locks import lock_at, release


class PathLock:
    """Locks one of the user's files at a time against other sessions."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the lock files."""
        self._folder = folder
        self._lock: FileLock | None = None
        self._of = ""

    def acquire(self, path: Path | None) -> bool:
        """Release the file locked before and lock this one; False when another session has it open."""
        real = os.path.realpath(path) if path is not None else ""
        if real == self._of:
            return True
        self.release()
        self._of = real
        if path is None:
            return True
        name = hashlib.sha256(os.fsencode(os.path.normcase(real))).hexdigest()[:32]
        try:
            self._lock = lock_at(self._folder / f"{name}.lock")
        except OSError:
            return True  # without locks, other sessions are unknown
        return self._lock is not None

    def release(self) -> None:
        if self._lock is not None:
            release(self._lock)
        self._lock, self._of = None, ""
