"""Reading a photo, or a drawing with its embedded photo, from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QImage

from taureau.document import Drawing, Reference, is_svg_file, read_svg
from taureau.photo import Photo, load_photo
from taureau.session.files.embedded_photo import photo_of
from taureau.session.files.image_arrays import image_from_array


@dataclass(frozen=True, eq=False)
class Opened:
    """The content of a file, or an empty window."""

    drawing: Drawing | None = None
    path: Path | None = None  # of the drawing's file
    fingerprint: str | None = None  # of that file as it was read
    photo: Photo | None = None
    image: QImage | None = None  # the photo's
    source: Path | None = None  # of the photo
    reference: Reference | None = None  # the photo as embedded, byte for byte
    damaged: bool = False  # the file embeds a photo that cannot be used
    left_out: str = ""  # what the file holds that was not read, as a phrase

    def with_photo(self, photo: Photo) -> Opened:
        return replace(self, photo=photo, image=image_from_array(photo.pixels))


def opened_file(path: Path) -> Opened:
    """Return the drawing in an SVG, whatever its name, or a photo; raises DocumentError or PhotoError."""
    return opened_svg(path) if is_svg_file(path) else opened_photo(lambda: load_photo(path), path)


def opened_photo(load: Callable[[], Photo], source: Path | None) -> Opened:
    """Return a photo with its image; raises what `load` raises."""
    return Opened(source=source).with_photo(load())


def opened_svg(path: Path) -> Opened:
    """Return a drawing from its file; raises DocumentError."""
    known = fingerprint(path)  # before reading, so that later changes are noticed
    content = read_svg(path)
    drawing, reference = content.drawing, content.reference
    opened = Opened(drawing, path, known, left_out=content.left_out_in_words)
    if reference is None:
        return opened
    photo = photo_of(reference, drawing)
    return replace(opened, damaged=True) if photo is None else replace(opened, reference=reference).with_photo(photo)


def fingerprint(path: Path) -> str | None:
    """Return the SHA-256 of a file's content; None if it does not exist or cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
