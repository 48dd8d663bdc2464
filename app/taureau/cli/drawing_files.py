"""Drawings read from and written to files, with every failure as a BadInputError."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from taureau.cli.errors import BadInputError
from taureau.document import DocumentError, Drawing, Reference, read_svg, save_svg


def load_drawing(path: Path) -> tuple[Drawing, Reference | None]:
    """Return a drawing and the photo kept with it; raises BadInputError."""
    try:
        content = read_svg(path)
    except DocumentError as error:
        raise BadInputError(str(error)) from error
    return content.drawing, content.reference


def save_drawing(drawing: Drawing, output: Path, reference: Reference | None = None) -> None:
    """Write the SVG, with the photo if one is given; raises BadInputError."""
    try:
        save_svg(drawing, output, reference=reference)
    except DocumentError as error:
        raise BadInputError(str(error)) from error


def check_output(output: Path, **sources: Path | None) -> None:
    """Raise BadInputError before the work when a drawing cannot be saved there or would overwrite one of its sources.

    Each of the `sources` is named by what it is, such as photo=….
    """
    folder = output.parent
    if output.is_dir():
        raise BadInputError(f"{output} is a folder: name a file, such as {output / 'drawing.svg'}")
    for name, source in sources.items():
        if source is not None and output.exists() and source.exists() and output.samefile(source):
            raise BadInputError(f"the drawing would overwrite the {name}: choose another name for it")
    if output.suffix.lower() not in (".svg", ".svgz"):
        raise BadInputError(f"a drawing is saved as SVG, and {output} does not end with .svg: choose another name")
    if not folder.is_dir():
        raise BadInputError(f"there is no folder {folder}: make it, or choose another place for the drawing")
    try:
        if not output.exists():
            tempfile.TemporaryFile(dir=folder).close()
        elif not os.access(output, os.W_OK):
            raise PermissionError
    except OSError:
        raise BadInputError(f"{output} cannot be written: choose another place for the drawing") from None
