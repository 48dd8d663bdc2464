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
from taureau.wording import said

_LIMIT = 1 << 16  # bytes
_LIKE = "like"  # names the machine that the rest is taken from


def load_machine(path: Path) -> Machine:
    """Return the machine of a file; raises ExportError where it cannot be read, or has unknown or wrong fields."""
    try:
        table = tomllib.loads(read_small(path, _LIMIT).decode("utf-8"))
    except OSError as error:
        raise ExportError(
            said("the machine file {path} cannot be read: {reason}", path=path, reason=error.strerror)
        ) from error
    except RecursionError as error:
        raise ExportError(said("{name} is no machine file: it is nested too deeply", name=path.name)) from error
    except ValueError as error:
        raise ExportError(said("{name} is no machine file: {reason}", name=path.name, reason=error)) from error
    like = table.pop(_LIKE, None)
    if not isinstance(like, str) or like not in MACHINES:
        raise ExportError(
            said("{name} must say which machine it is like: like = {known}", name=path.name, known=_quoted(MACHINES))
        )
    for name in table:
        if name not in field_names():
            near = difflib.get_close_matches(name, field_names(), n=1)
            hint = (
                said("did you mean {near}?", near=near[0])
                if near
                else said("choose from {known}", known=", ".join(field_names()))
            )
            raise ExportError(
                said("{name} has an unknown field {field}: {hint}", name=path.name, field=repr(name[:40]), hint=hint)
            )
    try:
        return replace(MACHINES[like], **table)
    except ExportError as error:
        raise ExportError(said("{name}: {error}", name=path.name, error=str(error))) from error


def _quoted(names: dict[str, Machine]) -> str:
    return " or ".join(f'"{name}"' for name in names)
