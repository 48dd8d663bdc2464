"""The files of an entry, from which a damaged database is made anew.

entries/3f0c…/entry.json    what is known of the run
              drawing.svg   as it would have been saved; missing where nothing was drawn
              drawing.png   its thumbnail, made when it is first shown
              photo.jpg     the thumbnail of the photo
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from taureau.small_files import read_json, read_small
from taureau.store.entry import Entry, entry_as_json, entry_from, is_entry_id

log = logging.getLogger(__name__)
ENTRIES = "entries"
DRAWING, DRAWING_THUMBNAIL, PHOTO_THUMBNAIL = "drawing.svg", "drawing.png", "photo.jpg"
_FACTS = "entry.json"
_PART = ".part-"
_ABANDONED = 3600.0  # s after which nobody completes a folder any more


def folder_of(folder: Path, entry_id: str) -> Path:
    """Return where the files of an entry are, in the store's folder."""
    if not is_entry_id(entry_id):
        raise ValueError(f"no entry is called {entry_id!r}")
    return folder / ENTRIES / entry_id


def write_files(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files of a new entry to a folder of their own, for `complete`; raises OSError."""
    part = folder / ENTRIES / f"{_PART}{secrets.token_hex(8)}"
    part.mkdir(parents=True, mode=0o700)
    try:
        for name, data in files.items():
            (part / name).write_bytes(data)
    except OSError:
        discard(part)
        raise
    return part


def complete(part: Path, entry: Entry) -> None:
    """Add the facts to a new entry's files and give their folder its name; raises OSError."""
    write_facts(part, entry)
    part.rename(part.with_name(entry.id))


def write_facts(place: Path, entry: Entry) -> None:
    """Replace the facts in an entry's folder; raises OSError."""
    part = place / f".{_FACTS}.part"
    part.write_text(json.dumps(entry_as_json(entry), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(part, place / _FACTS)


def read_drawing(folder: Path, entry_id: str) -> str | None:
    """Return the SVG of an entry; None where it has none; raises OSError, ValueError."""
    with contextlib.suppress(FileNotFoundError):
        return read_small(folder_of(folder, entry_id) / DRAWING, 1 << 28).decode("utf-8")
    return None


def entries_in(folder: Path, ids: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries that their files tell of; what cannot be read is logged and left where it is."""
    for name in ids:
        try:
            entry = entry_from(read_json(folder_of(folder, name) / _FACTS))
            if entry.id != name:
                raise ValueError("it has another entry's name")
        except (OSError, ValueError) as error:
            log.warning("the entry %s cannot be read: %s", name, error)
        else:
            yield entry


def ids_in(folder: Path) -> list[str]:
    """Return the names of the entries' folders."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder / ENTRIES) as places:
        return [place.name for place in places if is_entry_id(place.name)]
    return []


def discard(place: Path) -> None:
    """Delete an entry's folder; what cannot be deleted stays, and is tried again by `discard_abandoned`."""
    shutil.rmtree(place, ignore_errors=True)


def discard_abandoned(folder: Path) -> None:
    """Delete folders that were never completed, of programs that ended while they wrote."""
    for part in (folder / ENTRIES).glob(f"{_PART}*"):
        with contextlib.suppress(OSError):
            if part.stat().st_mtime < time.time() - _ABANDONED:
                discard(part)
