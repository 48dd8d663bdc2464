"""The files that ship with the program: sample photos, icons."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "shipped", _PACKAGE.parents[1] / "resources")  # in an installed wheel, in a checkout


def resource(name: str) -> Path:
    """The path of a shipped file, such as "samples/duck.jpg"; raises FileNotFoundError."""
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    raise FileNotFoundError(f"Taureau's own file {name} is missing; install the program again")


def is_shipped(path: Path) -> bool:
    """Whether a file ships with the program, so that nothing of the user belongs beside it."""
    return any(path.resolve().is_relative_to(place.resolve()) for place in _PLACES)
