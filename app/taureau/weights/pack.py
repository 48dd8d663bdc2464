"""Packs: installed models in a folder, such as on a memory stick, with their hashes and licences."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from taureau.small_files import read_json
from taureau.weights.catalogue import catalogue, find_model
from taureau.weights.errors import DamagedWeightsError, RefusedWeightsError, StorageError
from taureau.weights.folder import write_text
from taureau.weights.importing import import_model
from taureau.weights.model import check_file_name
from taureau.weights.record import Record, read_record
from taureau.weights.store import locate, missing, state_of
from taureau.weights.transfer import Cancelled, Transfer, check_space, copied, never, storage_error

CONTENTS = "taureau-models.json"  # the list of a pack's models, in its folder
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class PackedFile:
    """A file of a packed model."""

    name: str  # its place in the model's folder
    size: int  # bytes
    sha256: str


@dataclass(frozen=True)
class PackedModel:
    """A model in a pack: its files are in a folder named by its id."""

    id: str
    name: str
    licence: str
    terms: str  # what the licence asks of the user
    source: str  # the page that presents it
    files: tuple[PackedFile, ...]


def packable() -> list[str]:
    """Return the ids of all models that can be packed: those that were fetched or imported."""
    return [model.id for model in catalogue() if not model.built_in and state_of(model).present]


def pack(model_ids: Sequence[str], folder: Path, cancelled: Cancelled = never) -> Iterator[Transfer]:
    """Copy installed models into `folder`, and list them there with hashes and licences.

    A model that is in the pack already is written again, the others stay. A model is listed once all of its files are
    there. Raises UnknownModelError, MissingWeightsError, RefusedWeightsError for a model that comes with the
    installation, DamagedWeightsError, StoppedError, StorageError.
    """
    records = {model_id: _record(model_id) for model_id in dict.fromkeys(model_ids)}
    folder = folder.expanduser()
    packed = {model.id: model for model in read_pack(folder)} if (folder / CONTENTS).is_file() else {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, folder) from error
    check_space(folder, sum(kept.size for record in records.values() for kept in record.values()))
    for model_id, record in records.items():
        packed.pop(model_id, None)
        _write_contents(folder, packed)
        yield from _copy(model_id, record, folder / model_id, cancelled)
        model = find_model(model_id)
        files = tuple(PackedFile(name, kept.size, kept.sha256) for name, kept in record.items())
        packed[model_id] = PackedModel(model_id, model.name, model.licence, model.terms, model.source, files)
        _write_contents(folder, packed)


def is_pack(folder: Path) -> bool:
    """Whether a folder is a pack of models."""
    return (folder.expanduser() / CONTENTS).is_file()


def read_pack(folder: Path) -> tuple[PackedModel, ...]:
    """Return the models that a pack lists; raises RefusedWeightsError where there is no readable list."""
    path = folder.expanduser() / CONTENTS
    try:
        written = read_json(path)
        return tuple(_packed_model(entry) for entry in written["models"])  # type: ignore[index]
    except FileNotFoundError as error:
        raise RefusedWeightsError(f"{folder} is no pack of models: it has no {CONTENTS}") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RefusedWeightsError(f"{path} cannot be read: pack the models again") from error


def import_pack(folder: Path, cancelled: Cancelled = never) -> Iterator[Transfer]:
    """Import the models of a pack one by one; those that are installed already are left as they are.

    Raises as `read_pack` and `import_packed`; the models before the failing one stay installed.
    """
    for packed in read_pack(folder):
        if not state_of(find_model(packed.id)).present:
            yield from import_packed(folder, packed, cancelled)


def import_packed(folder: Path, packed: PackedModel, cancelled: Cancelled = never) -> Iterator[Transfer]:
    """Import one model of a pack, checked against the pack's hashes and its makers'.

    Raises as `import_model`, and DamagedWeightsError where a file is not the one that was packed.
    """
    place = folder.expanduser() / packed.id
    source = place if find_model(packed.id).is_folder else place / packed.files[0].name
    expected = {place / file.name: file.sha256 for file in packed.files}
    return import_model(packed.id, source, cancelled, expected=expected)


def _record(model_id: str) -> Record:
    model = find_model(model_id)
    if model.built_in:
        raise RefusedWeightsError(f"{model.id} comes with the installation: there is nothing to pack")
    place = locate(model_id)  # checks the files
    record = read_record(place if model.is_folder else place.parent)
    if record is None:
        raise missing(model)
    return record


def _copy(model_id: str, record: Record, place: Path, cancelled: Cancelled) -> Iterator[Transfer]:
    model = find_model(model_id)
    found = locate(model_id)
    source = found if model.is_folder else found.parent
    try:
        if place.is_symlink():
            raise StorageError(f"{place} is a link, which is not written through: delete it, then do it again")
        if place.exists():
            shutil.rmtree(place)
    except OSError as error:
        raise storage_error(error, place) from error
    for number, (name, kept) in enumerate(record.items(), 1):
        about = Transfer(model_id, "copying", name, 0, kept.size, number, len(record))
        digests = yield from copied(source / name, place / name, about, cancelled)
        if digests.sha256 != kept.sha256:
            raise DamagedWeightsError(f"{source / name} has changed: `taureau models verify {model_id}` says more")


def _write_contents(folder: Path, packed: dict[str, PackedModel]) -> None:
    listed = {"models": [asdict(model) for model in packed.values()]}
    write_text(folder / CONTENTS, json.dumps(listed, indent=1, ensure_ascii=False))


def _packed_model(entry: dict[str, object]) -> PackedModel:
    texts = {name: entry[name] for name in ("id", "name", "licence", "terms", "source")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("a text is missing")
    check_file_name(texts["id"])
    files = tuple(PackedFile(check_file_name(file["name"]), file["size"], file["sha256"]) for file in entry["files"])  # type: ignore[attr-defined]
    if not files or not all(type(file.size) is int and _SHA256.fullmatch(file.sha256) for file in files):
        raise ValueError("a file is missing")
    return PackedModel(**texts, files=files)  # type: ignore[arg-type]
