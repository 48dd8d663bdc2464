"""Atomic installation of a model after all of its files were checked."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from taureau.weights.content import Content
from taureau.weights.errors import StorageError
from taureau.weights.folder import make_folder, make_own_folder, models_folder, open_own_file
from taureau.weights.model import Model
from taureau.weights.record import Kept, write_record
from taureau.weights.transfer import Digests, storage_error


@contextmanager
def stage(model: Model) -> Iterator[Path]:
    """An empty folder beside the model's; its content is deleted afterwards, and after a crash."""
    folder = models_folder() / f".{model.id}.import"
    with alone(folder):
        try:
            shutil.rmtree(folder, ignore_errors=True)
            make_own_folder(folder)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def leftovers(model: Model) -> tuple[str, ...]:
    """The names of the folders that may contain parts of a model."""
    return tuple(f".{model.id}.{what}" for what in ("fetch", "import", "old"))


def fetched_folder(model: Model) -> Path:
    """The folder of a download, kept when it is interrupted."""
    return models_folder() / f".{model.id}.fetch"


def fetched_so_far(model: Model) -> int:
    """The size of an incomplete download, bytes."""
    total = 0
    with contextlib.suppress(OSError):
        total = sum(path.stat().st_size for path in fetched_folder(model).rglob("*") if path.is_file())
    return total


def settle(model: Model, staged: Path, files: Mapping[str, tuple[Content, Digests]]) -> Path:
    """Give the staged files, by their names, their record, and the whole folder its place; an older one goes.

    Raises StorageError; the older folder is then where it was.
    """
    write_record(
        staged,
        {
            name: Kept(content.format, digests.size, digests.sha256, (staged / name).stat().st_mtime_ns)
            for name, (content, digests) in files.items()
        },
    )
    place = models_folder() / model.id
    aside = models_folder() / f".{model.id}.old"
    shutil.rmtree(aside, ignore_errors=True)
    try:
        if place.exists():
            os.replace(place, aside)
        try:
            os.replace(staged, place)
        except OSError:
            if aside.exists():
                os.replace(aside, place)
            raise
    except OSError as error:
        raise storage_error(error, place) from error
    shutil.rmtree(aside, ignore_errors=True)
    return place


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Lock this folder against other threads and processes; raises StorageError at once if it is locked."""
    path = folder.with_name(f"{folder.name}.lock")
    make_folder(folder.parent)
    lock = open_own_file(path, anew=False)
    try:
        _lock(lock.fileno())
    except OSError:
        lock.close()
        model, _, verb = folder.name[1:].rpartition(".")
        raise StorageError(f"another {verb} of {model} is under way: wait for its end") from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.unlink()
        lock.close()


def _lock(descriptor: int) -> None:
    """Lock the file of this descriptor or raise OSError; the system releases the lock when the process ends."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
