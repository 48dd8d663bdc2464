"""What a new database is filled with after the one before it was damaged."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from taureau.store import entry_rows
from taureau.store.entry_folder import entries_in, ids_in

_IN_FILES = "entries"  # the table that the files tell all of
log = logging.getLogger(__name__)


def rebuild(connection: sqlite3.Connection, folder: Path, damaged: Path) -> None:
    """Fill the new database of this folder: entries from their files, the rest from what the damaged one still says."""
    for entry in sorted(entries_in(folder, ids_in(folder)), key=lambda entry: entry.sequence):
        entry_rows.insert(connection, entry)
    for table in _tables(connection):
        if table == _IN_FILES:
            continue
        count = _salvage(damaged, table, connection)
        log.warning("%d rows of %s were read from %s", count, table, damaged.name)


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables in the order of their making, those that others refer to first."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in rows.fetchall()]


def _salvage(damaged: Path, table: str, connection: sqlite3.Connection) -> int:
    """Copy the rows of a table that can still be read; return their number."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    count = 0
    for row in _readable(damaged, f"SELECT {names} FROM {table} ORDER BY rowid"):
        with contextlib.suppress(sqlite3.IntegrityError):  # such a row is damaged, too, or here already
            count += connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row).rowcount
    return count


def _readable(damaged: Path, query: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows before the first damaged page, then backwards those after the last one."""
    for order in ("ASC", "DESC"):
        try:
            with closing(sqlite3.connect(damaged)) as source:
                yield from source.execute(f"{query} {order}")
        except sqlite3.Error as error:
            log.warning("%s: %s", damaged.name, error)
        else:
            return
