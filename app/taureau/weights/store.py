"""Installed models: location, state, verification and removal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from taureau.weights.builtin import builtin_hashes, builtin_place
from taureau.weights.catalogue import find_model
from taureau.weights.errors import (
    DamagedWeightsError,
    MissingWeightsError,
    RefusedWeightsError,
    UnknownModelError,
    WeightsError,
)
from taureau.weights.folder import FOLDER_VARIABLE, folder_and_origin, models_folder
from taureau.weights.model import Format, Model
from taureau.weights.record import NAME as RECORD
from taureau.weights.record import Kept, Record, note_record, read_record
from taureau.weights.staging import fetched_so_far, leftovers
from taureau.weights.transfer import Cancelled, Transfer, hashed, megabytes, never, storage_error

_checked: dict[Path, tuple[int, int]] = {}  # size and time of change of files whose hash this process has compared


@dataclass(frozen=True)
class State:
    """The state of a model on this machine."""

    present: bool
    size: int  # bytes of its files, or of what was fetched until now
    broken: str = ""  # what is wrong with it, and what to do; empty where nothing is


def locate(model_id: str) -> Path:
    """The model's file, or its folder if it has several, ready to be loaded.

    Hashes are compared with those recorded when the files came; a file that has not changed since the last time is
    taken as it is. Raises UnknownModelError, MissingWeightsError, DamagedWeightsError.
    """
    model = find_model(model_id)
    if model.built_in:
        return builtin_place(model.id)
    folder, record = _installed(model)
    for name, kept in record.items():
        path = folder / name
        found = _look_at(model, folder, name, kept)
        if found not in (_checked.get(path), (kept.size, kept.checked_ns)):
            for _ in _compare(model, path, kept, Transfer(model.id, "checking", name, 0, kept.size)):
                pass  # a load shows no progress
            record = {**record, name: replace(kept, checked_ns=found[1])}
            note_record(folder, record)
        _checked[path] = found
    return folder if model.is_folder else folder / next(iter(record))


def is_present(model_id: str) -> bool:
    """Whether the model's files are here, in the size they came in; no hash is computed. False for an unknown id."""
    try:
        return state_of(find_model(model_id)).present
    except (UnknownModelError, MissingWeightsError):
        return False


def check_present(model_id: str) -> None:
    """Raise an error where the model's files are not here in the size they came in; no hash is computed.

    Raises UnknownModelError, MissingWeightsError, DamagedWeightsError.
    """
    model = find_model(model_id)
    if not model.built_in:
        _present(model)


def state_of(model: Model) -> State:
    """The state of a model on this machine, without reading its files."""
    try:
        if model.built_in:
            return State(True, sum(file.stat().st_size for file in _files_of(builtin_place(model.id))))
        return State(True, sum(kept.size for kept in _present(model).values()))
    except MissingWeightsError:
        return State(False, fetched_so_far(model))
    except (WeightsError, OSError) as error:
        return State(False, 0, str(error))


def verify(model_id: str, cancelled: Cancelled = never) -> Iterator[Transfer]:
    """Read every file of the model and compare its hash with the one recorded, and with its makers' where known.

    Raises MissingWeightsError, DamagedWeightsError, StoppedError.
    """
    model = find_model(model_id)
    if model.built_in:
        folder, record = _builtin(model)
    else:
        folder, record = _installed(model)
    for number, (name, kept) in enumerate(record.items(), 1):
        path = folder / name
        found = _look_at(model, folder, name, kept)
        about = Transfer(model.id, "checking", name, 0, kept.size, number, len(record))
        yield from _compare(model, path, kept, about, cancelled)
        _checked[path] = found


def remove(model_id: str) -> int:
    """Delete the model's files, and what was fetched of it; returns the bytes that are free again.

    Raises RefusedWeightsError for one that comes built in, MissingWeightsError where there is nothing, StorageError.
    """
    model = find_model(model_id)
    if model.built_in:
        raise RefusedWeightsError(f"{model.id} comes with the installation and stays")
    places = [models_folder() / name for name in (model.id, *leftovers(model))]
    found = [folder for folder in places if folder.is_dir()]
    if not found:
        raise MissingWeightsError(f"{model.id} is not on this machine: there is nothing to remove")
    freed = 0
    for folder in found:
        try:
            freed += sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            (folder / RECORD).unlink(missing_ok=True)  # first, so that half of a model is never taken for a model
            shutil.rmtree(folder)
        except OSError as error:
            raise storage_error(error, folder) from error
    return freed


def page_of(model: Model) -> str:
    """The URL or path of a model's page."""
    if not model.built_in or "://" in model.source:
        return model.source
    return str(builtin_place(model.id) / model.source)


def missing(model: Model) -> MissingWeightsError:
    """A sentence that says how to get a model."""
    size = f"about {megabytes(model.about_mb * 1_000_000)}, " if model.about_mb else ""
    folder, origin = folder_and_origin()
    named = origin == "environment" and not folder.is_dir()
    where = f"; {FOLDER_VARIABLE} names {folder}, which is no folder" if named else ""
    return MissingWeightsError(
        f"{model.name} is not on this machine: get it with `taureau models fetch {model.id}` ({size}licence "
        f"{model.licence}), or from a file or folder with `taureau models import {model.id} PATH`{where}"
    )


def _installed(model: Model) -> tuple[Path, Record]:
    folder = models_folder() / model.id
    record = read_record(folder)
    if record is None:
        raise missing(model)
    return folder, record


def _present(model: Model) -> Record:
    """Return the record of an installed model, once its files are as it says; raises as `_installed` and `_look_at`."""
    folder, record = _installed(model)
    for name, kept in record.items():
        _look_at(model, folder, name, kept)
    return record


def _builtin(model: Model) -> tuple[Path, Record]:
    """The folder of a model that comes built in, and what its files should be."""
    place = builtin_place(model.id)
    folder = place if place.is_dir() else place.parent
    record: dict[str, Kept] = {}
    try:
        for name, digest in builtin_hashes(place).items():
            kind: Format = "torch" if name.endswith(".pth") else "json" if name.endswith(".json") else "safetensors"
            record[name] = Kept(kind, (folder / name).stat().st_size, digest, 0)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedWeightsError(f"{folder} is damaged: {_mend(model)}") from error
    return folder, record


def _look_at(model: Model, folder: Path, name: str, kept: Kept) -> tuple[int, int]:
    """Size and time of change of a file; raises where it is gone, has another size, or was recorded with a hash that
    is not its makers'."""
    path = folder / name
    try:
        found = path.stat()
    except OSError as error:
        raise DamagedWeightsError(f"{path} is gone: {_mend(model)}") from error
    if found.st_size != kept.size:
        raise DamagedWeightsError(f"{path} has {found.st_size} bytes instead of {kept.size}: {_mend(model)}")
    sources = (source for file in model.files for source in file.sources)
    published = next((source for source in sources if source.name == name), None)
    expected = published.sha256 if published and not published.listed and published.format == kept.format else None
    if expected not in (None, kept.sha256):
        raise DamagedWeightsError(f"{path} is not the file its makers published: {_mend(model)}")
    return found.st_size, found.st_mtime_ns


def _compare(model: Model, path: Path, kept: Kept, about: Transfer, cancelled: Cancelled = never) -> Iterator[Transfer]:
    """Hash a file; raises DamagedWeightsError if it has changed."""
    found = yield from hashed(path, about, cancelled)
    if not found.sha256.startswith(kept.sha256):
        raise DamagedWeightsError(f"{path} is not the file that came (its sha256 is another): {_mend(model)}")


def _mend(model: Model) -> str:
    if model.built_in:
        return "install the program again"
    return f"`taureau models remove {model.id}`, then fetch or import it again"


def _files_of(place: Path) -> list[Path]:
    """The file itself, or those in a folder."""
    return sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else [place]
