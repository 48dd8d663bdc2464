"""`--sketch`: generated images, each drawn as an SVG beside it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taureau.api import sketch_request
from taureau.cli.drawing_files import save_drawn
from taureau.cli.errors import BadInputError
from taureau.cli.interrupt import Interrupt
from taureau.cli.output import complain
from taureau.cli.sketch import draw
from taureau.document import DocumentError
from taureau.engine import Failed, SketchRequest
from taureau.engine.encoders import encoders_for, first_present
from taureau.engine.presets import AUTO_DETAIL, CLIP_PRESETS
from taureau.imagine import Agreement
from taureau.imagine.picture_file import new_file
from taureau.jobs.quantities import stroke_count
from taureau.photo import Photo
from taureau.weights import WeightsError, locate

_STROKES = "16"


@dataclass(frozen=True, eq=False)
class Made:
    """A saved image."""

    path: Path
    image: NDArray[np.uint8]  # [H, W, 3]
    facts: Mapping[str, str]
    agreement: Agreement | None = None
    drawing: Path | None = None

    def lines(self) -> list[str]:
        """Describe the image, its drawing, and what it shows."""
        drawn = f", drawn in {self.drawing}" if self.drawing else ""
        shows = str(self.agreement).splitlines() if self.agreement else []
        return [f"{self.path}: seed {self.facts['seed']}{drawn}", *(f"    {line}" for line in shows)]


def check_sketching(chosen: argparse.Namespace) -> None:
    """Raise BadInputError before generation if the images could not be drawn with these options."""
    if not chosen.sketch:
        if chosen.preset is not None or chosen.strokes is not None:
            raise BadInputError("--preset and --strokes are for --sketch: give it too, or leave them out")
        return
    _request(np.zeros((64, 64, 3), np.uint8), "", chosen)
    if chosen.preset in CLIP_PRESETS:
        encoders = encoders_for(chosen.preset)
        try:
            locate(first_present(encoders) or encoders[0])
        except WeightsError as error:
            raise BadInputError(str(error)) from error


def sketch_all(made: Sequence[Made], chosen: argparse.Namespace, interrupt: Interrupt) -> tuple[list[Made], int]:
    """Draw the images; return them with their drawings, and the number of failures, each of which was printed."""
    drawn, failures = [], 0
    for picture in made:
        if not interrupt.asked:
            path, error = _drawn(picture, chosen, interrupt)
            if error:
                failures += 1
                complain(f"{picture.path}: {error}")
            picture = replace(picture, drawing=path)
        drawn.append(picture)
    return drawn, failures


def _drawn(picture: Made, chosen: argparse.Namespace, interrupt: Interrupt) -> tuple[Path | None, str]:
    """Draw one image; return the path of its drawing, if any, and an error message."""
    last, drawing = draw(_request(picture.image, picture.path.name, chosen), interrupt)
    error = f"{last.error} {last.what_to_do}" if isinstance(last, Failed) else ""
    if drawing is None or (interrupt.asked and not drawing.stroke_count):  # stopped before the first stroke
        return None, error
    path: Path | None = None
    try:
        path = picture.path.with_suffix(".svg")
        if path.exists():  # somebody has put one there meanwhile
            path = new_file(path.parent, path.stem, ".svg")
        save_drawn(drawing, path)
    except (BadInputError, DocumentError) as failure:
        return None, str(failure)
    return path, error


def _request(image: NDArray[np.uint8], name: str, chosen: argparse.Namespace) -> SketchRequest:
    """The request to draw an image [H, W, 3]; raises BadInputError."""
    strokes = chosen.strokes or stroke_count(_STROKES)
    photo = Photo(image, width=image.shape[1], height=image.shape[0], name=name)
    try:
        return sketch_request(
            photo,
            strokes=strokes.most,
            detail=AUTO_DETAIL if strokes.auto else None,
            preset=chosen.preset or "auto",
            seed=chosen.seed,
            device=chosen.device,
        )
    except ValueError as error:
        raise BadInputError(str(error)) from error
