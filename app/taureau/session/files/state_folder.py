"""The folder of the program's own files, and the renaming of damaged ones."""

from __future__ import annotations

import os
from datetime import date
from itertools import count
from pathlib import Path

import platformdirs

STATE_VARIABLE = "TAUREAU_STATE"
BROKEN = ".broken-"


def state_folder() -> Path:
    """Return the folder that TAUREAU_STATE names, else the platform's; it may not exist yet."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_state_path("taureau", appauthor=False)


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file or folder to `NAME.broken-DATE` and return the new path; None if that failed."""
    stem = f"{path.name}{BROKEN}{date.today().isoformat()}"
    try:
        for number in count(1):
            place = path.with_name(stem if number == 1 else f"{stem}-{number}")
            if not place.exists():
                return path.rename(place)
    except OSError:
        pass
    return None
