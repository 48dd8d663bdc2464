"""Entries as rows of the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace

from taureau.store.entry import Entry, entry_as_json, entry_from

_COLUMNS = (
    "id", "made_at", "origin", "name", "words", "outcome", "reason", "strokes", "seconds", "favourite", "notes",
    "photo", "request", "gains", "removed",
)  # fmt: skip
_JSON = ("photo", "request", "gains")
_NAMES = ", ".join(_COLUMNS)
_MARKS = ", ".join(f":{name}" for name in _COLUMNS)
_BATCH = 500  # ids in one query; SQLite takes 999 values


def insert(connection: sqlite3.Connection, entry: Entry) -> Entry:
    """Add an entry, at the end if it has no sequence yet, else in its place if that is free; return it as it is now."""
    values = _values(entry)
    taken = connection.execute("SELECT 1 FROM entries WHERE sequence = ?", (entry.sequence,)).fetchone()
    values["sequence"] = None if taken or not entry.sequence else entry.sequence
    (sequence,) = connection.execute(
        f"INSERT INTO entries (sequence, {_NAMES}) VALUES (:sequence, {_MARKS}) RETURNING sequence", values
    ).fetchone()
    return replace(entry, sequence=sequence)


def update(connection: sqlite3.Connection, entry: Entry) -> None:
    """Write all values of an entry that is there."""
    pairs = ", ".join(f"{name} = :{name}" for name in _COLUMNS)
    connection.execute(f"UPDATE entries SET {pairs} WHERE id = :id", _values(entry))


def select(connection: sqlite3.Connection, ids: Collection[str]) -> list[Entry]:
    """Return these entries, the newest first; those that are not there are left out."""
    found: list[Entry] = []
    wanted = list(ids)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        marks = ", ".join("?" * len(some))
        rows = connection.execute(f"SELECT sequence, {_NAMES} FROM entries WHERE id IN ({marks})", some)
        found += [_entry(row) for row in rows]
    return sorted(found, key=lambda entry: -entry.sequence)


def delete(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    connection.executemany("DELETE FROM entries WHERE id = ?", [(entry_id,) for entry_id in ids])


def all_ids(connection: sqlite3.Connection) -> set[str]:
    return {entry_id for (entry_id,) in connection.execute("SELECT id FROM entries")}


def surplus(connection: sqlite3.Connection, limit: int) -> list[str]:
    """Return the oldest entries beyond the limit that are neither favourite nor noted."""
    (count,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    rows = connection.execute(
        "SELECT id FROM entries WHERE NOT favourite AND notes = '' ORDER BY sequence LIMIT ?", (max(0, count - limit),)
    )
    return [entry_id for (entry_id,) in rows]


def _values(entry: Entry) -> dict[str, str | int | float | None]:
    values = entry_as_json(entry)
    return {name: json.dumps(values[name], ensure_ascii=False) if name in _JSON else values[name] for name in _COLUMNS}


def _entry(row: tuple[int, ...]) -> Entry:
    values: dict[str, object] = dict(zip(("sequence", *_COLUMNS), row, strict=True))
    values |= {name: json.loads(str(values[name])) for name in _JSON}
    values["favourite"] = bool(values["favourite"])
    return entry_from(values)
