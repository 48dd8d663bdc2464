"""Drawings read from and written to files, with every failure as a BadInputError."""

from __future__ import annotations

import contextlib
import os
import tempfile
from itertools import count
from pathlib import Path

from taureau.cli.errors import BadInputError, NotSavedError
from taureau.cli.output import complain
from taureau.document import DocumentError, Drawing, Reference, SvgContent, read_svg, save_svg


def load_drawing(path: Path, *, areas: bool = False) -> tuple[Drawing, Reference | None]:
    """Return a drawing, with what is filled in it if `areas`, and the photo kept with it; raises BadInputError.

    What was left out is said.
    """
    content = read_drawing(path, areas=areas)
    return content.drawing, content.reference


def read_drawing(path: Path, *, areas: bool = False) -> SvgContent:
    """Return the content of an SVG, and say what was left out; raises BadInputError."""
    try:
        content = read_svg(path, areas=areas)
    except DocumentError as error:
        raise BadInputError(str(error)) from error
    if content.left_out:
        what = "lines and areas" if areas else "lines"
        complain(f"only the {what} of {path.name} were read: it also holds {content.left_out_in_words}")
    return content


def save_drawing(drawing: Drawing, output: Path, reference: Reference | None = None) -> None:
    """Write the SVG, with the photo if one is given; raises BadInputError."""
    try:
        save_svg(drawing, output, reference=reference)
    except DocumentError as error:
        raise BadInputError(str(error)) from error


def save_drawn(drawing: Drawing, output: Path) -> None:
    """Write the SVG of a drawing that took a run to make; raises NotSavedError where that is impossible by now.

    The drawing is then kept in another folder that has room for it, if there is one, and the error names it.
    """
    try:
        save_svg(drawing, output)
    except DocumentError as error:
        kept = _keep_elsewhere(drawing, output)
        rescued = "The drawing is lost." if kept is None else f"The drawing is kept in {kept}."
        raise NotSavedError(f"{error} {rescued}") from error


def spare_folders() -> list[Path]:
    """Return folders in which to keep what cannot be saved where it belongs: home, temporary, current."""
    return [Path(os.path.expanduser("~")), Path(tempfile.gettempdir()), Path.cwd()]


def check_output(output: Path, **sources: Path | None) -> None:
    """Raise BadInputError before the work when a drawing cannot be saved there or would overwrite one of its sources.

    Each of the `sources` is named by what it is, such as photo=….
    """
    if output.is_dir():
        raise BadInputError(f"{output} is a folder: name a file, such as {output / 'drawing.svg'}")
    for name, source in sources.items():
        if source is not None and is_same_file(output, source):
            raise BadInputError(f"the drawing would overwrite the {name}: choose another name for it")
    if output.suffix.lower() not in (".svg", ".svgz"):
        raise BadInputError(f"a drawing is saved as SVG, and {output} does not end with .svg: choose another name")
    check_writable(output, "drawing")


def check_writable(output: Path, what: str) -> None:
    """Raise BadInputError, before the work, where `what` is made cannot be written."""
    if not output.parent.is_dir():
        raise BadInputError(f"there is no folder {output.parent}: make it, or choose another place for the {what}")
    try:
        target = Path(os.path.realpath(output))
        if not _exists(target):
            tempfile.TemporaryFile(dir=target.parent).close()
        elif not target.is_file():
            raise OSError(0, "it is not a file")
        elif not os.access(target, os.W_OK):
            raise PermissionError(0, "it is write-protected")
    except OSError as error:
        raise BadInputError(
            f"{output} cannot be written: {error.strerror}; choose another place for the {what}"
        ) from None


def is_same_file(path: Path, other: Path) -> bool:
    """Return whether two paths lead to one existing file."""
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def _exists(path: Path) -> bool:
    """Return whether there is something at a path; raises OSError for a path that the system refuses."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    return True


def _keep_elsewhere(drawing: Drawing, output: Path) -> Path | None:
    """Save a drawing under a new name where that is possible, and return the file."""
    stem = output.stem[:40] or "drawing"
    for folder in spare_folders():
        with contextlib.suppress(DocumentError, OSError):
            path = next(path for number in count(1) if not (path := folder / f"{stem}-{number}.svg").exists())
            save_svg(drawing, path)
            return path
    return None
