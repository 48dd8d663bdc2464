"""Machine files: a TOML table that changes a known machine."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import replace
from pathlib import Path

from taureau.export.errors import ExportError
from taureau.export.machines.machine import Machine, field_names
from taureau.export.machines.presets import MACHINES
from taureau.small_files import read_small

_LIMIT = 1 << 16  # bytes
_LIKE = "like"  # names the machine that the rest is taken from


def load_machine(path: Path) -> Machine:
    """Return the machine of a file; raises ExportError where it cannot be read, or has unknown or wrong fields."""
    try:
        table = tomllib.loads(read_small(path, _LIMIT).decode("utf-8"))
    except OSError as error:
        raise ExportError(f"the machine file {path} cannot be read: {error.strerror}") from error
    except RecursionError as error:
        raise ExportError(f"{path.name} is no machine file: it is nested too deeply") from error
    except ValueError as error:
        raise ExportError(f"{path.name} is no machine file: {error}") from error
    like = table.pop(_LIKE, None)
    if not isinstance(like, str) or like not in MACHINES:
        raise ExportError(f"{path.name} must say which machine it is like: like = {_quoted(MACHINES)}")
    for name in table:
        if name not in field_names():
            near = difflib.get_close_matches(name, field_names(), n=1)
            hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(field_names())}"
            raise ExportError(f"{path.name} has an unknown field {name[:40]!r}: {hint}")
    try:
        return replace(MACHINES[like], **table)
    except ExportError as error:
        raise ExportError(f"{path.name}: {error}") from error


def _quoted(names: dict[str, Machine]) -> str:
    return " or ".join(f'"{name}"' for name in names)
