"""The gallery: entries are kept, found, changed, removed and brought back."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from taureau.document import Drawing, drawing_to_svg
from taureau.store import entry_rows as rows
from taureau.store.database import Database
from taureau.store.entry import LONGEST_NAME, LONGEST_TEXT, Entry, Origin, Outcome, gains_of, photo_reference
from taureau.store.entry_folder import (
    DRAWING,
    DRAWING_THUMBNAIL,
    PHOTO_THUMBNAIL,
    complete,
    discard,
    discard_abandoned,
    entries_in,
    folder_of,
    ids_in,
    read_drawing,
    write_facts,
    write_files,
)
from taureau.store.errors import StoreError, store_error
from taureau.store.folder import runs_folder
from taureau.store.search import Search, Summary, summaries
from taureau.store.settings import read_settings
from taureau.store.thumbnails import drawing_thumbnail, photo_thumbnail

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger(__name__)
_DAY = 86_400.0  # s for which a removed entry can be brought back, if its program ended without a word


@dataclass(frozen=True, eq=False)
class RunRecord:
    """What a run leaves: give what there is of it."""

    origin: Origin
    drawing: Drawing | None  # None: it failed before there was one
    outcome: Outcome = "finished"
    reason: str = ""  # why it failed
    words: str = ""  # the prompt
    photo: Path | None = None  # its file
    pixels: NDArray[np.uint8] | None = None  # of the photo, [H, W, 3], sRGB, for the thumbnail
    seconds: float = 0.0
    request: Mapping[str, Any] = field(default_factory=dict)  # the job as JSON, to draw it again
    name: str = ""  # else that of the photo, or the words


def keep(record: RunRecord, folder: Path | None = None) -> Entry | None:
    """Keep a run in the gallery, unless the user does not want it; raises StoreError.

    `folder` is the store's; None: that of the user.
    """
    folder = runs_folder() if folder is None else folder
    if not read_settings(folder).keep_runs:
        return None
    with Entries(folder) as entries:
        return entries.keep(record)


class Entries:
    """The entries of a store; may be used from several threads, and beside other programs."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = runs_folder() if folder is None else folder
        self.database = Database(self.folder)

    def __enter__(self) -> Entries:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def keep(self, record: RunRecord) -> Entry:
        """Add an entry; beyond the limit the oldest are deleted that are neither favourite nor noted.

        Raises StoreError; there is no entry then.
        """
        entry = _new_entry(record)
        limit = read_settings(self.folder).limit
        try:
            part = write_files(self.folder, _files(record))
        except OSError as error:
            raise store_error(error, self.folder) from error
        kept = folder_of(self.folder, entry.id)

        def work(connection: sqlite3.Connection) -> tuple[Entry, list[str]]:
            if kept.exists():  # the database was damaged, and made anew with this entry
                return rows.select(connection, [entry.id])[0], []
            added = rows.insert(connection, entry)
            too_many = rows.surplus(connection, limit)
            rows.delete(connection, too_many)
            complete(part, added)
            return added, too_many

        try:
            added, too_many = self.database.write(work)
        except BaseException:
            discard(part)
            discard(kept)
            raise
        self._discard(too_many)
        return added

    def find(self, search: Search | None = None) -> list[Summary]:
        """Return the entries that match, the newest first; raises StoreError."""
        return self.database.read(lambda connection: summaries(connection, search or Search()))

    def entry(self, entry_id: str) -> Entry | None:
        """Return an entry; None if it is not there any more; raises StoreError."""
        found = self.database.read(lambda connection: rows.select(connection, [entry_id]))
        return found[0] if found else None

    def drawing(self, entry_id: str) -> str | None:
        """Return the SVG of an entry; None where nothing was drawn, or its file is gone; raises StoreError."""
        try:
            return read_drawing(self.folder, entry_id)
        except (OSError, ValueError) as error:
            raise _unreadable(error, self.folder) from error

    def drawing_file(self, entry_id: str) -> Path:
        """Return the path of an entry's SVG, whether or not there is one."""
        return folder_of(self.folder, entry_id) / DRAWING

    def drawing_thumbnail(self, entry_id: str) -> bytes | None:
        """Return a small PNG of an entry's drawing, which is made once; None without one; raises StoreError."""
        file = folder_of(self.folder, entry_id) / DRAWING_THUMBNAIL
        with contextlib.suppress(OSError):
            return file.read_bytes()
        svg = self.drawing(entry_id)
        if svg is None:
            return None
        try:
            picture = drawing_thumbnail(svg)
        except ValueError as error:
            raise _unreadable(error, self.folder) from error
        with contextlib.suppress(OSError):  # it can be made again
            file.write_bytes(picture)
        return picture

    def photo_thumbnail(self, entry_id: str) -> bytes | None:
        """Return a small JPEG of an entry's photo; None without one."""
        with contextlib.suppress(OSError):
            return (folder_of(self.folder, entry_id) / PHOTO_THUMBNAIL).read_bytes()
        return None

    def set_favourite(self, ids: Collection[str], favourite: bool) -> None:
        """Mark entries as favourites, or not; raises StoreError."""
        self._change(ids, favourite=favourite)

    def set_notes(self, entry_id: str, notes: str) -> None:
        """Raises StoreError."""
        self._change([entry_id], notes=notes.strip()[:LONGEST_TEXT])

    def rename(self, entry_id: str, name: str) -> None:
        """Give an entry another name, unless that is empty; raises StoreError."""
        if name.strip():
            self._change([entry_id], name=_short(name))

    def remove(self, ids: Collection[str]) -> None:
        """Leave entries out of all lists, until `restore` or `purge`; raises StoreError."""
        self._change(ids, removed=max(1, int(time.time())))

    def restore(self, ids: Collection[str]) -> None:
        """Bring removed entries back; raises StoreError."""
        self._change(ids, removed=0)

    def purge(self, ids: Collection[str]) -> None:
        """Delete entries that were removed, with their files; raises StoreError."""

        def work(connection: sqlite3.Connection) -> list[str]:
            gone = [entry.id for entry in rows.select(connection, ids) if entry.removed]
            rows.delete(connection, gone)
            return gone

        self._discard(self.database.write(work))

    def tidy(self) -> None:
        """Check the database, add entries that only the files tell of, and delete what was removed a day ago.

        Raises StoreError.
        """
        self.database.check()

        def work(connection: sqlite3.Connection) -> list[str]:
            known, there = rows.all_ids(connection), set(ids_in(self.folder))
            if there - known:
                for entry in entries_in(self.folder, there - known):
                    rows.insert(connection, entry)
            rows.delete(connection, known - there)
            query = "SELECT id FROM entries WHERE removed BETWEEN 1 AND ?"
            return [entry_id for (entry_id,) in connection.execute(query, (int(time.time() - _DAY),))]

        self.purge(self.database.write(work))
        discard_abandoned(self.folder)

    def _change(self, ids: Collection[str], **values: Any) -> None:
        def work(connection: sqlite3.Connection) -> None:
            for entry in rows.select(connection, ids):
                changed = replace(entry, **values)
                rows.update(connection, changed)
                with contextlib.suppress(FileNotFoundError):  # somebody deleted its folder
                    write_facts(folder_of(self.folder, entry.id), changed)

        self.database.write(work)

    def _discard(self, ids: Collection[str]) -> None:
        for entry_id in ids:
            discard(folder_of(self.folder, entry_id))


def _new_entry(record: RunRecord) -> Entry:
    photo = None
    if record.photo is not None:
        with contextlib.suppress(OSError):  # it may be gone by now
            photo = photo_reference(record.photo)
    drawing = record.drawing
    return Entry(
        id=uuid4().hex,
        made_at=datetime.now(UTC),
        origin=record.origin,
        name=_short(record.name or (record.photo.stem if record.photo else record.words)),
        words=record.words.strip()[:LONGEST_TEXT],
        outcome=record.outcome,
        reason=record.reason[:LONGEST_TEXT],
        strokes=0 if drawing is None else drawing.line_count,
        seconds=record.seconds,
        photo=photo,
        request=record.request,
        gains=gains_of(drawing),
    )


def _files(record: RunRecord) -> dict[str, bytes]:
    files = {}
    if record.drawing is not None:
        files[DRAWING] = drawing_to_svg(record.drawing).encode()
    if record.pixels is not None:
        files[PHOTO_THUMBNAIL] = photo_thumbnail(record.pixels)
    return files


def _short(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME]


def _unreadable(error: OSError | ValueError, folder: Path) -> StoreError:
    return store_error(error if isinstance(error, OSError) else OSError(str(error)), folder)
