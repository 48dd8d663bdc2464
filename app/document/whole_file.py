"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from app.document.errors import DocumentError, excerpt


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file at `path` by `data` in one step: a reader sees the old bytes or the new ones, never a part.

    The bytes go to a temporary file beside it first. A link is followed, an existing file keeps its permissions.
    Raises DocumentError when the file cannot be written; what was there before is then untouched.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise DocumentError(f"Cannot save to '{excerpt(str(path))}': it is not a file; choose another name.")
    part = target.with_name(f".{target.name[:60]}.{os.getpid()}.part")
    try:
        try:
            # Opened by hand rather than through tempfile, whose files other users may not read.
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, part)
            os.replace(part, target)
        except FileExistsError:
            raise
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DocumentError(
            f"Cannot save to '{excerpt(str(path))}': {reason}; check the folder and the space left, or choose another place."
        ) from error
