"""What draws the jobs of a queue: a worker that is none the worse for being killed at any moment.

A row is claimed under a lock that the system releases however its process ends. Its result is known to the row, by
name and hash, before it is written in one step, so whoever finds the row of a dead process knows whether it is done.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import shutil
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taureau.document import DocumentError
from taureau.document.whole_file import write_whole
from taureau.jobs.claims import Claim, is_abandoned
from taureau.jobs.files import Resting, digest, free_name, remove_parts, signature
from taureau.jobs.job import Job, job_from
from taureau.jobs.obstacles import missing_model
from taureau.jobs.queue import Queue, encodable
from taureau.jobs.settings import SettingError
from taureau.photo import PhotoError, load_photo
from taureau.small_files import json_value
from taureau.store import jobs as rows
from taureau.store.errors import StoreError, store_error
from taureau.store.jobs import JobRecord, Wait
from taureau.wording import packed, said

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 5  # that ended with their process, before a job is given up
ROOM = 8 << 20  # bytes on the disk below which nothing is drawn for it
_OURS = "claim = ? AND state = 'running'"
_FULL = (errno.ENOSPC, errno.EDQUOT)
_GONE = (errno.ENOENT, errno.ENOTDIR)


@dataclass(frozen=True)
class Taken:
    """A job that this process draws."""

    id: int
    job: Job
    replaced: bool  # its photo's file is another one than when it was added


@dataclass(frozen=True)
class Obstacle:
    """Why a job cannot be drawn now: what it waits for, or why it fails."""

    wait: Wait = ""
    lacking: str = ""  # the id of a model
    failure: str = ""

    def __bool__(self) -> bool:
        return bool(self.wait or self.failure)


class Worker:
    """Takes jobs of a queue, one or several at a time, and writes their results; for one thread.

    All methods raise StoreError where the store cannot be read or written: what was taken is then settled by the next
    `take` of any worker.
    """

    def __init__(self, queue: Queue, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` counts seconds."""
        self._queue = queue
        self._claim = Claim(queue.folder)
        self._resting = Resting(clock, _opens)
        self._taken: set[int] = set()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back what was taken."""
        for job_id in list(self._taken):
            try:
                self.give_back(job_id)
            except StoreError as error:  # it is given back once its claim is seen to be abandoned
                log.warning("job %d: %s", job_id, error)
        self._claim.close()

    def take(self) -> Taken | None:
        """Claim the next job that can be drawn now; None where there is none, or the queue is paused."""
        self._recover()
        if self._queue.paused:
            return None
        for record in self._read("state = 'waiting'"):
            try:
                job = job_from(json_value(record.job.encode()))
                obstacle = self._obstacle(record, job)
            except (SettingError, ValueError) as error:
                obstacle = Obstacle(failure=packed(said("This job cannot be read: {error}", error=error)))
            if obstacle.failure:
                self._note(record, state="failed", reason=obstacle.failure)
            elif (obstacle.wait, obstacle.lacking) != (record.wait, record.lacking):
                self._note(record, wait=obstacle.wait, lacking=obstacle.lacking)
            if not obstacle and self._claimed(record, job.photo):
                return Taken(record.id, job, self._read("id = ?", record.id)[0].replaced)
        return None

    def is_ours(self, job_id: int) -> bool:
        """Return whether a job that was taken is still to be drawn: False once it is cancelled."""
        return any(self._claim.holds(record.claim) for record in self._read("id = ? AND state = 'running'", job_id))

    def complete(self, taken: Taken, data: bytes, outcome: Mapping[str, Any]) -> Path | None:
        """Write the result and mark the job done; return the file, None where it was cancelled or must wait."""
        hashed, claim = hashlib.sha256(data).hexdigest(), self._claim_name()
        self._taken.discard(taken.id)

        def plan(connection: sqlite3.Connection) -> Path | None:
            found = rows.select(connection, f"id = ? AND {_OURS}", (taken.id, claim))
            if not found:
                return None
            output = found[0].output
            if output is None:
                wanted = taken.job.name if taken.job.photo is None else taken.job.photo.stem
                output = free_name(found[0].folder, wanted, lambda path: rows.is_output(connection, path))
            rows.update(connection, taken.id, output=output, digest=hashed, outcome=json.dumps(dict(outcome)))
            return output

        output = self._queue.database.write(plan)
        if output is None:
            return None
        try:
            write_whole(output, data)
        except DocumentError as error:
            self._not_written(taken.id, error)
            return None
        self._end(taken.id, state="done")
        return output

    def fail(self, job_id: int, *reasons: str) -> None:
        """Mark a job that was taken as failed."""
        self._end(job_id, state="failed", reason=packed(*reasons))

    def give_back(self, job_id: int) -> None:
        """Let a job that was taken wait for its turn again, as if it had not been begun; nothing if it is over."""
        if job_id not in self._taken:
            return
        attempts = [max(0, record.attempts - 1) for record in self._read("id = ?", job_id)]
        self._end(job_id, state="waiting", attempts=sum(attempts))

    def _obstacle(self, record: JobRecord, job: Job) -> Obstacle:
        if job.photo is not None:
            try:
                if record.wait == "file" and not self._resting.is_whole(job.photo):
                    return Obstacle("file")
                signature(job.photo)
            except OSError as error:
                if error.errno in _GONE and not job.photo.parent.is_dir():
                    return Obstacle("folder")
                name = encodable(str(job.photo))
                return Obstacle(failure=packed(said("{photo} is not there: bring it back, then retry.", photo=name)))
        folder = record.folder if record.output is None else record.output.parent
        if not folder.is_dir():
            return Obstacle("folder")
        if shutil.disk_usage(folder).free < ROOM:
            return Obstacle("disk")
        model = missing_model(job)
        return Obstacle("model", model) if model else Obstacle()

    def _claimed(self, record: JobRecord, photo: Path | None) -> bool:
        """Claim a row; return False where another worker was faster, or the user has cancelled it."""
        now = record.signature
        if photo is not None:
            try:
                now = signature(photo)
            except OSError:
                return False  # gone in this moment: the next turn tells
        columns: dict[str, Any] = {"attempts": record.attempts + 1, "signature": now}
        columns["replaced"] = record.replaced or (record.wait != "file" and now != record.signature)
        claim = self._claim_name()
        won = self._queue.database.write(
            lambda connection: rows.update(
                connection, record.id, "state = 'waiting'", state="running", claim=claim, **columns
            )
        )
        if won:
            self._taken.add(record.id)
        return won

    def _recover(self) -> None:
        """Settle what dead processes were drawing: a result that is there is kept, all else waits again."""
        dead: dict[str, bool] = {}
        for record in self._read("state = 'running'"):
            if record.claim not in dead:
                dead[record.claim] = not self._claim.holds(record.claim) and self._is_abandoned(record.claim)
            if dead[record.claim] or (self._claim.holds(record.claim) and record.id not in self._taken):
                self._settle(record)

    def _settle(self, record: JobRecord) -> None:
        output, columns = record.output, dict[str, Any](state="waiting", digest="")
        if record.digest and output is not None and digest(output) == record.digest:
            columns = {"state": "done"}
        elif record.attempts >= MOST_ATTEMPTS:
            why = said("The program ended {count} times while drawing it: retry it alone.", count=record.attempts)
            columns |= {"state": "failed", "reason": packed(why)}
        if output is not None and output.parent.is_dir():
            remove_parts(output)
        if columns["state"] != "done" and not record.named:
            columns["output"] = None
        self._queue.database.write(
            lambda connection: rows.update(connection, record.id, _OURS, (record.claim,), claim="", **columns)
        )

    def _not_written(self, job_id: int, error: DocumentError) -> None:
        code = error.__cause__.errno if isinstance(error.__cause__, OSError) else None
        if code in _FULL:
            self._end(job_id, state="waiting", wait="disk", attempts=0)
        elif code in _GONE:
            self._end(job_id, state="waiting", wait="folder", attempts=0)
        else:
            self.fail(job_id, str(error))

    def _end(self, job_id: int, **columns: Any) -> None:
        """Change a row that is ours, for good; what is not done has no result."""
        self._taken.discard(job_id)
        claim = self._claim_name()

        def work(connection: sqlite3.Connection) -> None:
            for record in rows.select(connection, f"id = ? AND {_OURS}", (job_id, claim)):
                if columns["state"] != "done":
                    columns.update(digest="", output=record.output if record.named else None)
                rows.update(connection, job_id, claim="", **columns)

        self._queue.database.write(work)

    def _note(self, record: JobRecord, **columns: Any) -> None:
        self._queue.database.write(
            lambda connection: rows.update(connection, record.id, "state = 'waiting'", **columns)
        )

    def _read(self, where: str, *values: Any) -> list[JobRecord]:
        return self._queue.database.read(lambda connection: rows.select(connection, where, values))

    def _claim_name(self) -> str:
        try:
            return self._claim.name()
        except OSError as error:
            raise store_error(error, self._queue.folder) from error

    def _is_abandoned(self, claim: str) -> bool:
        try:
            return is_abandoned(self._queue.folder, claim)
        except OSError as error:
            raise store_error(error, self._queue.folder) from error


def _opens(photo: Path) -> bool:
    try:
        load_photo(photo, max_side=64)
    except PhotoError:
        return False
    return True
