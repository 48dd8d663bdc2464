"""Small pictures of the queue's rows: the result where there is one, else the photo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from taureau.document import DocumentError
from taureau.photo import PhotoError, load_photo
from taureau.session.queue.words import job_of
from taureau.small_files import read_small
from taureau.store.jobs import JobRecord
from taureau.store.thumbnails import PHOTO_SIDE, drawing_thumbnail, photo_thumbnail


class JobPictures:
    """Finds the picture of a row by a key that changes with what there is to show; read by another thread."""

    def __init__(self) -> None:
        self._records: Mapping[str, JobRecord] = MappingProxyType({})

    def set_records(self, records: list[JobRecord]) -> None:
        self._records = MappingProxyType({picture_key(record): record for record in records})

    def picture(self, key: str) -> bytes | None:
        """Return a PNG or JPEG; None where there is nothing to show."""
        record = self._records.get(key)
        if record is None:
            return None
        if record.state == "done" and record.output is not None:
            return _of_result(record.output)
        job = job_of(record)
        if job is None or job.photo is None:
            return None
        try:
            return photo_thumbnail(load_photo(job.photo, max_side=PHOTO_SIDE).pixels)
        except PhotoError:  # its run says what is wrong with it
            return None


def picture_key(record: JobRecord) -> str:
    return f"{record.id} {'done' if record.state == 'done' else record.signature}"


def _of_result(output: Path) -> bytes | None:
    try:
        return drawing_thumbnail(read_small(output).decode())
    except (OSError, ValueError, DocumentError):  # moved, or changed by another program
        return None
