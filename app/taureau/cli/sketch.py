"""`taureau sketch [PHOTO] [--prompt SENTENCE] -o OUT.svg`."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from taureau.api import same_proportions, stream
from taureau.cli.drawing_files import check_output, load_drawing, save_drawn
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, BadInputError
from taureau.cli.interrupt import Interrupt, interruptible
from taureau.cli.output import complain, json_text, say
from taureau.cli.progress import SketchDisplay, counted
from taureau.document import MM_PER_PX, Drawing
from taureau.engine import Failed, Finished, NotLearnt, Progress, Report, SketchRequest
from taureau.errors import TaureauError
from taureau.jobs.gallery import keep_run
from taureau.jobs.job import Job
from taureau.jobs.settings import JobSettings, SettingError
from taureau.photo import Photo


def sketch(chosen: argparse.Namespace) -> int:
    """Draw the photo or the prompt, show the progress, save the drawing, print the summary."""
    began = time.monotonic()
    with interruptible() as interrupt:
        check_output(chosen.output, photo=chosen.photo)
        job = job_from(chosen)
        request = request_from(job, chosen)
        last, drawing = draw(request, interrupt)
        if drawing is not None:
            drawing = save(job, drawing, request, chosen)
        if chosen.gallery and not (isinstance(last, Failed) and last.bad_input):
            seconds = time.monotonic() - began
            problem = keep_run(job, last, drawing, origin="sketch", seconds=seconds, pixels=request.photo)
            if problem:
                complain(problem)
    if isinstance(last, Failed):
        kept = f" What was drawn until then is in {chosen.output}." if drawing is not None else ""
        advice = "Add --force to draw it all the same." if isinstance(last, NotLearnt) else last.what_to_do
        complain(f"{last.error} {advice}{kept}")
        return EXIT_BAD_INPUT if last.bad_input else EXIT_FAILED
    seconds = time.monotonic() - began
    said = (
        as_json(last, request, chosen, seconds)
        if chosen.json
        else summary(last.report, last.drawing, chosen, seconds, None if chosen.pen_downs is None else drawing)
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


def save(job: Job, drawing: Drawing, request: SketchRequest, chosen: argparse.Namespace) -> Drawing:
    """Write the drawing with its tone and colours, and return it so; raises BadInputError, NotSavedError."""
    try:
        finished = job.finished(drawing, request)
    except (TaureauError, ValueError) as error:
        raise BadInputError(str(error)) from error
    save_drawn(finished, chosen.output)
    return finished


def job_from(chosen: argparse.Namespace) -> Job:
    """Return the job for the chosen options; raises BadInputError."""
    if chosen.freeze and chosen.onto is None:
        raise BadInputError("--freeze holds the strokes of --onto: name that drawing, or leave --freeze out")
    if chosen.photo is None and chosen.onto is not None:
        raise BadInputError("--onto is for a photo: name one, or leave the option out")
    try:
        return Job(chosen.photo, chosen.prompt, JobSettings(**settings_in(chosen)))
    except SettingError as error:
        raise BadInputError(error.as_options) from error


def settings_in(chosen: argparse.Namespace) -> dict[str, Any]:
    """Return the options that are settings of a job, by their names; an option without a value is None."""
    given = {one.name: getattr(chosen, one.name) for one in fields(JobSettings)}
    given["strokes"] = None if chosen.strokes is None else chosen.strokes.setting
    given["colors"] = None if chosen.colors is None else pens_of(chosen.colors)
    return given


def request_from(job: Job, chosen: argparse.Namespace) -> SketchRequest:
    """Return the request of a job, which may continue a drawing; raises BadInputError."""
    drawing = None if chosen.onto is None else load_drawing(chosen.onto)[0]
    try:
        return job.request(drawing=drawing, freeze=chosen.freeze)
    except SettingError as error:
        raise BadInputError(error.as_options) from error
    except (TaureauError, ValueError) as error:
        raise BadInputError(str(error)) from error


def pens_of(text: str) -> int | tuple[str, ...]:
    """Return the number of pens, or the colours of pens, of --colors, which the settings check.

    Colours are hexadecimal, or names of CSS such as black.
    """
    text = text.strip().lower()
    return int(text) if text.isascii() and text.isdigit() else tuple(map(_hex_of, text.split(",")))


def _hex_of(pen: str) -> str:
    """Return a colour as "#rrggbb"; itself where it is none, for the settings to refuse."""
    from taureau.document.svg.color import color_of  # imports the CSS parser

    color = color_of(pen.strip())
    return pen.strip() if color is None or color.alpha < 1 else color.hex


def check_same_shape(drawing: Drawing, path: Path, photo: Photo) -> None:
    """Raise BadInputError for a photo that a drawing cannot have been made from."""
    if not same_proportions(drawing, photo):
        raise BadInputError(f"{path} does not have the proportions of {photo.name}: choose the photo it was drawn from")


def summary(
    report: Report, drawing: Drawing, chosen: argparse.Namespace, seconds: float, joined: Drawing | None
) -> str:
    """One line: strokes, the lines that they were joined into, time, and whether the run was stopped."""
    kept = "stopped; the best drawing so far is kept: " if report.stopped else ""
    strokes = counted(drawing.line_count, "stroke")
    if joined is not None:
        strokes = f"{strokes} as {counted(joined.line_count, 'line')}"
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
