"""`taureau film DRAWING.svg -o OUT`: how the drawing came to be, stroke by stroke."""

from __future__ import annotations

import argparse
import re
from io import BytesIO
from pathlib import Path

from taureau.cli.drawing_files import check_writable, is_same_file, load_drawing
from taureau.cli.errors import BadInputError
from taureau.cli.output import say
from taureau.cli.progress import counted, work_shown
from taureau.document import Reference
from taureau.export import ExportError
from taureau.export.film import LINES, Film, check_encoder, film_format_of, staged, write_film
from taureau.photo import Photo, PhotoError, load_photo


def film(chosen: argparse.Namespace) -> int:
    """Write the film and print one line about it."""
    try:
        kind = film_format_of(chosen.output)
        request = Film(
            kind,
            size=None if chosen.size is None else _size(chosen.size),
            seconds=chosen.seconds,
            hold=chosen.hold,
            fps=chosen.fps,
            paper=None if chosen.paper is None else chosen.paper.lower(),
            photo=chosen.photo,
        )
        drawing, reference = load_drawing(chosen.drawing)
        photo = _photo(chosen, reference)
        _check_output(chosen)
        check_encoder(request)
        stage = staged(drawing, request, photo)
        strokes = counted(len(stage.score.cues), "stroke")
        with work_shown(f"making a film of {strokes}", quietly=kind in LINES) as progress:
            write_film(stage, request, chosen.output, progress)
    except ExportError as error:
        raise BadInputError(str(error)) from error
    width, height = stage.size
    say(f"{chosen.output}: {strokes}, {width} × {height} px, {stage.score.seconds:.1f} s")
    return 0


def _size(text: str) -> int | tuple[int, int]:
    """A size such as "1080" or "1920x1080"; raises BadInputError."""
    found = re.fullmatch(r"(\d{1,6})(?:[x×](\d{1,6}))?", text)
    if found is None:
        raise BadInputError(f"--size must be a number of px, or width and height as in 1920x1080, not {text[:40]!r}")
    return int(found[1]) if found[2] is None else (int(found[1]), int(found[2]))


def _photo(chosen: argparse.Namespace, reference: Reference | None) -> Photo | None:
    """The photo that is named, or the one in the drawing; None where none is shown. Raises BadInputError."""
    if chosen.photo == "none":
        if chosen.photo_file is not None:
            raise BadInputError("--photo-file is for --photo beside or beneath: add that, or leave the file out")
        return None
    if chosen.photo_file is None and reference is None:
        raise BadInputError(f"there is no photo in {chosen.drawing}: name it by --photo-file")
    try:
        return load_photo(chosen.photo_file or BytesIO(reference.data if reference else b""))
    except PhotoError as error:
        raise BadInputError(str(error)) from error


def _check_output(chosen: argparse.Namespace) -> None:
    """Raise BadInputError before the work where the film cannot be written, or would overwrite what it is made of."""
    output: Path = chosen.output
    for name, source in (("drawing", chosen.drawing), ("photo", chosen.photo_file)):
        if source is not None and is_same_file(output, source):
            raise BadInputError(f"the film would overwrite the {name}: choose another name for it")
    check_writable(output, "film")
