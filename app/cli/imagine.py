"""`taureau imagine PROMPT`, `vary IMAGE`, `blend A B` and `steer IMAGE --from … --to …`, each with `-o FOLDER`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from textwrap import indent

import numpy as np
from numpy.typing import NDArray

from app.cli.classify import image_of
from app.cli.commands import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_INTERRUPTED, BadInputError
from app.cli.drawings import save_drawing
from app.cli.imagine_options import option_of
from app.cli.imagining_progress import ImaginingDisplay
from app.cli.sketch import Interrupt, draw, interruptible
from app.cli.words import counted
from app.document import DocumentError, Drawing
from app.engine import Failed as FailedSketch
from app.engine import SketchRequest
from app.engine.presets import default_preset
from app.imagine import (
    Agreed,
    Agreement,
    Blend,
    Change,
    Failed,
    Finished,
    ImageReady,
    ImagineRequest,
    Variation,
    What,
    Words,
)
from app.imagine.choice import choose, require
from app.imagine.picture_file import free_name, save_picture, stem_of
from app.imagine.request import UnfitError
from app.weights import WeightsError

Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class _Made:
    """A picture that lies in the folder."""

    path: Path
    image: Picture
    facts: Mapping[str, str]
    agreement: Agreement | None = None
    drawing: Path | None = None

    def __str__(self) -> str:
        shows = f"\n{indent(str(self.agreement), '    ')}" if self.agreement else ""
        drawn = f", drawn in {self.drawing}" if self.drawing else ""
        return f"{self.path}: seed {self.facts['seed']}{drawn}{shows}"


def imagine(chosen: argparse.Namespace) -> int:
    """Make the pictures, save each as it comes, draw them if asked, say what was made."""
    began = time.monotonic()
    what, stem = _what(chosen)
    try:
        request = ImagineRequest(
            what,
            count=chosen.count,
            model=chosen.model,
            seed=chosen.seed,
            steps=chosen.painting_steps,
            guidance=chosen.guidance,
            device=chosen.device,
        )
        require(choose(type(what), request.model))  # now, not after seconds of imports
    except UnfitError as error:
        option = option_of(error.field, chosen.verb)
        raise BadInputError(f"{option}: {error}" if option else str(error)) from error
    except WeightsError as error:
        raise BadInputError(str(error)) from error
    _make_folder(chosen.output)
    with interruptible() as interrupt:
        made, last = _imagine(request, chosen.output, stem, interrupt)
        if isinstance(last, Failed):
            kept = f" {counted(len(made), 'picture')} made until then {'is' if len(made) == 1 else 'are'} kept."
            print(f"taureau: {last.error} {last.what_to_do}{kept if made else ''}", file=sys.stderr)
            return EXIT_BAD_INPUT if last.bad_input else EXIT_FAILED
        drawn = _draw_all(made, request, interrupt) if chosen.sketch and not last.stopped else made
    if drawn is None:
        return EXIT_FAILED
    seconds = time.monotonic() - began
    print(_as_json(drawn, seconds) if chosen.json else "\n".join(map(str, drawn)))
    return EXIT_INTERRUPTED if interrupt.asked else 0


def _what(chosen: argparse.Namespace) -> tuple[What, str]:
    """What is to be imagined, and a name for the files; raises BadInputError."""
    match chosen.verb:
        case "vary":
            return Variation(_picture(chosen.image)), f"{stem_of(chosen.image.stem)}-variation"
        case "blend":
            names = f"{stem_of(chosen.first.stem)}-to-{stem_of(chosen.second.stem)}"
            return Blend(_picture(chosen.first), _picture(chosen.second)), names
        case "steer":
            change = Change(_picture(chosen.image), chosen.before, chosen.after, chosen.theta)
            return change, f"{stem_of(chosen.image.stem)}-to-{stem_of(chosen.after)}"
    return Words(chosen.prompt, chosen.style), stem_of(chosen.prompt)


def _picture(path: Path) -> Picture:
    """The pixels of a photo, or of a drawing on its sheet; raises BadInputError."""
    image = image_of(path)
    if isinstance(image, Drawing):
        from app.engine.imagining import picture_of

        return picture_of(image)
    return image


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise BadInputError(f"{folder} is a file: name a folder for the pictures") from None
    except OSError as error:
        raise BadInputError(f"{folder} cannot be made: {error.strerror}; choose another folder") from error


def _imagine(
    request: ImagineRequest, folder: Path, stem: str, interrupt: Interrupt
) -> tuple[list[_Made], Finished | Failed]:
    """Run the model to its end, saving each picture as it comes; raises BadInputError where one cannot be saved."""
    display = ImaginingDisplay(sys.stderr)
    made: list[_Made] = []
    try:
        from app.engine.imagining import imagine as run_model  # brings torch, seconds of imports

        for event in run_model(request, lambda: interrupt.asked):
            display.show(event)
            match event:
                case ImageReady():
                    path = free_name(folder, stem)  # only now, for another run may write there meanwhile
                    save_picture(event.image, path, event.facts)
                    made.append(_Made(path, event.image, event.facts))
                    interrupt.something_to_keep = True
                case Agreed():
                    made[event.index] = replace(made[event.index], agreement=event.agreement)
                case Finished() | Failed():
                    return made, event
    except DocumentError as error:
        raise BadInputError(str(error)) from error
    finally:
        display.close()
    raise RuntimeError("the model ended without a word")


def _draw_all(made: list[_Made], request: ImagineRequest, interrupt: Interrupt) -> list[_Made] | None:
    """Each picture drawn into an SVG beside it; None where drawing failed, which was then said."""
    drawn = []
    for picture in made:
        if interrupt.asked:
            drawn.append(picture)
            continue
        height, width = picture.image.shape[:2]
        asked = SketchRequest(
            photo=picture.image,
            width=width,
            height=height,
            preset=default_preset(),
            seed=request.seed,
            device=request.device,
            name=picture.path.name,
        )
        last, drawing = draw(asked, interrupt)
        if drawing is not None:
            save_drawing(drawing, picture.path.with_suffix(".svg"))
        if isinstance(last, FailedSketch):
            print(f"taureau: {picture.path}: {last.error} {last.what_to_do} The pictures are kept.", file=sys.stderr)
            return None
        drawn.append(replace(picture, drawing=picture.path.with_suffix(".svg")))
    return drawn


def _as_json(made: list[_Made], seconds: float) -> str:
    """What was made, for programs."""
    pictures = [
        {
            "picture": str(one.path),
            "drawing": None if one.drawing is None else str(one.drawing),
            **one.facts,
            "agreement": None if one.agreement is None else asdict(one.agreement),
        }
        for one in made
    ]
    return json.dumps({"pictures": pictures, "seconds": round(seconds, 3)}, ensure_ascii=False)
