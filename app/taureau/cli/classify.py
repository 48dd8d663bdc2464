"""`taureau classify IMAGE|DRAWING.svg --labels cat,dog`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from taureau.cli.drawing_files import load_drawing
from taureau.cli.errors import BadInputError
from taureau.cli.output import answer, json_text, remark
from taureau.document import Drawing, is_svg_file
from taureau.engine.encoders import NAMERS, RECOMMENDED, first_present
from taureau.engine.labels import labels_in, translated, unread
from taureau.photo import PhotoError, load_photo
from taureau.weights import OWN_CLIP_FOLDER, WeightsError, find_model, own_clip_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from taureau.engine.runs.classify import Belief


def classify(chosen: argparse.Namespace) -> int:
    """Print the probability of each label, and the sentences it was compared by."""
    labels, templates = labels_of(chosen.labels), templates_of(chosen.template)
    image = image_of(chosen.image)
    encoder_id = encoder_of(chosen.encoder)

    from taureau.engine.errors import CannotDrawError
    from taureau.engine.runs.classify import classify as ask

    try:
        beliefs = ask(image, labels, encoder_id, templates, device=chosen.device)
    except WeightsError as error:
        raise BadInputError(str(error)) from error
    except CannotDrawError as error:
        raise BadInputError(f"{error} {error.what_to_do}") from error
    answer(*([as_json(beliefs, encoder_id, chosen.image)] if chosen.json else as_lines(beliefs)))
    return 0


def labels_of(text: str) -> list[str]:
    """The labels between commas, each meaning once; raises BadInputError where there are fewer than two."""
    labels = labels_in(text)
    if len(labels) < 2:
        raise BadInputError("--labels needs at least two, with commas between them, such as cat,dog")
    try:
        meanings = translated(labels)
        if foreign := unread(labels):
            remark(foreign)
    except WeightsError as error:
        raise BadInputError(str(error)) from error
    if len(meanings) < 2:
        same = " and ".join(labels)
        raise BadInputError(f"{same} mean the same, {meanings[labels[0]]}: give at least two labels that differ")
    return list(meanings)


def templates_of(given: list[str] | None) -> list[str] | None:
    """The templates, None where the usual ones will do; raises BadInputError for one without a place for the label."""
    for template in given or ():
        if "{}" not in template:
            raise BadInputError(f"--template needs {{}} for the label, as in 'a sketch of a {{}}', not {template!r}")
    return given


def image_of(path: Path) -> Drawing | NDArray[np.uint8]:
    """A drawing from an SVG, whatever its name, else a photo's pixels; raises BadInputError."""
    if is_svg_file(path):
        return load_drawing(path)[0]
    try:
        return load_photo(path).pixels
    except PhotoError as error:
        raise BadInputError(str(error)) from error


def encoder_of(asked: str | None) -> str:
    """The id of the encoder asked for, or of the best one here that reads text; raises BadInputError without one."""
    try:
        chosen = asked or first_present(NAMERS)
        if chosen is None:
            raise BadInputError(
                f"no encoder on this machine reads text: get one with `taureau models fetch {RECOMMENDED}`, "
                f"or bring one with `taureau models import`{_wrong_variable()}"
            )
        model = find_model(chosen)
    except WeightsError as error:
        raise BadInputError(str(error)) from error
    if not model.reads_text:
        raise BadInputError(f"{model.id} does not read text: choose one of {', '.join(NAMERS)}")
    return model.id


def _wrong_variable() -> str:
    """Return what is wrong with the folder that a variable names for the bundled encoder; empty where none is named."""
    try:
        own_clip_folder()
    except WeightsError as error:
        return f"; {error}" if os.environ.get(OWN_CLIP_FOLDER) else ""
    return ""


def as_lines(beliefs: list[Belief]) -> list[str]:
    """One line per label with its probability, then the sentences."""
    width = max(len(belief.label) for belief in beliefs)
    return [
        f"{100 * belief.probability:5.1f} %  {belief.label:<{width}}  {' · '.join(belief.sentences)}"
        for belief in beliefs
    ]


def as_json(beliefs: list[Belief], encoder: str, image: Path) -> str:
    """The result as JSON."""
    found = [
        {"label": belief.label, "probability": round(belief.probability, 6), "sentences": belief.sentences}
        for belief in beliefs
    ]
    return json_text({"image": str(image), "encoder": encoder, "labels": found})
