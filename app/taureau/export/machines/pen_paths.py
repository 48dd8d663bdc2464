"""The lines that each pen draws, in the machine's own coordinates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.export.errors import ExportError
from taureau.export.machines.machine import Machine
from taureau.export.plotter import is_plotted
from taureau.geometry import Curve, Points
from taureau.wording import said

_SLACK = 1e-6  # mm, of rounding


@dataclass(frozen=True, eq=False)
class Line:
    """One stroke: from where the pen goes down to where it is lifted."""

    number: int  # in the order of plotting, from 1
    points: Points  # [N ≥ 2, 2], mm from the machine's zero, within its bed


@dataclass(frozen=True, eq=False)
class PenPath:
    """All that is drawn with one pen, or one layer."""

    layer: Layer  # where it comes from
    pen: int  # in the order of plotting, from 1
    lines: tuple[Line, ...]


def pen_paths(
    drawing: Drawing, machine: Machine, *, first: int = 1, first_pen: int = 1, bounded: bool = True
) -> tuple[PenPath, ...]:
    """Return the paths of a drawing on its page, px, whose first stroke and pen have these numbers.

    The lines differ from the curves by the machine's tolerance at most. Raises ExportError where they leave the bed,
    if `bounded`.
    """
    page_height = drawing.height * MM_PER_PX
    paths, outside, number = [], 0, first
    for pen, layer in enumerate(filter(is_plotted, drawing.layers), first_pen):
        lines = []
        for stroke in layer.strokes:
            points = _placed(stroke, machine, page_height)
            outside += bounded and not _within(points, machine)
            lines.append(Line(number, points))
            number += 1
        paths.append(PenPath(layer, pen, tuple(lines)))
    if outside:
        bed = " × ".join(f"{side:g}" for side in machine.bed)
        raise ExportError(
            said(
                "1 stroke leaves the bed of {bed} mm of {name}: take a smaller page or size, or turn the page",
                bed=bed,
                name=machine.name,
            )
            if outside == 1
            else said(
                "{outside} strokes leave the bed of {bed} mm of {name}: take a smaller page or size, or turn the page",
                outside=outside,
                bed=bed,
                name=machine.name,
            )
        )
    return tuple(paths)


def on_page(points: Points, machine: Machine, page_height: float) -> Points:
    """Return where points of the machine, [N, 2], mm from its zero, lie on a page so high, px."""
    places = points + machine.inset
    if machine.origin == "bottom-left":
        places = np.stack([places[:, 0], page_height * MM_PER_PX - places[:, 1]], axis=1)
    placed: Points = places / MM_PER_PX
    return placed


def polyline(curve: Curve, tolerance: float) -> Points:
    """Return points on a curve whose chords differ from it by at most `tolerance`, [N, 2], by Wang's bound."""
    segments = curve.segments
    bends = np.diff(segments, n=2, axis=1)  # [S, 2, 2]
    bend = np.hypot(bends[..., 0], bends[..., 1]).max(axis=1)
    steps = np.maximum(1, np.ceil(np.sqrt(0.75 * bend / tolerance))).astype(int)
    starts = np.repeat(np.arange(len(segments)), steps)
    within = np.concatenate([np.arange(count) / count for count in steps])
    return np.concatenate([curve.at(starts + within), curve.end[None]])


def _placed(stroke: Stroke, machine: Machine, page_height: float) -> Points:
    points = polyline(stroke.curve, machine.tolerance / MM_PER_PX) * MM_PER_PX
    if machine.origin == "bottom-left":
        points = np.stack([points[:, 0], page_height - points[:, 1]], axis=1)
    placed: Points = np.round((points - machine.inset) / machine.grid) * machine.grid
    return placed


def _within(points: Points, machine: Machine) -> bool:
    return bool((points >= -_SLACK).all() and (points <= np.array(machine.bed) + _SLACK).all())
