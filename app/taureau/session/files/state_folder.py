"""The program's own files beside settings and models: where they lie, and what becomes of those that are damaged."""

from __future__ import annotations

import os
from datetime import date
from itertools import count
from pathlib import Path

import platformdirs

STATE_VARIABLE = "TAUREAU_STATE"
BROKEN = ".broken-"


def state_folder() -> Path:
    """The folder the environment names, else the platform's own place; it may not exist yet."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_state_path("taureau", appauthor=False)


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file or folder to `NAME.broken-DATE`, rather than delete it; None where that is not allowed."""
    stem = f"{path.name}{BROKEN}{date.today().isoformat()}"
    try:
        for number in count(1):
            place = path.with_name(stem if number == 1 else f"{stem}-{number}")
            if not place.exists():
                return path.rename(place)
    except OSError:
        pass
    return None
