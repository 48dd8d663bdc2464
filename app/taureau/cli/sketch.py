"""`taureau sketch [PHOTO] [--prompt SENTENCE] -o OUT.svg`."""

from __future__ import annotations

import argparse
import re
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

from taureau.api import same_proportions, sketch_request, stream
from taureau.cli.drawing_files import check_output, load_drawing, save_drawn
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, BadInputError
from taureau.cli.interrupt import Interrupt, interruptible
from taureau.cli.output import complain, json_text, say
from taureau.cli.progress import SketchDisplay, counted
from taureau.document import MM_PER_PX, DocumentError, Drawing, scaled_to_mm
from taureau.engine import Failed, Finished, NotLearnt, Progress, Report, SketchRequest
from taureau.engine.coloring.limits import MAX_AREAS, MAX_PENS
from taureau.engine.masks import MASKS
from taureau.engine.presets import AUTO_DETAIL
from taureau.engine.request import PROMPT_SHEET
from taureau.engine.tone.limits import MAX_LEVELS
from taureau.photo import Photo, PhotoError, load_photo
from taureau.weights import WeightsError


def sketch(chosen: argparse.Namespace) -> int:
    """Draw the photo or the prompt, show the progress, save the drawing, print the summary."""
    began = time.monotonic()
    with interruptible() as interrupt:
        check_output(chosen.output, photo=chosen.photo)
        request = request_from(chosen)
        pens = pens_of(chosen)
        tone_spacing(chosen, max(request.width, request.height))  # so that a bad one is said before the run
        last, drawing = draw(request, interrupt)
        if drawing is not None:
            save(finished_with(drawing, request, chosen, pens), chosen)
    if isinstance(last, Failed):
        kept = f" What was drawn until then is in {chosen.output}." if drawing is not None else ""
        advice = "Add --force to draw it all the same." if isinstance(last, NotLearnt) else last.what_to_do
        complain(f"{last.error} {advice}{kept}")
        return EXIT_BAD_INPUT if last.bad_input else EXIT_FAILED
    seconds = time.monotonic() - began
    said = (
        as_json(last, request, chosen, seconds) if chosen.json else summary(last.report, last.drawing, chosen, seconds)
    )
    say(said)
    return interrupt.status if last.report.stopped else 0


def draw(request: SketchRequest, interrupt: Interrupt) -> tuple[Finished | Failed, Drawing | None]:
    """Run the engine, showing its events; return its last event and the last drawing, if there was one."""
    display = SketchDisplay(sys.stderr)
    drawing: Drawing | None = None
    try:
        for event in stream(request, lambda: interrupt.asked):
            display.show(event)
            if isinstance(event, (Progress, Finished)):
                drawing = event.drawing
                interrupt.something_to_keep = True
            if isinstance(event, (Finished, Failed)):
                return event, drawing
    finally:
        display.close()
    raise RuntimeError("the engine ended without a last event")


def finished_with(
    drawing: Drawing, request: SketchRequest, chosen: argparse.Namespace, pens: int | tuple[str, ...] | None
) -> Drawing:
    """Return the drawing with the tone and the colours of its photo that were asked for."""
    if chosen.tone is not None:
        from taureau.engine.tone.photo_tone import with_photo_tone  # imports OpenCV

        spacing = tone_spacing(chosen, max(request.width, request.height))
        drawing = with_photo_tone(drawing, request, chosen.tone, levels=chosen.tone_levels, spacing=spacing)
    if pens is not None or chosen.areas:
        from taureau.engine.coloring.photo_colors import in_photo_colors  # imports OpenCV

        drawing = in_photo_colors(drawing, request, pens=pens, areas=chosen.areas)
    return drawing


def tone_spacing(chosen: argparse.Namespace, longer: float) -> float | None:
    """Return the distance between lines of tone, px, None for the default; raises BadInputError."""
    if chosen.tone is None and chosen.tone_spacing is not None:
        raise BadInputError("--tone-spacing is the distance of the lines of --tone: give both, or leave it out")
    if chosen.tone is not None and chosen.photo is None:
        raise BadInputError("--tone shades what a photo shows: name one, or leave the option out")
    if not 1 <= chosen.tone_levels <= MAX_LEVELS:
        raise BadInputError(f"--tone-levels must be from 1 to {MAX_LEVELS}, not {chosen.tone_levels}")
    if chosen.tone_spacing is None:
        return None
    spacing = pen_width(chosen.tone_spacing, longer, chosen.size_mm, option="--tone-spacing")
    if not 0 < spacing <= longer:
        raise BadInputError(f"--tone-spacing must be more than 0 and less than the sheet, not {chosen.tone_spacing}")
    return spacing


def save(drawing: Drawing, chosen: argparse.Namespace) -> None:
    """Write the SVG at the size asked for; raises BadInputError, NotSavedError."""
    try:
        sized = drawing if chosen.size_mm is None else scaled_to_mm(drawing, chosen.size_mm)
    except DocumentError as error:
        raise BadInputError(str(error)) from error
    save_drawn(sized, chosen.output)


def request_from(chosen: argparse.Namespace) -> SketchRequest:
    """Return the request for the chosen options; raises BadInputError."""
    if chosen.size_mm is not None and not 0 < chosen.size_mm <= 100_000:
        raise BadInputError(f"--size-mm must be more than 0 and at most 100000, not {chosen.size_mm:g}")
    if chosen.freeze and chosen.onto is None:
        raise BadInputError("--freeze holds the strokes of --onto: name that drawing, or leave --freeze out")
    if chosen.detail is not None and not chosen.strokes.auto:
        raise BadInputError("--detail sets where --strokes auto stops: give both, or leave --detail out")
    if chosen.detail is not None and not 0 <= chosen.detail <= 100:
        raise BadInputError(f"--detail must be from 0 (a hint) to 100 (everything), not {chosen.detail:g}")
    if chosen.photo is None and not chosen.prompt:
        raise BadInputError("there is nothing to draw: name a photo, or give a --prompt")
    try:
        photo = None if chosen.photo is None else load_photo(chosen.photo)
        if photo is None:
            check_without_photo(chosen)
        longer = PROMPT_SHEET if photo is None else max(photo.width, photo.height)
        return sketch_request(
            photo,
            prompt=chosen.prompt,
            prompt_weight=chosen.prompt_weight,
            strokes=chosen.strokes.most,
            detail=detail_of(chosen),
            preset=chosen.preset or "auto",
            mask=chosen.mask,
            mode=chosen.mode,
            drawing=None if photo is None or chosen.onto is None else drawing_of(chosen.onto, photo),
            freeze=chosen.freeze,
            stroke_width=None if chosen.width is None else pen_width(chosen.width, longer, chosen.size_mm),
            pen=chosen.pen,
            encoder=chosen.encoder,
            seed=chosen.seed,
            seeds=chosen.seeds,
            like=chosen.like,
            start=chosen.start,
            device=chosen.device,
            rasterizer=chosen.rasterizer,
            force=chosen.force,
        )
    except (PhotoError, WeightsError, ValueError) as error:
        raise BadInputError(str(error)) from error


def check_without_photo(chosen: argparse.Namespace) -> None:
    """Raise BadInputError for an option that has no meaning for a prompt alone."""
    for option, given in (
        ("--onto", chosen.onto is not None),
        ("--mask", chosen.mask not in MASKS),
        ("--mode", chosen.mode != "auto"),
    ):
        if given:
            raise BadInputError(f"{option} is for a photo: name one, or leave the option out")


def pens_of(chosen: argparse.Namespace) -> int | tuple[str, ...] | None:
    """Return the number of pens, or the colours of pens, of --colors; raises BadInputError, for --areas too."""
    if not 0 <= chosen.areas <= MAX_AREAS:
        raise BadInputError(f"--areas must be from 0 to {MAX_AREAS}, not {chosen.areas}")
    if chosen.photo is None and (chosen.colors is not None or chosen.areas):
        option = "--areas" if chosen.areas else "--colors"
        raise BadInputError(f"{option} takes colours from a photo: name one, or leave the option out")
    if chosen.colors is None:
        return None
    text = chosen.colors.strip().lower()
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_PENS:
        return int(text)
    pens = tuple(pen.strip() for pen in text.split(","))
    if not all(re.fullmatch("#[0-9a-f]{6}", pen) for pen in pens):
        raise BadInputError(
            f"--colors must be a number of pens from 1 to {MAX_PENS} or their colours, such as #141414,#b0432a, "
            f"not {chosen.colors!r}"
        )
    return pens


def detail_of(chosen: argparse.Namespace) -> float | None:
    """Return where `--strokes auto` stops, 0 … 1; None where the number of strokes is given."""
    if not chosen.strokes.auto:
        return None
    return AUTO_DETAIL if chosen.detail is None else float(chosen.detail) / 100


def drawing_of(path: Path, photo: Photo) -> Drawing:
    """Return the drawing in a file; raises BadInputError when it is not of this photo's proportions."""
    drawing, _ = load_drawing(path)
    check_same_shape(drawing, path, photo)
    return drawing


def check_same_shape(drawing: Drawing, path: Path, photo: Photo) -> None:
    """Raise BadInputError for a photo that a drawing cannot have been made from."""
    if not same_proportions(drawing, photo):
        raise BadInputError(f"{path} does not have the proportions of {photo.name}: choose the photo it was drawn from")


def pen_width(text: str, longer: float, size_mm: float | None, *, option: str = "--width") -> float:
    """A width as given ("3", "3px", "1.2%", "0.5mm") in px, `longer` being the sheet's longer side in px.

    Raises BadInputError.
    """
    units = {"px": 1.0, "%": longer / 100, "mm": longer / size_mm if size_mm else 1 / MM_PER_PX, "": 1.0}
    text = text.strip().lower()
    unit = next(unit for unit in units if text.endswith(unit))
    try:
        return float(text.removesuffix(unit)) * units[unit]
    except ValueError:
        raise BadInputError(
            f"{option} must be a number with px, % or mm behind it, such as 1.2%, not {text!r}"
        ) from None


def summary(report: Report, drawing: Drawing, chosen: argparse.Namespace, seconds: float) -> str:
    """One line: strokes, time, and whether the run was stopped."""
    kept = "stopped; the best drawing so far is kept: " if report.stopped else ""
    strokes = counted(drawing.line_count, "stroke")
    return f"{kept}{chosen.output}: {strokes} in {seconds:.1f} s"


def as_json(finished: Finished, request: SketchRequest, chosen: argparse.Namespace, seconds: float) -> str:
    """The summary as JSON, with how well the bundled CLIP recognises the drawing, unless it was stopped."""
    from taureau.engine.runs.recognition import recognise  # imports torch, which takes seconds

    report, drawing = finished.report, finished.drawing
    drawn = replace(request, prompt=drawing.facts.get("prompt", ""))  # not as it was typed
    recognised = None if report.stopped else recognise(drawing, drawn)
    to_mm = MM_PER_PX if chosen.size_mm is None else chosen.size_mm / max(drawing.width, drawing.height)
    return json_text(
        {
            "output": str(chosen.output),
            "strokes": report.strokes,
            "seconds": round(seconds, 3),
            "device": report.device,
            "encoder": report.encoder,
            "seed": report.seed,
            "start_loss": report.start_loss,
            "final_loss": report.final_loss,
            "stopped": report.stopped,
            "recognised": None if recognised is None else asdict(recognised),
            "width_mm": round(drawing.width * to_mm, 3),
            "height_mm": round(drawing.height * to_mm, 3),
        }
    )
