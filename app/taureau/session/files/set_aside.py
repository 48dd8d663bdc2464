"""Files of our own that cannot be understood are renamed, never deleted and never fatal."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

BROKEN = ".broken-"


def set_aside(path: Path) -> Path | None:
    """Rename a file or folder to `NAME.broken-DATE`; None where the system does not let us."""
    stem = f"{path.name}{BROKEN}{date.today().isoformat()}"
    try:
        for number in count(1):
            place = path.with_name(stem if number == 1 else f"{stem}-{number}")
            if not place.exists():
                return path.rename(place)
    except OSError:
        pass
    return None
