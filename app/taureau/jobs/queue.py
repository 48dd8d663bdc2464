"""The queue of jobs as the user has it: kept in the store, and shared by programs."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from taureau.jobs.files import signature
from taureau.jobs.job import Job
from taureau.store import jobs as rows
from taureau.store.database import Database
from taureau.store.folder import runs_folder
from taureau.store.jobs import JobRecord, Wait


class Queue:
    """The queue in a store's folder, for several threads; other processes may have it open too.

    All methods raise StoreError where the store cannot be read or written.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is the store's; None: that of the user."""
        self.folder = runs_folder() if folder is None else folder
        self.database = Database(self.folder)

    def __enter__(self) -> Queue:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def records(self) -> list[JobRecord]:
        """Return all rows, in the order of drawing."""
        return self.database.read(rows.select)

    def record(self, job_id: int) -> JobRecord | None:
        """Return one row; None where it was removed."""
        return self.database.read(lambda connection: rows.row_of(connection, job_id))

    def add(self, jobs: Iterable[Job], folder: Path, outputs: Sequence[Path] | None = None) -> list[int]:
        """Append jobs, all or none of them, whose results go to `folder`, or to these files; return their ids."""
        records = [_new_record(job, folder) for job in jobs]
        if outputs is not None:
            named = zip(records, outputs, strict=True)
            records = [replace(record, output=output.absolute(), named=True) for record, output in named]
        return self.database.write(lambda connection: rows.insert(connection, records))

    def add_arrivals(self, arrivals: Iterable[tuple[Job, str]], folder: Path) -> list[int]:
        """Append jobs for the files of a watched folder, each with its signature, that were not added as they are now.

        They are drawn once their files are whole.
        """
        records = [(_new_record(job, folder, wait="file"), job.photo or Path(), found) for job, found in arrivals]

        def work(connection: sqlite3.Connection) -> list[int]:
            fresh = [record for record, photo, found in records if rows.remember(connection, photo, found)]
            return rows.insert(connection, fresh)

        return self.database.write(work)

    def set_known(self, files: Mapping[Path, str]) -> None:
        """Note files of a watched folder, with their signatures, that are not to be drawn as they are now."""

        def work(connection: sqlite3.Connection) -> None:
            for path, found in files.items():
                rows.remember(connection, path, found)

        self.database.write(work)

    def changes(self) -> int:
        """Return a number that changes when another program has written to the store."""
        (version,) = self.database.read(lambda connection: connection.execute("PRAGMA data_version").fetchone())
        return int(version)

    def set_order(self, ids: Sequence[int]) -> None:
        """Draw the jobs in the order of these ids; others come after them."""
        self.database.write(lambda connection: rows.set_order(connection, ids))

    def retry(self, ids: Collection[int]) -> None:
        """Let jobs that failed or were cancelled wait for their turn again."""
        fresh: dict[str, Any] = {
            "state": "waiting",
            "wait": "",
            "lacking": "",
            "reason": "",
            "attempts": 0,
            "digest": "",
        }
        self._change(ids, "state IN ('failed', 'cancelled')", **fresh)

    def cancel(self, ids: Collection[int]) -> None:
        """Cancel jobs that wait or are drawn, unless their result is being written."""
        self._change(ids, "(state = 'waiting' OR (state = 'running' AND digest = ''))", state="cancelled", claim="")

    def remove(self, ids: Collection[int]) -> None:
        """Remove jobs that are over from the list; their results stay."""

        def work(connection: sqlite3.Connection) -> None:
            over = {record.id for record in rows.select(connection, "state IN ('done', 'failed', 'cancelled')")}
            rows.delete(connection, over & set(ids))

        self.database.write(work)

    @property
    def paused(self) -> bool:
        return self.setting("paused") is True

    @paused.setter
    def paused(self, paused: bool) -> None:
        self.set_setting("paused", paused)

    def setting(self, name: str) -> Any:
        """Return a setting of the queue, which all programs share; None where there is none."""
        return self.database.read(lambda connection: rows.read_setting(connection, name))

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting of the queue; `value` is written as JSON."""
        self.database.write(lambda connection: rows.write_setting(connection, name, value))

    def _change(self, ids: Collection[int], where: str, **columns: Any) -> None:
        def work(connection: sqlite3.Connection) -> None:
            for one in ids:
                rows.update(connection, one, where, **columns)

        self.database.write(work)


def _new_record(job: Job, folder: Path, wait: Wait = "") -> JobRecord:
    found, job = "", job.anywhere()
    if job.photo is not None:
        with contextlib.suppress(OSError):  # it is missed when its turn comes
            found = signature(job.photo)
    return JobRecord(
        id=0,
        position=0,
        name=encodable(job.name),
        job=json.dumps(job.as_json()),
        wait=wait,
        signature=found,
        folder=folder.absolute(),
    )


def encodable(text: str) -> str:
    """Return a text that may be a name of bytes that are no characters, with marks in place of those."""
    return os.fsencode(text).decode("utf-8", "replace")
