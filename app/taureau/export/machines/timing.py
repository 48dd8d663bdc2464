"""How long a machine draws: trapezoids of speed, looking ahead over the whole path of a pen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.export.machines.machine import Machine
from taureau.export.machines.pen_paths import Line, PenPath
from taureau.geometry import Points

Numbers = NDArray[np.float64]
_START = np.zeros(2)


@dataclass(frozen=True, eq=False)
class Drive:
    """How one pen is driven along L straight legs; each speeds up to its peak, keeps to it, and brakes."""

    points: Points  # [L + 1, 2], mm from the machine's zero
    travels: NDArray[np.bool_]  # [L], with the pen lifted: the first leg of each line
    enter: Numbers  # [L], mm/s at the start of the leg
    peak: Numbers  # [L], mm/s
    leave: Numbers  # [L], mm/s at its end
    acceleration: Numbers  # [L], mm/s²
    seconds: Numbers  # [L]


def drives(paths: tuple[PenPath, ...], machine: Machine) -> Iterator[Drive]:
    """Yield how each pen is driven, the first from the machine's zero, each further one from where the last ended."""
    at = _START
    for path in paths:
        yield _drive(path.lines, at, machine)
        at = path.lines[-1].points[-1]


def plotting_seconds(paths: tuple[PenPath, ...], machine: Machine) -> tuple[float, ...]:
    """Return the time that each pen takes, without changing it.

    The way home is not counted. The pen stands still while it is lifted and dropped.
    """
    moving = [float(drive.seconds.sum()) for drive in drives(paths, machine)]
    standing = machine.lift_seconds + machine.drop_seconds
    return tuple(time + len(path.lines) * standing for time, path in zip(moving, paths, strict=True))


def duration_text(seconds: float) -> str:
    """Return a duration such as "12 min 30 s" or "2 h 5 min"."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min"


def _drive(lines: tuple[Line, ...], start: Points, machine: Machine) -> Drive:
    points = [start[None]]
    for line in lines:
        moved = np.any(np.diff(line.points, axis=0) != 0, axis=1)
        points.append(line.points[np.concatenate([[True], moved])])
    counts = np.array([len(part) for part in points[1:]])
    path = np.concatenate(points)
    travels = np.zeros(len(path) - 1, dtype=bool)
    travels[np.concatenate([[0], np.cumsum(counts)[:-1]])] = True
    nominal = np.where(travels, machine.travel_speed, machine.draw_speed)
    acceleration = np.where(travels, machine.travel_acceleration, machine.draw_acceleration)
    legs = np.diff(path, axis=0)
    lengths = np.hypot(*legs.T)
    limits = _corner_speeds_squared(legs, lengths, machine)  # of the joint after each leg but the last
    limits[travels[1:] | travels[:-1]] = 0.0  # the pen is dropped, or lifted
    limits = np.minimum(limits, nominal[1:] ** 2)
    enter, leave = _end_speeds(lengths, acceleration, np.concatenate([[0.0], limits, [0.0]]))
    peak = np.sqrt(np.minimum(nominal**2, (enter**2 + leave**2) / 2 + acceleration * lengths))
    even = lengths - (2 * peak**2 - enter**2 - leave**2) / (2 * acceleration)
    seconds = (2 * peak - enter - leave) / acceleration
    seconds += np.divide(np.maximum(even, 0.0), peak, out=np.zeros(len(peak)), where=peak > 0)
    return Drive(path, travels, enter, peak, leave, acceleration, seconds)


def _corner_speeds_squared(legs: Points, lengths: Numbers, machine: Machine) -> Numbers:
    """Return the square of the speed at which each corner may be passed, by junction deviation as in GRBL.

    A circle that touches both legs and passes the corner at the deviation is driven at the full acceleration.
    """
    spans = lengths[:-1] * lengths[1:]
    cosine = np.divide(np.sum(legs[:-1] * legs[1:], axis=1), spans, out=np.ones(len(spans)), where=spans > 0)
    half = np.sqrt(np.clip((1 + cosine) / 2, 0.0, 1.0))  # sine of half the inner angle: 1 where it goes straight on
    radius = machine.junction_deviation * half / np.maximum(1 - half, 1e-12)
    speeds: Numbers = machine.draw_acceleration * radius
    return speeds


def _end_speeds(lengths: Numbers, acceleration: Numbers, limits: Numbers) -> tuple[Numbers, Numbers]:
    """Return the speeds at both ends of each leg; `limits`, [N + 1]: the squares of the highest ones at the joints.

    v² changes by at most 2 · acceleration · length along a leg, so both passes are running minima.
    """
    gain = np.concatenate([[0.0], np.cumsum(2 * acceleration * lengths)])
    squares = np.minimum.accumulate(limits - gain) + gain  # by speeding up
    squares = np.minimum.accumulate((squares + gain)[::-1])[::-1] - gain  # by braking in time
    speeds: Numbers = np.sqrt(np.maximum(squares, 0.0))  # rounding
    return speeds[:-1], speeds[1:]
