"""`taureau info DRAWING.svg`."""

from __future__ import annotations

import argparse
import json
import sys

from app.cli.commands import BadInputError
from app.cli.words import counted
from app.document import MM_PER_PX, DocumentError, load_svg


def info(chosen: argparse.Namespace) -> int:
    """Print size, layers, strokes and facts of a drawing."""
    try:
        drawing = load_svg(chosen.drawing)
    except DocumentError as error:
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
