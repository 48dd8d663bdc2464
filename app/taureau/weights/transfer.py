"""Copying and hashing in chunks, with an event for each, so that it can be shown and stopped."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from taureau.weights.errors import StoppedError, StorageError

Stage = Literal["fetching", "copying", "checking"]
Cancelled = Callable[[], bool]
CHUNK = 1 << 20  # bytes
_RESERVE = 64 << 20  # bytes that stay free on the disk
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # the disk, or the user's share of it


@dataclass(frozen=True)
class Transfer:
    """The progress of one file of a model."""

    model: str  # its id
    stage: Stage
    file: str  # its name in the model's folder
    done: int  # bytes
    total: int | None  # bytes; None where a server does not say
    number: int = 1  # of this file, counted from 1
    count: int = 1  # of files


@dataclass(frozen=True)
class Digests:
    """The hashes of a file."""

    size: int  # bytes
    sha256: str
    md5: str


def never() -> bool:
    """Return False: the transfer is never cancelled."""
    return False


class Digester:
    """Digests of bytes that pass by, on their way to `sink` if there is one."""

    def __init__(self, sink: BinaryIO | None = None) -> None:
        self._sha256, self._md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
        self._sink = sink
        self.size = 0

    def update(self, chunk: bytes) -> None:
        if self._sink is not None:
            self._sink.write(chunk)
        self._sha256.update(chunk)
        self._md5.update(chunk)
        self.size += len(chunk)

    @property
    def digests(self) -> Digests:
        return Digests(self.size, self._sha256.hexdigest(), self._md5.hexdigest())


Moving = Generator[Transfer, None, Digests]  # tells how far it is, and returns what the file's digests are


def hashed(source: Path, about: Transfer, cancelled: Cancelled = never) -> Moving:
    """Read a file to its end; the events are `about` with the bytes done. Raises StoppedError, StorageError."""
    digester = Digester()
    try:
        with open(source, "rb") as reader:
            yield from _through(reader, digester, about, cancelled)
    except OSError as error:
        raise storage_error(error, source) from error
    return digester.digests


def copied(source: Path, target: Path, about: Transfer, cancelled: Cancelled = never) -> Moving:
    """Copy a file to a new path and sync it to disk; otherwise as `hashed`.

    What was written before an error stays behind.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(source, "rb") as reader, open(target, "xb") as writer:
            digester = Digester(writer)
            yield from _through(reader, digester, about, cancelled)
            writer.flush()
            os.fsync(writer.fileno())
    except OSError as error:
        raise storage_error(error, source if error.filename == str(source) else target) from error
    return digester.digests


def _through(reader: BinaryIO, digester: Digester, about: Transfer, cancelled: Cancelled) -> Iterator[Transfer]:
    yield about
    while chunk := reader.read(CHUNK):
        if cancelled():
            raise StoppedError("stopped; nothing was changed")
        digester.update(chunk)
        yield replace(about, done=digester.size)


def check_space(folder: Path, needed: int) -> None:
    """Raise StorageError where `needed` bytes would fill the disk that holds `folder`."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise storage_error(error, folder) from error
    if needed + _RESERVE > free:
        raise StorageError(
            f"{megabytes(needed)} are needed in {folder}, and {megabytes(free)} are free: make room, or choose another "
            "folder with `taureau models where --set FOLDER`"
        )


def storage_error(error: OSError, path: Path) -> StorageError:
    """The StorageError for an OSError, as one line that says what to do."""
    if error.errno in _FULL:
        return StorageError(f"the disk that holds {path} is full: make room, then do it again")
    return StorageError(f"{path}: {error.strerror or error}; check the folder, or choose another with TAUREAU_MODELS")


def megabytes(size: int) -> str:
    """A number of bytes for people: "351 MB", "1.2 GB", "40 kB"."""
    if size >= 1e9:
        return f"{size / 1e9:.1f} GB"
    return f"{size / 1e6:.0f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"
