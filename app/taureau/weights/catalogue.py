"""The catalogue of models: a JSON file that ships with the program, or one of the user's own."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from taureau.resources import resource
from taureau.weights.builtin import OWN_CLIP, has_own_clip
from taureau.weights.errors import CatalogueError, UnknownModelError
from taureau.weights.model import FORMATS, KINDS, MaskSignature, Model, WeightsFile

OWN_CATALOGUE = "TAUREAU_CATALOGUE"  # environment variable: the path of a catalogue of one's own
_LARGEST_SIDE = 4096  # px, of what a mask model is shown
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


def catalogue() -> tuple[Model, ...]:
    """Every model, in the order of the file; one's own catalogue takes the place of all that do not come built in.

    Raises CatalogueError where one's own is broken.
    """
    shipped, own = _read(resource("models/catalogue.json")), os.environ.get(OWN_CATALOGUE)
    if not has_own_clip():
        shipped = tuple(model for model in shipped if model.id != OWN_CLIP)
    if not own:
        return shipped
    return (*(model for model in shipped if model.built_in), *_read(Path(own)))


def find_model(model_id: str) -> Model:
    """The model of this id, in whatever case it is typed; raises UnknownModelError, which lists the ids."""
    models = {model.id: model for model in catalogue()}
    found = models.get(model_id.strip().lower())
    if found is None:
        raise UnknownModelError(f"there is no model {model_id!r}; choose one of {', '.join(models)}")
    return found


def _read(path: Path) -> tuple[Model, ...]:
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise CatalogueError(f"the catalogue {path} cannot be read: {error.strerror}; check {OWN_CATALOGUE}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CatalogueError(f"the catalogue {path} is broken ({error}); mend it or unset {OWN_CATALOGUE}") from error


@lru_cache(maxsize=4)
def _parse(path: Path, _: int) -> tuple[Model, ...]:
    """Cached until the file changes, as the second argument shows."""
    models = tuple(_model(entry) for entry in json.loads(path.read_text(encoding="utf-8"))["models"])
    if len({model.id for model in models}) != len(models):
        raise ValueError("two models have one id")
    return models


def _model(entry: dict[str, Any]) -> Model:
    fields = {name: value for name, value in entry.items() if name not in ("files", "mask", "tensors")}
    model = Model(
        **fields,
        files=tuple(_file(file) for file in entry.get("files", ())),
        mask=_signature(entry["mask"]) if "mask" in entry else None,
        tensors={name: tuple(shape) for name, shape in entry.get("tensors", {}).items()},
    )
    if not _ID.fullmatch(model.id):  # it becomes the name of a folder
        raise ValueError(f"{model.id!r} is no id: small letters, digits, dots and dashes")
    if model.kind not in KINDS:
        raise ValueError(f"unknown kind {model.kind!r}")
    if model.mask is not None and model.kind != "mask":
        raise ValueError(f"{model.id} is of the kind {model.kind}, and only a mask model has a mask")
    return model


def _signature(entry: dict[str, Any]) -> MaskSignature:
    signature = MaskSignature(**entry | {"mean": tuple(entry["mean"]), "std": tuple(entry["std"])})
    if not (isinstance(signature.side, int) and 1 <= signature.side <= _LARGEST_SIDE):
        raise ValueError(f"a mask model's side must be from 1 to {_LARGEST_SIDE} px, not {signature.side!r}")
    if len(signature.mean) != 3 or len(signature.std) != 3 or not all(std > 0 for std in signature.std):
        raise ValueError("a mask model's mean and std are three numbers each, for red, green and blue")
    return signature


def _file(entry: dict[str, Any]) -> WeightsFile:
    file = WeightsFile(**entry)
    place = PurePosixPath(file.name)
    if place.is_absolute() or not place.parts or ".." in place.parts or "\\" in file.name or ":" in file.name:
        raise ValueError(f"{file.name!r} is no place in a model's folder")
    if not file.url.startswith(("https://", "http://")):
        raise ValueError(f"{file.url!r} is no web address")
    if file.format not in FORMATS:
        raise ValueError(f"unknown format {file.format!r}")
    return file
