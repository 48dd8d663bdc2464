"""`taureau_sketch PHOTO`: draws a photo, or a sentence, into vpype's document, a layer for each pen."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import click
import numpy as np
import vpype
from vpype_cli import LengthType, global_processor

from taureau.document import Drawing
from taureau.vpype_plugin.errors import BadInput
from taureau.vpype_plugin.options import TaureauCommand, chosen_options, sketch_options

log = logging.getLogger(__name__)
_WITHOUT_PHOTO = "-"


@click.command("taureau_sketch", cls=TaureauCommand, params=sketch_options())
@click.option(
    "-q",
    "--quantization",
    type=LengthType(),
    default="0.05mm",
    help="by which lines may differ from curves (default: 0.05mm)",
)
@click.argument("photo")
@global_processor
def taureau_sketch(document: vpype.Document, photo: str, quantization: float, **given: Any) -> vpype.Document:
    """Draw PHOTO in few strokes, or, where PHOTO is -, the sentence of --prompt alone.

    Each pen, a colour and a width, becomes a new layer with its colour, pen width and name. Without
    --size-mm the drawing has the photo's pixels at 96 to the inch.
    """
    from taureau.cli.errors import BadInputError
    from taureau.cli.sketch import job_from

    if not quantization > 0:
        raise BadInput("--quantization must be more than 0")
    chosen = chosen_options(given)
    chosen.photo = None if photo == _WITHOUT_PHOTO else Path(photo)
    try:
        drawing = _drawn(job_from(chosen))
    except BadInputError as error:
        raise BadInput(str(error)) from error
    _add(drawing, document, quantization)
    document.extend_page_size((drawing.width, drawing.height))
    return document


def _drawn(job: Any) -> Drawing:
    """Return what a job draws; raises BadInput, and ClickException where drawing fails."""
    from taureau.engine import Failed, Finished, StageChanged
    from taureau.jobs.job import draw

    for event in draw(job):
        if isinstance(event, StageChanged):
            log.info(event.stage)
        elif isinstance(event, Finished):
            return event.drawing
        elif isinstance(event, Failed):
            failure = BadInput if event.bad_input else click.ClickException
            raise failure(f"{event.error} {event.what_to_do}".strip())
    raise RuntimeError("the engine ended without a last event")


def _add(drawing: Drawing, document: vpype.Document, quantization: float) -> None:
    """Add a layer for each pen of a drawing; px are 1/96 inch in both programs."""
    from taureau.export.machines.pen_paths import polyline
    from taureau.export.plotter import by_pen, is_silent, middle_lines, without_areas, without_unseen

    for layer in by_pen(middle_lines(without_areas(without_unseen(drawing)))).layers:
        if is_silent(layer) or not layer.strokes:
            continue
        lines = [polyline(stroke.curve, quantization) @ np.array([1, 1j]) for stroke in layer.strokes]
        number = document.free_id()
        document.add(vpype.LineCollection(lines), number)
        added = document.layers[number]
        added.set_property(vpype.METADATA_FIELD_COLOR, vpype.Color(layer.strokes[0].color))
        added.set_property(vpype.METADATA_FIELD_PEN_WIDTH, layer.strokes[0].width)
        added.set_property(vpype.METADATA_FIELD_NAME, layer.name)
