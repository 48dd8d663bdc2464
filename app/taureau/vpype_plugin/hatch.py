"""`taureau_hatch`: hatches the closed lines of vpype's layers."""

from __future__ import annotations

import click
import numpy as np
import vpype
from vpype_cli import AngleType, LengthType, layer_processor

from taureau.export import HATCH_SPACING, PLOTTER_PEN_MM
from taureau.geometry import Points
from taureau.geometry.hatching import hatch_lines
from taureau.vpype_plugin.errors import BadInput
from taureau.vpype_plugin.options import TaureauCommand

_PEN = PLOTTER_PEN_MM / 25.4 * 96  # px, where a layer has none
_CLOSED = 0.01  # px between the ends of a closed line


@click.command("taureau_hatch", cls=TaureauCommand)
@click.option(
    "-s",
    "--spacing",
    type=LengthType(),
    help=f"distance between lines (default: {HATCH_SPACING:g} pen widths of the layer)",
)
@click.option("-a", "--angle", type=AngleType(), default="45deg", help="direction of the lines (default: 45deg)")
@click.option("-c", "--cross", is_flag=True, help="hatch across these lines as well")
@click.option("-r", "--replace", is_flag=True, help="leave the closed lines themselves out")
@layer_processor
def taureau_hatch(
    lines: vpype.LineCollection, spacing: float | None, angle: float, cross: bool, replace: bool
) -> vpype.LineCollection:
    """Hatch what the closed lines of a layer enclose: those within others are holes (even-odd).

    The lines are cut exactly at the closed ones, and every other one runs back.
    """
    pen = lines.property(vpype.METADATA_FIELD_PEN_WIDTH) or _PEN
    apart = HATCH_SPACING * pen if spacing is None else spacing
    rings = [np.stack([line.real, line.imag], axis=1) for line in lines if _is_closed(line)]
    kept = [line for line in lines if not (replace and _is_closed(line))]
    if not rings:
        return lines
    try:
        found = [
            line
            for turn in ((0, 90) if cross else (0,))
            for line in hatch_lines(_joined(rings), apart, angle + turn, even_odd=True)
        ]
    except ValueError as error:
        raise BadInput(f"--spacing: {error}") from error
    return lines.clone(kept + [line @ np.array([1, 1j]) for line in found])


def _is_closed(line: np.typing.NDArray[np.complex128]) -> bool:
    return len(line) > 3 and abs(line[0] - line[-1]) <= _CLOSED


def _joined(rings: list[Points]) -> Points:
    """Return rings as one polygon, with cuts between them that are run both ways."""
    hub = rings[0][:1]
    return np.concatenate([part for ring in rings for part in (ring, ring[:1], hub)])
