"""Download of a model at the user's request."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

from taureau.weights.catalogue import find_model
from taureau.weights.content import Content
from taureau.weights.download import download, forget, promised_sha256
from taureau.weights.errors import DamagedWeightsError, RefusedWeightsError
from taureau.weights.fitting import agrees, check_digests, look_into
from taureau.weights.folder import make_folder, models_folder
from taureau.weights.model import PART, Model, WeightsFile
from taureau.weights.staging import alone, fetched_folder, fetched_so_far, settle
from taureau.weights.store import state_of
from taureau.weights.transfer import Cancelled, Digests, Transfer, check_space, hashed, never


def fetch(model_id: str, cancelled: Cancelled = never) -> Iterator[Transfer]:
    """Download the model, going on where an earlier fetch was interrupted; nothing is asked of the network where the
    model is here already.

    Nothing happens before the first event is asked for. Raises UnknownModelError, RefusedWeightsError, FetchError,
    DamagedWeightsError where what came is not what its makers published, StoppedError, StorageError.
    """
    model = find_model(model_id)
    if model.built_in:
        raise RefusedWeightsError(f"{model.id} comes with the installation: there is nothing to fetch")
    if state_of(model).present:
        return
    make_folder(models_folder())
    staged = fetched_folder(model)
    with alone(staged):
        make_folder(staged)
        if model.about_mb is not None:
            check_space(staged, int(model.about_mb * 1e6) - fetched_so_far(model))
        taken: dict[str, tuple[Content, Digests]] = {}
        for number, file in enumerate(model.files, 1):
            about = Transfer(model.id, "fetching", file.name, 0, file.size, number, len(model.files))
            taken[file.name] = yield from _file(model, file, staged / file.name, about, cancelled)
        settle(model, staged, taken)


def _file(
    model: Model, file: WeightsFile, place: Path, about: Transfer, cancelled: Cancelled
) -> Generator[Transfer, None, tuple[Content, Digests]]:
    """Download one file into the staging folder and check it."""
    part = place.with_name(place.name + PART)
    if not place.exists():
        for done, total in download(file.url, part, cancelled):
            yield replace(about, done=done, total=total)
    came = part if part.exists() else place
    size = came.stat().st_size
    digests = yield from hashed(came, replace(about, stage="checking", done=0, total=size), cancelled)
    promised = promised_sha256(part)
    try:
        if not agrees(digests, file) or promised not in (None, digests.sha256):
            raise DamagedWeightsError(f"{file.name} is not what was published: fetch it again, or see {model.source}")
        content = look_into(came, file, model)
        check_digests(came, content, digests, file, model)
    except (DamagedWeightsError, RefusedWeightsError):
        forget(part)
        place.unlink(missing_ok=True)
        raise
    if came is part:
        os.replace(part, place)
        forget(part)
    return content, digests
