"""The records of the queue: functions on a connection, within a transaction of `Database`."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

State = Literal["waiting", "running", "done", "failed", "cancelled"]
Wait = Literal["", "file", "model", "folder", "disk"]
OVER: tuple[State, ...] = ("done", "failed", "cancelled")


@dataclass(frozen=True)
class JobRecord:
    """A row of the queue; the schema says what each column means."""

    id: int
    position: int
    name: str
    job: str
    state: State = "waiting"
    wait: Wait = ""
    lacking: str = ""
    reason: str = ""
    replaced: bool = False
    attempts: int = 0
    claim: str = ""
    signature: str = ""
    folder: Path = Path()
    output: Path | None = None
    named: bool = False
    digest: str = ""
    outcome: str = "{}"

    @property
    def over(self) -> bool:
        return self.state in OVER


_COLUMNS = [one.name for one in fields(JobRecord)]
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM jobs"


def select(connection: sqlite3.Connection, where: str = "1", values: Sequence[Any] = ()) -> list[JobRecord]:
    """Return the rows that fulfil a condition, in the order of drawing."""
    return [_record(row) for row in connection.execute(f"{_SELECT} WHERE {where} ORDER BY position, id", values)]


def row_of(connection: sqlite3.Connection, job_id: int) -> JobRecord | None:
    """Return the row of this id; None where it was removed."""
    found = select(connection, "id = ?", (job_id,))
    return found[0] if found else None


def insert(connection: sqlite3.Connection, records: Iterable[JobRecord]) -> list[int]:
    """Append rows to the queue, whatever their ids and positions say; return their ids."""
    (last,) = connection.execute("SELECT coalesce(max(position), 0) FROM jobs").fetchone()
    names = [name for name in _COLUMNS if name != "id"]
    statement = f"INSERT INTO jobs ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    ids = []
    for position, record in enumerate(records, start=int(last) + 1):
        values = {name: _stored(getattr(record, name)) for name in names} | {"position": position}
        ids.append(int(connection.execute(statement, [values[name] for name in names]).lastrowid or 0))
    return ids


def update(
    connection: sqlite3.Connection, job_id: int, where: str = "1", values: Sequence[Any] = (), /, **columns: Any
) -> bool:
    """Change columns of a row if it still fulfils a condition; return whether it did."""
    assigned = ", ".join(f"{name} = ?" for name in columns)
    given = [*map(_stored, columns.values()), job_id, *values]
    return connection.execute(f"UPDATE jobs SET {assigned} WHERE id = ? AND {where}", given).rowcount == 1


def delete(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    connection.executemany("DELETE FROM jobs WHERE id = ?", [(one,) for one in ids])


def set_order(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Number all rows in the order of these ids; rows that are not among them come last, in the order they had."""
    known = [record.id for record in select(connection)]
    there, first = set(known), set(ids)
    ordered = [*(one for one in ids if one in there), *(one for one in known if one not in first)]
    connection.executemany("UPDATE jobs SET position = ? WHERE id = ?", list(enumerate(ordered, start=1)))


def is_output(connection: sqlite3.Connection, path: Path) -> bool:
    """Return whether a result was, or is about to be, written to this path."""
    found = connection.execute("SELECT 1 FROM jobs WHERE output = ? LIMIT 1", (os.fsencode(path),))
    return found.fetchone() is not None


def remember(connection: sqlite3.Connection, path: Path, signature: str) -> bool:
    """Note a file of a watched folder as it is; return whether that is new."""
    changed = connection.execute(
        "INSERT INTO known_files VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET signature = excluded.signature "
        "WHERE signature != excluded.signature",
        (os.fsencode(path), signature),
    )
    return changed.rowcount == 1


def read_setting(connection: sqlite3.Connection, name: str) -> Any:
    """Return a setting of the queue; None where there is none."""
    found = connection.execute("SELECT value FROM queue_settings WHERE name = ?", (name,)).fetchone()
    return None if found is None else json.loads(found[0])


def write_setting(connection: sqlite3.Connection, name: str, value: Any) -> None:
    connection.execute("REPLACE INTO queue_settings VALUES (?, ?)", (name, json.dumps(value)))


def _record(row: tuple[Any, ...]) -> JobRecord:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["folder"] = Path(os.fsdecode(values["folder"]))
    values["output"] = Path(os.fsdecode(values["output"])) if values["output"] else None
    return JobRecord(**values | {name: bool(values[name]) for name in ("replaced", "named")})


def _stored(value: Any) -> Any:
    if isinstance(value, Path):
        return os.fsencode(value)
    return b"" if value is None else int(value) if isinstance(value, bool) else value
