"""Drawings from files and into them, with the photo that a saved drawing may keep."""

from __future__ import annotations

from pathlib import Path

from taureau.cli.commands import BadInputError
from taureau.document import DocumentError, Drawing, Reference, read_svg, save_svg


def load_drawing(path: Path) -> tuple[Drawing, Reference | None]:
    """A drawing and the photo kept with it; raises BadInputError."""
    try:
        content = read_svg(path)
    except DocumentError as error:
        raise BadInputError(str(error)) from error
    return content.drawing, content.reference


def save_drawing(drawing: Drawing, output: Path, reference: Reference | None = None) -> None:
    """Write the SVG, and the photo with it where one is given; raises BadInputError."""
    try:
        save_svg(drawing, output, reference=reference)
    except DocumentError as error:
        raise BadInputError(str(error)) from error
