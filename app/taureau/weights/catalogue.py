"""The catalogue of models: a JSON file that ships with the program, or one of the user's own."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from taureau.resources import resource
from taureau.small_files import read_json
from taureau.weights.builtin import OWN_CLIP, has_own_clip, own_clip_folder
from taureau.weights.catalogue_entry import model_from_json
from taureau.weights.errors import CatalogueError, UnknownModelError
from taureau.weights.model import Model

OWN_CATALOGUE = "TAUREAU_CATALOGUE"  # environment variable: the path of a catalogue of one's own


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
    """The model of this id, in whatever case it is typed; raises UnknownModelError, which lists the ids.

    Raises MissingWeightsError for the bundled CLIP where it is not in its place.
    """
    models = {model.id: model for model in catalogue()}
    wanted = model_id.strip().lower()
    found = models.get(wanted)
    if found is None:
        if wanted == OWN_CLIP:
            own_clip_folder()
        raise UnknownModelError(f"there is no model {model_id!r}; choose one of {', '.join(models)}")
    return found


def _read(path: Path) -> tuple[Model, ...]:
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise CatalogueError(f"the catalogue {path} cannot be read: {error.strerror}; check {OWN_CATALOGUE}") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise CatalogueError(f"the catalogue {path} is broken ({error}); mend it or unset {OWN_CATALOGUE}") from error


@lru_cache(maxsize=4)
def _parse(path: Path, _: int) -> tuple[Model, ...]:
    """Cached until the file changes, as the second argument shows."""
    written: Any = read_json(path)
    models = tuple(map(model_from_json, written["models"]))
    if len({model.id for model in models}) != len(models):
        raise ValueError("two models have one id")
    return models
