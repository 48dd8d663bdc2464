"""`taureau imagine PROMPT`, `vary IMAGE`, `blend A B` and `steer IMAGE --from … --to …`, each with `-o FOLDER`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from taureau.cli.classify import image_of
from taureau.cli.drawing_files import spare_folders
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, BadInputError
from taureau.cli.imagined_drawings import Made, check_sketching, sketch_all
from taureau.cli.imagined_strokes import draw_in_strokes, in_strokes
from taureau.cli.interrupt import Interrupt, interruptible, status_of
from taureau.cli.output import complain, json_text, say
from taureau.cli.progress import GenerationDisplay, counted
from taureau.document import DocumentError, Drawing
from taureau.events import Failed
from taureau.export.picture_file import square_picture
from taureau.imagine import Agreed, Blend, Change, ImageReady, ImagineRequest, Source, Variation, What, Words
from taureau.imagine.choice import choose, require
from taureau.imagine.picture_file import facts_in, save_new, stem_of
from taureau.imagine.request import STROKES_THETA, THETA, UnfitError
from taureau.weights import WeightsError

_OPTIONS = {
    "count": "-n",
    "seed": "--seed",
    "steps": "--steps",
    "guidance": "--guidance",
    "prompt": "PROMPT",
    "before": "--from",
    "after": "--to",
    "theta": "--theta",
    "image": "IMAGE",
}
_BLEND_OPTIONS = {"count": "--steps", "steps": "--painting-steps", "image": "A and B", "second": "B"}


def imagine(chosen: argparse.Namespace) -> int:
    """Generate images or drawings, save each when it is ready, draw images if asked, and print the result."""
    began = time.monotonic()
    strokes = in_strokes(chosen)
    what, sources, stem = _what(chosen, STROKES_THETA if strokes else THETA)
    try:
        request = ImagineRequest(
            what,
            count=chosen.count,
            model=chosen.model,
            seed=chosen.seed,
            steps=chosen.painting_steps,
            guidance=chosen.guidance,
            device=chosen.device,
            sources=sources,
        )
        if not strokes:
            require(choose(type(what), request.model))  # now, not after seconds of imports
    except UnfitError as error:
        option = option_of(error.field, chosen.command)
        raise BadInputError(f"{option}: {error}" if option else str(error)) from error
    except WeightsError as error:
        raise BadInputError(str(error)) from error
    if strokes:
        _check_folder(chosen.output)
        return draw_in_strokes(request, chosen, stem)
    check_sketching(chosen)
    _check_folder(chosen.output)
    with interruptible() as interrupt:
        try:
            made, status = _imagine(request, chosen.output, stem, interrupt)
            if chosen.sketch and not interrupt.asked:
                made, failures = sketch_all(made, chosen, interrupt)
                status = status or (EXIT_FAILED if failures else 0)
        except KeyboardInterrupt as stop:
            _leave(interrupt, stop)
    if made or not status:
        seconds = time.monotonic() - began
        say(*([_as_json(made, seconds)] if chosen.json else [line for one in made for line in one.lines()]))
    return interrupt.status if interrupt.asked else status


def _what(chosen: argparse.Namespace, theta: float) -> tuple[What, tuple[Source, ...], str]:
    """The task, its source images, and a stem for the file names; `theta` is the default. Raises BadInputError."""
    match chosen.command:
        case "vary":
            return Variation(_picture(chosen.image)), _sources(chosen.image), f"{stem_of(chosen.image.stem)}-variation"
        case "blend":
            name = f"{stem_of(chosen.first.stem)}-to-{stem_of(chosen.second.stem)}"
            blend = Blend(_picture(chosen.first), _picture(chosen.second))
            return blend, _sources(chosen.first, chosen.second), name
        case "steer":
            change = Change(
                _picture(chosen.image), chosen.before, chosen.after, theta if chosen.theta is None else chosen.theta
            )
            return change, _sources(chosen.image), f"{stem_of(chosen.image.stem)}-to-{stem_of(chosen.after)}"
    return Words(chosen.prompt, chosen.style), (), stem_of(chosen.prompt)


def option_of(field: str, command: str) -> str:
    """Return the option that sets a field of the request; empty where none does."""
    if command == "blend" and field in _BLEND_OPTIONS:
        return _BLEND_OPTIONS[field]
    return _OPTIONS.get(field, "")


def _picture(path: Path) -> NDArray[np.uint8]:
    """The pixels of a photo, or of a drawing on its sheet; raises BadInputError."""
    image = image_of(path)
    return square_picture(image) if isinstance(image, Drawing) else image


def _sources(*paths: Path) -> tuple[Source, ...]:
    return tuple(Source(path.name, sha256(path.read_bytes()).hexdigest(), facts_in(path)) for path in paths)


def _check_folder(folder: Path) -> None:
    """Raise BadInputError if images cannot be saved there; the folder is created with the first one."""
    try:
        there = next((path for path in (folder, *folder.absolute().parents) if path.exists()), folder)
    except OSError as error:
        raise BadInputError(f"{folder} cannot be made: {error.strerror}; choose another folder") from error
    if not there.is_dir():
        raise BadInputError(f"{there} is a file: name a folder for the pictures")
    if not os.access(there, os.W_OK | os.X_OK):
        raise BadInputError(f"nothing can be written in {there}: choose another folder for the pictures")


def _imagine(request: ImagineRequest, folder: Path, stem: str, interrupt: Interrupt) -> tuple[list[Made], int]:
    """Run the model, saving each image when it is ready; return the images and the exit status."""
    display = GenerationDisplay(sys.stderr)
    made: list[Made] = []
    error, status = "", 0
    try:
        from taureau.engine.runs.imagining import imagine as run_model  # brings torch, seconds of imports

        for event in run_model(request, lambda: interrupt.asked):
            display.show(event)
            match event:
                case ImageReady():
                    path = _saved(event, folder, stem)
                    made.append(Made(path, event.image, event.facts))
                    interrupt.something_to_keep = True
                case Agreed():
                    made[event.index] = replace(made[event.index], agreement=event.agreement)
                case Failed():
                    error = f"{event.error} {event.what_to_do}"
                    status = EXIT_BAD_INPUT if event.bad_input else EXIT_FAILED
    except DocumentError as failure:
        error, status = str(failure), EXIT_BAD_INPUT
    finally:
        display.close()
    if error:
        kept = f" {counted(len(made), 'picture')} made until then {'is' if len(made) == 1 else 'are'} kept."
        complain(f"{error}{kept if made else ''}")
    return made, status


def _saved(made: ImageReady, folder: Path, stem: str) -> Path:
    """Save an image, in another folder where this one has become impossible; raises DocumentError."""
    try:
        return save_new(made.image, folder, stem, made.facts)
    except DocumentError as error:
        for other in spare_folders():
            with contextlib.suppress(DocumentError):
                path = save_new(made.image, other, stem, made.facts)
                complain(f"{error} The picture is kept in {path}.")
                return path
        raise


def _leave(interrupt: Interrupt, stop: KeyboardInterrupt) -> NoReturn:
    """Exit at once: loading a model cannot be interrupted, and Python must not shut down during it."""
    kept = "what was made until then is kept" if interrupt.something_to_keep else "nothing was saved"
    complain(f"stopped; {kept}")
    os._exit(status_of(stop))


def _as_json(made: list[Made], seconds: float) -> str:
    """The result as JSON."""
    pictures = [
        {
            "picture": str(one.path),
            "drawing": None if one.drawing is None else str(one.drawing),
            **one.facts,
            "agreement": None if one.agreement is None else asdict(one.agreement),
        }
        for one in made
    ]
    return json_text({"pictures": pictures, "seconds": round(seconds, 3)})
