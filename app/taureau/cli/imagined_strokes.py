"""`vary`, `blend` and `steer` in strokes: drawings by the decoder that ships, without a download."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from taureau.cli.drawing_files import save_drawn
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, BadInputError
from taureau.cli.interrupt import Interrupt, interruptible
from taureau.cli.output import complain, json_text, say
from taureau.cli.progress import GenerationDisplay, counted
from taureau.document import DocumentError, Drawing
from taureau.engine.request import MAX_STROKES
from taureau.events import Failed
from taureau.imagine import DrawingReady, ImagineRequest, Words
from taureau.imagine.choice import choose
from taureau.imagine.facts import VERBS
from taureau.imagine.picture_file import new_file
from taureau.weights import WeightsError, has_stroke_prior


def in_strokes(chosen: argparse.Namespace) -> bool:
    """Return whether strokes are asked for, or all there is: no option and no model is here that makes pixels.

    Raises BadInputError for options that strokes do not have, or a damaged catalogue.
    """
    what = next(kind for kind, verb in VERBS.items() if verb == chosen.command)
    if what is Words:
        return False
    given = {
        "--model": chosen.model,
        "--painting-steps": chosen.painting_steps,
        "--guidance": chosen.guidance,
        "--sketch": chosen.sketch,
        "--preset": chosen.preset,
        "--device cuda": chosen.device == "cuda",
    }
    for_pixels = [option for option, value in given.items() if value]
    if chosen.medium == "strokes" and for_pixels:
        raise BadInputError(f"{for_pixels[0]} is for pictures of pixels: leave it out, or give --in pixels")
    if chosen.medium is not None or for_pixels:
        return bool(chosen.medium == "strokes")
    try:
        return has_stroke_prior() and bool(choose(what).missing)
    except WeightsError as error:
        raise BadInputError(str(error)) from error


def draw_in_strokes(request: ImagineRequest, chosen: argparse.Namespace, stem: str) -> int:
    """Draw, save each drawing as an SVG when it is ready, and print the result; raises BadInputError."""
    began = time.monotonic()
    most = None if chosen.strokes is None else chosen.strokes.most
    if most is not None and not 1 <= most <= MAX_STROKES:
        raise BadInputError(f"--strokes must be from 1 to {MAX_STROKES}, not {most}")
    request = replace(request, strokes=most)
    with interruptible() as interrupt:
        made, status = _drawn(request, chosen.output, stem, interrupt)
    if made or not status:
        seconds = time.monotonic() - began
        say(*([_as_json(made, seconds)] if chosen.json else [_line(path, drawing) for path, drawing in made]))
    return interrupt.status if interrupt.asked else status


def _drawn(
    request: ImagineRequest, folder: Path, stem: str, interrupt: Interrupt
) -> tuple[list[tuple[Path, Drawing]], int]:
    """Return the saved drawings and the exit status."""
    from taureau.engine.runs.stroke_unclip import draw  # brings torch, seconds of imports

    display = GenerationDisplay(sys.stderr)
    made: list[tuple[Path, Drawing]] = []
    try:
        for event in draw(request, lambda: interrupt.asked):
            display.show(event)
            match event:
                case DrawingReady():
                    path = new_file(folder, stem, ".svg")
                    save_drawn(event.drawing, path)
                    made.append((path, event.drawing))
                    interrupt.something_to_keep = True
                case Failed():
                    complain(f"{event.error} {event.what_to_do}")
                    return made, EXIT_BAD_INPUT if event.bad_input else EXIT_FAILED
    except DocumentError as error:
        raise BadInputError(str(error)) from error
    finally:
        display.close()
    return made, 0


def _line(path: Path, drawing: Drawing) -> str:
    """Say what was drawn, and what the picture was taken for."""
    facts = drawing.facts
    return f"{path}: {counted(drawing.stroke_count, 'stroke')}, seed {facts['seed']}, taken for: {facts['shows']}"


def _as_json(made: list[tuple[Path, Drawing]], seconds: float) -> str:
    drawings = [{"drawing": str(path), "count": drawing.stroke_count, **drawing.facts} for path, drawing in made]
    return json_text({"drawings": drawings, "seconds": round(seconds, 3)})
