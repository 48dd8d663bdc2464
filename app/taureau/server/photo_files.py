"""The photos that jobs may name: those that were uploaded, and those in folders that the user has opened to them."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Collection, Sequence
from io import BytesIO
from pathlib import Path

from taureau.document.whole_file import write_whole
from taureau.errors import TaureauError
from taureau.photo import load_photo

UPLOADS = "uploads"  # the folder of uploaded photos, in that of the server, and what their names begin with

_LONGEST_NAME = 60  # characters


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

    def upload(self, data: bytes, name: str = "") -> str:
        """Keep a photo under its name, if it has one, and return what jobs call it; raises UploadError, DocumentError.

        Each photo has a folder of its own, which is named by the hash of its bytes.
        """
        folder = self._uploads / hashlib.sha256(data).hexdigest()[:32]
        path = folder / _file_name(name)
        if not path.exists():
            try:
                load_photo(BytesIO(data), max_side=64)
            except TaureauError as error:
                raise UploadError(str(error)) from error
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        return path.relative_to(self._uploads.parent).as_posix()

    def remove_all_but(self, named: Collection[Path]) -> None:
        """Delete the uploads that are not among these files."""
        for path in self._uploads.glob("*/*"):
            if path not in named:
                path.unlink()
                _remove_if_empty(path.parent)

    def path_of(self, name: str) -> Path:
        """Return the file of an uploaded photo, or of a path in one of the folders; raises ForbiddenPathError.

        Links are followed first, so that none leads out of the folders.
        """
        if name.startswith(f"{UPLOADS}/"):
            path = (self._uploads.parent / name).resolve()
            if path.parent.parent == self._uploads.resolve() and path.is_file():
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


def _file_name(name: str) -> str:
    """Return the last part of a name without what a file's name may not have; "photo" where nothing is left."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r'[\s\x00-\x1f:*?"<>|\ud800-\udfff]+', " ", last).strip(" .")[:_LONGEST_NAME] or "photo"


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
