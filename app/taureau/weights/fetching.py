"""Download of a model at the user's request."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

from taureau.weights.catalogue import catalogue, find_model
from taureau.weights.content import TEXT_LIMIT, Content
from taureau.weights.download import download, forget, promised_sha256
from taureau.weights.errors import (
    DamagedWeightsError,
    FetchError,
    RefusedWeightsError,
    UnlistedWeightsError,
    WeightsError,
)
from taureau.weights.fitting import agrees, check_digests, look_into
from taureau.weights.folder import make_own_folder, models_folder
from taureau.weights.model import PART, Model, WeightsFile
from taureau.weights.record import read_record
from taureau.weights.staging import alone, fetched_folder, fetched_so_far, settle
from taureau.weights.store import state_of
from taureau.weights.transfer import Cancelled, Digests, Transfer, check_space, hashed, never, storage_error

_SLACK = 1 << 20  # bytes by which a stated size may be wrong; the hash decides
_MARGIN = 1.25  # of a size that the catalogue states roughly
_LARGEST = 8 << 30  # bytes of a file whose size the catalogue does not state at all
Taken = tuple[str, Content, Digests]  # the name of a file in the model's folder, and what it is


def fetch(model_id: str, cancelled: Cancelled = never, *, accept: str = "") -> Iterator[Transfer]:
    """Download the model, going on where an earlier fetch was interrupted; nothing is asked of the network where the
    model is here already.

    The sources of a file are tried in turn until one has it intact; a file that another installed model has is taken
    from there. `accept` is a sha256 to take in place of a listed one. Nothing happens before the first event is asked
    for. Raises UnknownModelError, RefusedWeightsError, FetchError, DamagedWeightsError where what came is not what its
    makers published, UnlistedWeightsError where it is not what others list, StoppedError, StorageError.
    """
    model = find_model(model_id)
    if model.built_in:
        raise RefusedWeightsError(f"{model.id} comes with the installation: there is nothing to fetch")
    if state_of(model).present:
        return
    staged = fetched_folder(model)
    with alone(staged):
        make_own_folder(staged)
        if model.about_mb is not None:
            shared = sum(path.stat().st_size for path in map(_installed_copy, model.files) if path is not None)
            check_space(staged, int(model.about_mb * 1e6) - fetched_so_far(model) - shared)
        taken: dict[str, tuple[Content, Digests]] = {}
        for number, file in enumerate(model.files, 1):
            about = Transfer(model.id, "fetching", file.name, 0, file.size, number, len(model.files))
            name, content, digests = yield from _file(model, file, staged, about, cancelled, accept)
            taken[name] = content, digests
        settle(model, staged, taken)


def _file(
    model: Model, file: WeightsFile, staged: Path, about: Transfer, cancelled: Cancelled, accept: str
) -> Generator[Transfer, None, Taken]:
    """Bring one file into the staging folder from the first source that has it intact."""
    copy = _installed_copy(file)
    if copy is not None:
        _link(copy, staged / file.name)
    first: WeightsError | None = None
    # A source from which something came before goes first.
    for source in sorted(file.sources, key=lambda one: not _has_begun(staged / one.name)):
        try:
            return (yield from _from_source(model, source, staged, about, cancelled, accept))
        except (FetchError, DamagedWeightsError, RefusedWeightsError) as error:
            if isinstance(error, UnlistedWeightsError):  # for the user to decide
                raise
            first = first or error
    if first is None:
        raise RefusedWeightsError(f"{model.id} names no source for {file.name}")
    if len(file.sources) == 1:
        raise first
    raise type(first)(f"{first} ({len(file.sources)} sources were tried)") from first


def _from_source(
    model: Model, source: WeightsFile, staged: Path, about: Transfer, cancelled: Cancelled, accept: str
) -> Generator[Transfer, None, Taken]:
    """Download a file from one source and check it."""
    place = staged / source.name
    part = place.with_name(place.name + PART)
    make_own_folder(place.parent)
    if place.is_symlink():
        place.unlink()
    if not place.exists():
        for done, total in download(source.url, part, _limit(model, source), cancelled):
            yield replace(about, file=source.name, done=done, total=total)
    came = place if place.exists() else part
    size = came.stat().st_size
    checking = replace(about, stage="checking", file=source.name, done=0, total=size)
    digests = yield from hashed(came, checking, cancelled)
    promised = promised_sha256(part)
    try:
        if not source.listed and (not agrees(digests, source) or promised not in (None, digests.sha256)):
            raise DamagedWeightsError(f"{source.name} is not what was published: fetch it again, or see {model.source}")
        content = look_into(came, source, model)
        check_digests(came, content, digests, source, model, accept, f"taureau models fetch {model.id}")
    except UnlistedWeightsError:  # it is kept, so that it need not come again
        raise
    except (DamagedWeightsError, RefusedWeightsError):
        forget(part)
        place.unlink(missing_ok=True)
        raise
    if came is part:
        os.replace(part, place)
        forget(part)
    return source.name, content, digests


def _limit(model: Model, file: WeightsFile) -> int:
    """Return how many bytes a file may have at most."""
    if file.size is not None:
        return file.size + _SLACK
    if file.format in ("json", "text"):
        return TEXT_LIMIT
    about_mb = file.about_mb or model.about_mb
    return int(about_mb * 1e6 * _MARGIN) if about_mb else _LARGEST


def _installed_copy(file: WeightsFile) -> Path | None:
    """Return the file of another installed model that is the same: of the same hash, or from the same address."""
    for model in catalogue():
        for other in model.files:
            same = other.sha256 == file.sha256 if file.sha256 else other.url == file.url
            if not same or other is file:
                continue
            try:
                kept = (read_record(models_folder() / model.id) or {}).get(other.name)
                path = models_folder() / model.id / other.name
                if kept is not None and path.stat().st_size == kept.size and kept.format == file.format:
                    return path
            except (DamagedWeightsError, OSError):  # then it is downloaded
                continue
    return None


def _link(source: Path, place: Path) -> None:
    """Give an installed file a second name, or copy it where the disk cannot; raises StorageError."""
    if place.exists():
        return
    make_own_folder(place.parent)
    try:
        os.link(source, place)
    except OSError:
        try:
            shutil.copyfile(source, place)
        except OSError as error:
            place.unlink(missing_ok=True)
            raise storage_error(error, place) from error


def _has_begun(place: Path) -> bool:
    return place.exists() or place.with_name(place.name + PART).exists()
