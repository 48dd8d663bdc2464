"""Locks on files of the program's own that all its processes respect.

The system releases a lock when its process ends, however it ends.
"""

from __future__ import annotations

import contextlib
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
