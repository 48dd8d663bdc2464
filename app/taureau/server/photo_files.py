"""The photos that jobs may name: those that were uploaded, and those in folders that the user has opened to them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from taureau.document.whole_file import write_whole
from taureau.errors import TaureauError
from taureau.photo import load_photo

UPLOADS = "uploads"  # the folder of uploaded photos, in that of the server, and what their names begin with


class ForbiddenPathError(TaureauError):
    """The path is in none of the folders that jobs may name."""


class UploadError(TaureauError):
    """The upload is no photo that can be read."""


class PhotoFiles:
    """Names of photos, and the files behind them."""

    def __init__(self, folder: Path, opened: Sequence[Path] = ()) -> None:
        """`folder` is the server's own; `opened` are folders whose files may be named by their paths."""
        self._uploads = folder / UPLOADS
        self._opened = [one.resolve() for one in opened]

    def upload(self, data: bytes) -> str:
        """Keep a photo and return its name; raises UploadError, DocumentError."""
        name = f"{hashlib.sha256(data).hexdigest()[:32]}.photo"
        path = self._uploads / name
        if not path.exists():
            self._uploads.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
            try:
                load_photo(path, max_side=64)
            except TaureauError as error:
                path.unlink()
                raise UploadError(str(error).replace(str(path), "the upload")) from error
        return f"{UPLOADS}/{name}"

    def path_of(self, name: str) -> Path:
        """Return the file of an uploaded photo, or of a path in one of the folders; raises ForbiddenPathError.

        Links are followed first, so that none leads out of the folders.
        """
        if name.startswith(f"{UPLOADS}/"):
            path = (self._uploads.parent / name).resolve()
            if path.parent == self._uploads.resolve() and path.is_file():
                return path
            raise ForbiddenPathError("there is no such upload: send the photo to /photos first")
        path = Path(name)
        resolved = path.resolve()
        if not path.is_absolute() or not any(resolved.is_relative_to(folder) for folder in self._opened):
            raise ForbiddenPathError(
                "this file is in no folder that was opened to the server: upload it to /photos, or start "
                "`taureau serve` with --photos FOLDER"
            )
        return resolved
