"""The database of the store: one SQLite file that several programs and threads may use at once."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TypeVar

from taureau.small_files import set_aside
from taureau.store.errors import DamageError, is_damage, newer, store_error
from taureau.store.rebuilding import rebuild
from taureau.store.schema import MIGRATIONS

log = logging.getLogger(__name__)
FILE = "runs.db"
BUSY = 10.0  # s that a transaction waits for those of other programs
T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Database:
    """Executes transactions on `runs.db` in a folder, one at a time; the connection is opened by the first of them.

    A damaged file is set aside and replaced by a new one with what can still be known; then the transaction is
    executed again, so `work` must have no effect but on the database. Where another program has replaced the file, or
    somebody deleted it, the next transaction opens the new one. Not to be shared by processes: each opens its own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.set_aside: Path | None = None  # where the latest damaged file is now
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None  # of the file that is open
        self._turn = RLock()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, work: Work[T]) -> T:
        """Return what `work` reads, all of it in one state of the database; raises StoreError."""
        if (self.folder / FILE).exists() and not os.access(self.folder, os.W_OK):
            return self._read_only(work)
        return self._execute("BEGIN", work)

    def write(self, work: Work[T]) -> T:
        """Execute `work` as a whole or, when it raises, not at all; raises StoreError, and what `work` raises."""
        return self._execute("BEGIN IMMEDIATE", work)

    def check(self) -> None:
        """Read the whole file, and replace it if it is damaged; raises StoreError."""

        def work(connection: sqlite3.Connection) -> None:
            if (verdict := _verdict(connection)) != "ok":
                raise DamageError(verdict)

        self.read(work)

    def close(self) -> None:
        """Close the connection; the next transaction opens another."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _execute(self, begin: str, work: Work[T]) -> T:
        with self._turn:
            try:
                try:
                    return self._transaction(begin, work)
                except sqlite3.DatabaseError as error:
                    if not is_damage(error):
                        raise
                    log.warning("%s is damaged: %s", self.folder / FILE, error)
                    self._replace()
                    return self._transaction(begin, work)
            except (sqlite3.Error, OSError) as error:
                self.close()
                raise store_error(error, self.folder) from error

    def _read_only(self, work: Work[T]) -> T:
        """Read where nothing can be written, not even what programs that share a database tell each other."""
        try:
            with closing(sqlite3.connect(f"{(self.folder / FILE).as_uri()}?immutable=1", uri=True)) as connection:
                if _version(connection) != len(MIGRATIONS):
                    raise OSError(errno.EROFS, os.strerror(errno.EROFS))
                return work(connection)
        except (sqlite3.Error, OSError) as error:
            raise store_error(error, self.folder) from error

    def _transaction(self, begin: str, work: Work[T]) -> T:
        connection = self._opened()
        connection.execute(begin)
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # the first error is the one to tell
                connection.execute("ROLLBACK")
            raise
        return result

    def _opened(self) -> sqlite3.Connection:
        """Return the connection to the file that has the name now: it may have been replaced by another program."""
        if self._connection is not None and _identity(self.folder / FILE) == self._identity:
            return self._connection
        self.close()
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(
            self.folder / FILE, timeout=BUSY, isolation_level=None, check_same_thread=False
        )  # the lock is ours, and so are the transactions
        try:
            _prepare(connection, self.folder)
        except BaseException:
            connection.close()
            raise
        self._connection, self._identity = connection, _identity(self.folder / FILE)
        return connection

    def _replace(self) -> None:
        """Set the damaged file aside and fill a new one, unless another program has just done so."""
        self.close()
        from filelock import FileLock, Timeout  # takes longer to import than a run takes to be kept

        lock = FileLock(self.folder / f"{FILE}.lock")
        try:
            lock.acquire(timeout=BUSY)
        except Timeout:
            raise sqlite3.OperationalError("another program is repairing them") from None
        try:
            if self._is_sound():
                return
            aside = set_aside(self.folder / FILE)
            if aside is None:
                raise OSError(errno.EACCES, "they are damaged, and cannot be moved away")
            for end in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    os.replace(self.folder / (FILE + end), aside.with_name(aside.name + end))
            self.set_aside = aside
            self._transaction("BEGIN IMMEDIATE", lambda connection: rebuild(connection, self.folder, aside))
        finally:
            lock.release()

    def _is_sound(self) -> bool:
        try:
            return self._transaction("BEGIN", _verdict) == "ok"
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return False
        finally:
            self.close()


def _verdict(connection: sqlite3.Connection) -> str:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return str(verdict)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from others; None where there is none."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    """Set the connection up and bring the tables up to date; raises StoreError for a database of a later version."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL, only a power cut can lose the latest transactions
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("PRAGMA journal_mode = WAL")  # stays with the file
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another program may have been faster
        if version > len(MIGRATIONS):
            raise newer(folder)
        for migration in MIGRATIONS[version:]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
