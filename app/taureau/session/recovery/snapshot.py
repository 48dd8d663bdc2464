"""The recovery slot of a session: a folder with a consistent snapshot of its unsaved work.

    recovery/3f0c…/lock              held by the session
                   about.json        names the files of the snapshot
                   drawing-….svg     the drawing
                   preview-….svg     the preview of a run
                   photo-….jpg

`about.json` is written last and replaced atomically, so that all files it names exist.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from taureau.document import Drawing, drawing_to_svg, write_whole
from taureau.file_locks import lock_at, release
from taureau.photo import Photo, jpeg_bytes
from taureau.small_files import BROKEN

ABOUT = "about.json"
VERSION = 1
_LOCK = "lock"
_YOUNG = 60.0  # s, age up to which an empty slot may belong to a session that is starting
T = TypeVar("T", Drawing, Photo)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The unsaved work of a session."""

    drawing: Drawing | None
    preview: Drawing | None  # of the active run
    photo: Photo | None
    name: str  # of the drawing
    path: Path | None  # of its file
    fingerprint: str | None
    source: Path | None  # of the photo
    level: int | None


class Slot:
    """A slot of one session; its methods are called in the writer's thread."""

    def __init__(self, folder: Path, lock: FileLock | None) -> None:
        self.folder = folder
        self._lock = lock
        self._kept: dict[str, tuple[object, str]] = {}  # by kind: what is written, and its file name

    def keep(self, snapshot: Snapshot) -> None:
        """Write what changed; raises DocumentError or OSError, leaving the previous snapshot intact."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = {
            kind: self._written(kind, suffix, thing)
            for kind, suffix, thing in (
                ("drawing", "svg", snapshot.drawing),
                ("preview", "svg", snapshot.preview),
                ("photo", "jpg", snapshot.photo),
            )
            if thing is not None
        }
        about = {
            "version": VERSION,
            "time": time.time(),
            "name": snapshot.name,
            "path": str(snapshot.path) if snapshot.path else None,
            "fingerprint": snapshot.fingerprint,
            "source": str(snapshot.source) if snapshot.source else None,
            "photo_name": snapshot.photo.name if snapshot.photo else None,
            "photo_size": [snapshot.photo.width, snapshot.photo.height] if snapshot.photo else None,
            "level": snapshot.level,
            "running": snapshot.preview is not None,
            "drawing": None,
            "preview": None,
            "photo": None,
        }
        about |= {kind: name for kind, (_, name) in kept.items()}
        write_whole(self.folder / ABOUT, json.dumps(about, indent=1).encode())
        self._kept = kept
        self._tidy({name for _, name in kept.values()})

    def clear(self) -> None:
        """Delete the snapshot."""
        (self.folder / ABOUT).unlink(missing_ok=True)
        self._kept = {}
        if self.folder.exists():
            self._tidy(set())

    def leave(self) -> None:
        """Delete the slot and unlock it."""
        with contextlib.suppress(OSError):
            self.clear()
        self.unlock()
        shutil.rmtree(self.folder, ignore_errors=True)

    def unlock(self) -> None:
        """Unlock the slot and leave its snapshot to other sessions."""
        if self._lock is not None:
            release(self._lock)
        self._lock = None

    def _written(self, kind: str, suffix: str, thing: Drawing | Photo) -> tuple[object, str]:
        before = self._kept.get(kind)
        if before is not None and before[0] is thing:
            return before
        name = f"{kind}-{secrets.token_hex(4)}.{suffix}"
        data = jpeg_bytes(thing) if isinstance(thing, Photo) else drawing_to_svg(thing).encode()
        write_whole(self.folder / name, data)
        return thing, name

    def _tidy(self, keep: set[str]) -> None:
        for file in self.folder.iterdir():
            if file.name not in keep | {ABOUT, _LOCK}:
                file.unlink(missing_ok=True)


def new_slot(recovery: Path) -> Slot:
    """Return a new slot, without a lock if the file system supports none."""
    folder = recovery / secrets.token_hex(8)
    try:
        return Slot(folder, lock_at(folder / _LOCK))
    except OSError:
        return Slot(folder, None)


def abandoned(recovery: Path) -> list[Slot]:
    """Lock and return the slots of sessions that have ended; delete empty ones."""
    found: list[Slot] = []
    with contextlib.suppress(OSError):
        for folder in sorted(recovery.iterdir()):
            if not folder.is_dir() or BROKEN in folder.name:
                continue
            empty = not (folder / ABOUT).exists()
            if empty and time.time() - folder.stat().st_mtime < _YOUNG:
                continue
            with contextlib.suppress(OSError):  # one that cannot be locked may be in use
                lock = lock_at(folder / _LOCK)
                if lock is None:
                    continue
                slot = Slot(folder, lock)
                if empty:
                    slot.leave()
                else:
                    found.append(slot)
    return found
