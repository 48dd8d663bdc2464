"""Locks on open files, in the state folder, that all windows of this user respect.

The system releases a lock when its process ends, however it ends; no lock file is written beside the user's files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from filelock import FileLock, Timeout


def lock_at(path: Path) -> FileLock | None:
    """Acquire the lock without waiting; return None while another session holds it.

    Raises OSError if the file system supports no locks.
    """
    lock = FileLock(path, thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except NotImplementedError as error:
        raise OSError(f"no locks in {path.parent}") from error
    return lock


def release(lock: FileLock) -> None:
    """Release a lock and leave no file behind."""
    with contextlib.suppress(OSError):  # Windows cannot delete an open file; it is reused next time
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()


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
