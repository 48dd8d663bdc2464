"""The files of jobs: photos gathered from folders, whether a file is whole yet, and names for results."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

from taureau.photo import PHOTO_SUFFIXES
from taureau.small_files import read_small

LONGEST_STEM = 60  # characters of a result's name
_LARGEST_RESULT = 1 << 30  # bytes


def photos_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files among the paths as they are, and the photos in the folders among them and below, by name.

    Hidden files and folders are left out; folders that cannot be read are empty.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, files in os.walk(path):
            folders[:] = sorted((one for one in folders if not one.startswith(".")), key=in_order)
            yield from (Path(folder, one) for one in sorted(files, key=in_order) if is_photo_name(one))


def is_photo_name(name: str) -> bool:
    """Return whether a file of this name is a photo that is not hidden."""
    return not name.startswith(".") and name.lower().rpartition(".")[2] in PHOTO_SUFFIXES


def in_order(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts names as people do: “2.jpg” before “10.jpg”."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if part.isascii() and part.isdigit() else (-1, part) for part in parts]


def signature(path: Path) -> str:
    """Return what tells a file from another version of it: its size and the time of its latest change.

    Raises OSError, also where it is no file.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError(0, "it is not a file", str(path))
    return f"{found.st_size}:{found.st_mtime_ns}"


def digest(path: Path) -> str | None:
    """Return the SHA-256 of a result; None where there is none that can be read."""
    try:
        return hashlib.sha256(read_small(path, _LARGEST_RESULT)).hexdigest()
    except OSError:
        return None


def free_name(folder: Path, wanted: str, taken: Callable[[Path], bool]) -> Path:
    """Return the path of a new SVG in `folder`, named for the job and numbered where the name is taken."""
    stem = re.sub(r'[\s\x00-\x1f/\\:*?"<>|]+', " ", wanted).strip(" .")[:LONGEST_STEM].strip(" .") or "drawing"
    names = (f"{stem}.svg" if number == 1 else f"{stem}-{number}.svg" for number in count(1))
    return next(path for name in names if not (path := folder / name).exists() and not taken(path))


def remove_parts(output: Path) -> None:
    """Delete what a killed process has left of writing this file."""
    for part in output.parent.glob(f".{_escaped(output.name[:40])}.*.part"):
        part.unlink(missing_ok=True)


def _escaped(name: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", name)


class Resting:
    """Finds out whether files are whole: that they have not changed for a while, by the monotonic clock, and open."""

    REST = 2.0  # s without a change
    PATIENCE = 60.0  # s without a change after which a file that does not open is left to the run to report

    def __init__(self, clock: Callable[[], float], opens: Callable[[Path], bool]) -> None:
        self._clock, self._opens = clock, opens
        self._seen: dict[Path, tuple[str, float]] = {}  # the signature, and since when

    def is_whole(self, path: Path) -> bool:
        """Look at the file again; raises OSError where it is gone."""
        now, found = self._clock(), signature(path)
        before, since = self._seen.get(path, ("", now))
        if found != before:
            self._seen[path] = (found, now)
            return False
        rested = now - since
        whole = rested >= self.PATIENCE or (rested >= self.REST and self._opens(path))
        if whole:
            del self._seen[path]
        return whole
