"""The record of a batch beside its drawings: which of them it has made, from what, and what has failed.

Lines of JSON, each written before the drawing that it tells of: a crash leaves at most a line too many, whose drawing
is then missing, and the half of a last line, which counts for nothing.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from taureau.errors import TaureauError
from taureau.file_locks import lock_at, release
from taureau.jobs.files import digest, signature
from taureau.jobs.job import Job
from taureau.small_files import json_value

log = logging.getLogger(__name__)
FOLDER = ".taureau"  # in that of the drawings
_FILE, _LOCK = "batch.jsonl", "batch.lock"
Standing = Literal["missing", "done", "foreign"]


class RecordError(TaureauError):
    """The record cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Result:
    """What came of one job."""

    output: str  # of `Source`
    asked: dict[str, Any]  # what was drawn, from `asked_of`
    drawn: bool
    reason: str = ""  # why not
    strokes: int = 0
    seconds: float = 0.0
    sha256: str = ""  # of the drawing's file


def asked_of(job: Job) -> dict[str, Any]:
    """Return all that a drawing depends on, as JSON: name and version of the photo, prompt and settings."""
    asked: dict[str, Any] = {"prompt": job.prompt, "settings": job.settings.as_json()}
    if job.photo is None:
        return asked
    try:
        version = signature(job.photo)
    except OSError:  # said when it is drawn
        version = ""
    return asked | {"photo": job.photo.name, "version": version}


class BatchRecord:
    """The record in the folder of the drawings, which is locked while it is open; raises RecordError, OSError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self._drawings = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = lock_at(self.folder / _LOCK)
        if lock is None:
            raise RecordError(f"another batch is drawing into {folder}: wait for it, or choose another folder")
        self._lock = lock
        try:
            self._latest: dict[str, Result] = {}
            self._ours: dict[str, set[str]] = {}  # hashes of all files that were written, by output
            for result in _results_in(self.folder / _FILE):
                self._note(result)
            self._file = _opened(self.folder / _FILE)
        except BaseException:
            release(lock)
            raise

    def __enter__(self) -> BatchRecord:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()
        release(self._lock)

    def result(self, output: str) -> Result | None:
        """Return the latest result of a drawing."""
        return self._latest.get(output)

    def standing(self, output: str, asked: dict[str, Any]) -> Standing:
        """Return whether a drawing is there.

        "foreign": a file has its name that the batch did not write, or that was changed since and would be drawn
        otherwise now.
        """
        file = self._drawings / output
        if not file.exists():
            return "missing"
        found, latest = digest(file), self._latest.get(output)
        as_asked = latest is not None and latest.drawn and latest.asked == asked
        if latest is not None and found == latest.sha256:
            return "done" if as_asked else "missing"
        if found in self._ours.get(output, ()):  # an earlier one: the crash was between record and drawing
            return "missing"
        return "done" if as_asked else "foreign"  # the user has edited it since

    def add(self, result: Result) -> None:
        """Write a result for good; raises OSError."""
        self._file.write(json.dumps(asdict(result)).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._note(result)

    def _note(self, result: Result) -> None:
        self._latest[result.output] = result
        if result.sha256:
            self._ours.setdefault(result.output, set()).add(result.sha256)


def _opened(path: Path) -> Any:
    """Open the record to append lines to it; the half of a line at its end is ended."""
    file = path.open("ab+")
    if file.tell():
        file.seek(-1, os.SEEK_END)
        if file.read(1) != b"\n":
            file.write(b"\n")
    return file


def _results_in(path: Path) -> Iterator[Result]:
    """Yield the results in the file, without the lines that cannot be read."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return
    for number, line in enumerate(lines, 1):
        try:
            yield _result(json_value(line))
        except ValueError as error:
            log.warning("%s, line %d: %s", path, number, error)


def _result(value: object) -> Result:
    if not isinstance(value, dict) or set(value) != {one.name for one in fields(Result)}:
        raise ValueError("it is no result of a batch")
    kinds = {"output": str, "asked": dict, "drawn": bool, "reason": str, "strokes": int, "sha256": str}
    if not all(isinstance(value[name], kind) for name, kind in kinds.items()):
        raise ValueError("it is no result of a batch")
    return Result(**{**value, "seconds": float(value["seconds"])})
