"""Atomic writing of files."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path

from taureau.document.errors import DocumentError, excerpt
from taureau.wording import said

_FULL = (errno.ENOSPC, errno.EDQUOT)


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file at `path` by `data` in one step: a reader sees the old bytes or the new ones, never a
    part.

    The bytes go to a temporary file beside it first. A link is followed, an existing file keeps its
    permissions. Raises DocumentError when the file cannot be written; what was there before is then
    untouched.
    """
    shown = excerpt(os.fsdecode(path))
    try:
        target = Path(os.path.realpath(path))
        if target.is_symlink():  # one of a loop
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if target.exists() and not target.is_file():
            raise DocumentError(said("Cannot save to '{shown}': it is not a file; choose another name.", shown=shown))
        if target.exists() and not os.access(target, os.W_OK):
            raise DocumentError(
                said("Cannot save to '{shown}': the file is write-protected; choose another name.", shown=shown)
            )
        _replace(target, data)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        full = isinstance(error, OSError) and error.errno in _FULL
        advice = "make room, then save again" if full else "choose another name or folder"
        raise DocumentError(
            said("Cannot save to '{shown}': {reason}; {advice}.", shown=shown, reason=reason, advice=advice)
        ) from error


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    # Opened by hand rather than through tempfile, whose files other users may not read.
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
