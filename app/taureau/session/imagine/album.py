"""Unsaved generated pictures on disk, so that they are back at the next start, even after a crash.

imagined/3f0c…/lock        held by the session that shows the pictures
               0001.png    one picture with the record of how it was made, written when it arrives
               0002.svg    one drawing in strokes
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from taureau.document import DocumentError, Drawing, load_svg
from taureau.export.picture_file import square_picture
from taureau.file_locks import lock_at, release
from taureau.imagine.picture_file import read_picture
from taureau.session.imagine.generation import Generation, Picture, save
from taureau.session.imagine.imagining import Imagining
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.recovery.file_writer import FileWriter
from taureau.small_files import BROKEN, set_aside
from taureau.wording import tr_noop

_LOCK = "lock"
_TITLE = tr_noop("From last time")
_SUFFIXES = (".png", ".svg")


@dataclass(frozen=True, eq=False)
class _Read:
    """A picture of an earlier session."""

    path: Path
    pixels: NDArray[np.uint8]
    facts: dict[str, str]
    drawing: Drawing | None = None


@dataclass(eq=False)
class _Place:
    """A folder of pictures that this session has locked."""

    folder: Path
    lock: FileLock | None  # None if the file system supports no locks
    pictures: list[_Read] = field(default_factory=list)  # at the start
    broken: int = 0  # pictures that could not be read and were renamed

    def read(self) -> None:
        for path in sorted(path for path in self.folder.glob("*") if path.suffix in _SUFFIXES):
            try:
                self.pictures.append(_read(path))
            except DocumentError:
                set_aside(path)
                self.broken += 1

    def leave(self) -> None:
        """Release the folder; delete it if it is empty."""
        if self.lock is not None:
            release(self.lock)
        with contextlib.suppress(OSError):
            if not any(path.suffix in _SUFFIXES or BROKEN in path.name for path in self.folder.iterdir()):
                shutil.rmtree(self.folder, ignore_errors=True)


class Album(QObject):
    """Writes the pictures of the family tree to disk, except those that the user saved and those from the sheet."""

    found = Signal(int)  # number of pictures of earlier sessions added to the tree

    def __init__(self, imagining: Imagining, folder: Path, writer: FileWriter, parent: QObject | None = None) -> None:
        """`folder` holds the folders of all sessions."""
        super().__init__(parent)
        self._imagining, self._folder, self._writer = imagining, folder, writer
        self._places: list[_Place] = []
        self._own: _Place | None = None  # where new pictures are written
        self._files: dict[int, Path] = {}  # by picture number
        self._failed = False
        imagining.tree.changed.connect(self._update)

    def load(self) -> None:
        """Add the pictures of sessions that have ended to the tree, once the writer has read them."""
        places: list[_Place] = []

        def work() -> None:
            places.extend(_abandoned(self._folder))

        self._writer.start(work, lambda problem: self._add(places))

    def close(self) -> None:
        """Leave the pictures for the next start."""
        for place in self._places:
            self._writer.start(place.leave, lambda problem: None)
        self._places, self._own = [], None

    def _add(self, places: list[_Place]) -> None:
        self._places += places
        pictures: list[Picture] = []
        for found in (found for place in places for found in place.pictures):
            picture = self._imagining.tree.picture(found.pixels, found.facts, drawing=found.drawing)
            self._files[picture.number] = found.path
            pictures.append(picture)
        if broken := sum(place.broken for place in places):
            text = tr("A picture") if broken == 1 else tr("{broken} pictures", broken=broken)
            self._imagining.notified.emit(
                Message(tr("{text} from last time could not be read.", text=text), kind="notice")
            )
        if pictures:
            self._imagining.tree.add(Generation(tr(_TITLE), (), 0, len(pictures), pictures=pictures))
            self.found.emit(len(pictures))

    def _update(self) -> None:
        """Write new pictures and delete those that left the tree."""
        kept = self._imagining.kept
        wanted = {one.number: one for one in self._imagining.tree.pictures() if one.facts and one.number not in kept}
        for number in self._files.keys() - wanted.keys():
            self._writer.start(partial(self._files.pop(number).unlink, missing_ok=True), lambda problem: None)
        for number in sorted(wanted.keys() - self._files.keys()):
            picture = wanted[number]
            suffix = ".png" if picture.drawing is None else ".svg"
            path = self._files[number] = self._own_folder() / f"{number:04}{suffix}"
            self._writer.start(partial(_write, picture, path), self._written)

    def _own_folder(self) -> Path:
        if self._own is None:
            folder = self._folder / secrets.token_hex(8)
            lock = None
            with contextlib.suppress(OSError):
                lock = lock_at(folder / _LOCK)
            self._own = _Place(folder, lock)
            self._places.append(self._own)
        return self._own.folder

    def _written(self, problem: str) -> None:
        if problem and not self._failed:
            text = tr("The pictures will be gone when Taureau closes: no copy of them can be written.")
            self._imagining.notified.emit(Message(text, tr("Keep those you want. {problem}", problem=problem)))
        self._failed = bool(problem)


def _write(picture: Picture, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    save(picture, path)


def _read(path: Path) -> _Read:
    """Read a picture or a drawing; raises DocumentError."""
    if path.suffix == ".png":
        return _Read(path, *read_picture(path))
    drawing = load_svg(path)
    return _Read(path, square_picture(drawing), dict(drawing.facts), drawing)


def _abandoned(folder: Path) -> list[_Place]:
    """Return the folders that no session has locked, locked and read, the oldest first."""
    found: list[_Place] = []
    with contextlib.suppress(OSError):
        for place in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime):
            with contextlib.suppress(OSError):  # one that cannot be locked may be in use
                lock = lock_at(place / _LOCK) if place.is_dir() else None
                if lock is not None:
                    found.append(_Place(place, lock))
                    found[-1].read()
    return found
