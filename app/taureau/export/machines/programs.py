"""Programs of machines: G-code as GRBL reads it, and HPGL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from taureau.export.errors import ExportError
from taureau.export.machines.machine import Machine
from taureau.export.machines.pen_paths import Line, PenPath
from taureau.geometry import Points
from taureau.wording import said

_HPGL_PER_MM = 40
_GCODE_DECIMALS = 3
_NAME_LENGTH = 40
_COMMANDS = ";()"  # characters of a name that would end a comment or a command


def program(paths: Sequence[PenPath], machine: Machine) -> bytes:
    """Return the file that makes a machine draw; raises ExportError for more pens than it holds.

    Before the first move, and after each stroke, the pen is lifted.
    """
    check_holders(paths, machine)
    lines = _gcode if machine.language == "gcode" else _hpgl
    parts = [machine.text("head"), machine.text("lift")]
    for path in paths:
        name = _safe(path.layer.name)
        if path is not paths[0] and machine.holders == 1:
            parts.append(machine.text("pause", pen=path.pen, name=name))
        parts.append(machine.text("pen", pen=path.pen, name=name))
        for line in path.lines:
            parts += lines(line, machine)
    parts.append(machine.text("foot"))
    return "".join(f"{part}\n" for part in parts if part).encode("utf-8")


def check_holders(paths: Sequence[PenPath], machine: Machine) -> None:
    """Raise ExportError for more pens than the machine holds; where it holds one, pens are changed by hand."""
    pens = max(path.pen for path in paths)
    if machine.holders > 1 and pens > machine.holders:
        raise ExportError(
            said(
                "the drawing has {pens} pens, and {name} holds {holders}: take fewer colours, or write a file for each",
                pens=pens,
                name=machine.name,
                holders=machine.holders,
            )
        )


def _gcode(line: Line, machine: Machine) -> Iterator[str]:
    places = [f"X{x:.{_GCODE_DECIMALS}f} Y{y:.{_GCODE_DECIMALS}f}" for x, y in _unsigned(line.points, _GCODE_DECIMALS)]
    yield f"; stroke {line.number}"
    yield f"G0 {places[0]}"
    yield machine.text("drop")
    yield f"G1 {places[1]} F{machine.draw_speed * 60:.0f}"  # the drop may have changed the feed
    for place in places[2:]:
        yield f"G1 {place}"
    yield machine.text("lift")


def _hpgl(line: Line, machine: Machine) -> Iterator[str]:
    units = [f"{x:.0f},{y:.0f}" for x, y in _unsigned(line.points * _HPGL_PER_MM, 0)]
    yield f"PU{units[0]};"
    yield machine.text("drop")
    yield f"PA{','.join(units[1:])};"
    yield machine.text("lift")


def _unsigned(points: Points, decimals: int) -> list[list[float]]:
    """Return rounded points without a minus sign before 0."""
    rounded: list[list[float]] = (np.round(points, decimals) + 0.0).tolist()
    return rounded


def _safe(name: str) -> str:
    """Return a layer's name as it can stand in a comment."""
    kept = (letter if letter.isascii() and letter.isprintable() and letter not in _COMMANDS else " " for letter in name)
    return " ".join("".join(kept).split())[:_NAME_LENGTH]
