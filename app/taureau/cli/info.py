"""`taureau info DRAWING.svg`, or a generated image."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Mapping

from taureau.cli.errors import BadInputError
from taureau.cli.progress import counted
from taureau.document import MM_PER_PX, DocumentError, load_svg
from taureau.imagine.facts import command_of, lines_of
from taureau.imagine.picture_file import facts_in


def info(chosen: argparse.Namespace) -> int:
    """Print size, layers, strokes and facts of a drawing; of an image, its facts and how to make it again."""
    facts = facts_in(chosen.drawing)
    if facts:
        _say_of_picture(facts, as_json=chosen.json)
        return 0
    try:
        drawing = load_svg(chosen.drawing)
    except DocumentError as error:
        if chosen.drawing.suffix.lower() == ".png" and chosen.drawing.is_file():
            raise BadInputError(
                f"{chosen.drawing} does not record how Taureau generated it: choose a picture that does, or an SVG file"
            ) from error
        raise BadInputError(str(error)) from error
    if not drawing.stroke_count:
        print(f"taureau: no line could be read from {chosen.drawing}", file=sys.stderr)
    found = {
        "width_mm": round(drawing.width * MM_PER_PX, 3),
        "height_mm": round(drawing.height * MM_PER_PX, 3),
        "layers": [{"name": layer.name, "strokes": len(layer.strokes)} for layer in drawing.layers],
        "strokes": drawing.stroke_count,
        "facts": dict(drawing.facts),
    }
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    strokes, layers = counted(drawing.stroke_count, "stroke"), counted(len(drawing.layers), "layer")
    print(f"{strokes} in {layers}, {found['width_mm']} × {found['height_mm']} mm")
    for name, value in drawing.facts.items():
        print(f"{name}: {value}")
    return 0


def _say_of_picture(facts: Mapping[str, str], *, as_json: bool) -> None:
    command = command_of(facts)
    if as_json:
        print(json.dumps({"facts": facts, "again": command}, ensure_ascii=False))
        return
    print("\n".join(lines_of(facts)))
    if command is not None:
        print(f"again: taureau {shlex.join(command)}")
