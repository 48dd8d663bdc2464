"""`taureau info DRAWING.svg`, or a generated image."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping

from taureau.cli.drawing_files import read_drawing
from taureau.cli.errors import BadInputError
from taureau.cli.output import answer, complain, json_text
from taureau.cli.progress import counted
from taureau.document import MM_PER_PX
from taureau.imagine.facts import command_of, lines_of
from taureau.imagine.picture_file import facts_in


def info(chosen: argparse.Namespace) -> int:
    """Print size, layers, strokes and facts of a drawing; of an image, its facts and how to make it again."""
    facts = facts_in(chosen.drawing)
    if facts:
        _say_of_picture(facts, as_json=chosen.json)
        return 0
    try:
        content = read_drawing(chosen.drawing)
    except BadInputError as error:
        if chosen.drawing.suffix.lower() == ".png" and chosen.drawing.is_file():
            raise BadInputError(
                f"{chosen.drawing} does not record how Taureau generated it: choose a picture that does, or an SVG file"
            ) from error
        raise
    drawing = content.drawing
    if not drawing.stroke_count:
        complain(f"no line could be read from {chosen.drawing}")
    found = {
        "width_mm": round(drawing.width * MM_PER_PX, 3),
        "height_mm": round(drawing.height * MM_PER_PX, 3),
        "layers": [{"name": layer.name, "strokes": len(layer.strokes)} for layer in drawing.layers],
        "strokes": drawing.line_count,
        "facts": dict(drawing.facts),
        "left_out": list(content.left_out),
    }
    if chosen.json:
        answer(json_text(found))
        return 0
    strokes, layers = counted(drawing.line_count, "stroke"), counted(len(drawing.layers), "layer")
    beneath = drawing.stroke_count - drawing.line_count  # areas and tone
    if beneath:
        strokes = f"{strokes} and {beneath} beneath them"
    answer(
        f"{strokes} in {layers}, {found['width_mm']} × {found['height_mm']} mm",
        *(f"{name}: {value}" for name, value in drawing.facts.items()),
    )
    return 0


def _say_of_picture(facts: Mapping[str, str], *, as_json: bool) -> None:
    command = command_of(facts)
    if as_json:
        answer(json_text({"facts": facts, "again": command}))
        return
    answer(*lines_of(facts), *([] if command is None else [f"again: taureau {shlex.join(command)}"]))
