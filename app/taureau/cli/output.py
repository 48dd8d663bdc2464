"""Where a command writes its drawing: what stands in the way is said before any work."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from taureau.cli.commands import BadInputError


def check_output(output: Path, **sources: Path | None) -> None:
    """Say now, not after the work, that a drawing cannot be saved there, or would overwrite one of its `sources`.

    Each source is named by what it is, such as photo=…. Raises BadInputError.
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
