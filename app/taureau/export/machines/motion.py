"""A plot in time: where the pen is at each moment, and what each pen has to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from taureau.export.machines.machine import Machine
from taureau.export.machines.pen_paths import PenPath
from taureau.export.machines.timing import Drive, Numbers, drives
from taureau.geometry import Points


@dataclass(frozen=True)
class PenPlace:
    """Where the pen is at a moment."""

    leg: int  # of the motion
    point: tuple[float, float]  # mm from the machine's zero


@dataclass(frozen=True)
class Stretch:
    """Consecutive legs of one line, all drawn or all with the pen lifted."""

    line: int
    down: bool
    first: int  # of the motion's points
    last: int


@dataclass(frozen=True)
class PenFigures:
    """What one pen has to do."""

    name: str  # of its layer
    color: str  # of its first stroke
    pen_downs: int
    drawn: float  # mm
    travelled: float  # mm, with the pen lifted
    seconds: float


@dataclass(frozen=True, eq=False)
class Motion:
    """The way of all pens as L legs; while the pen is dropped or lifted, a leg stays where it is."""

    points: Points  # [L + 1, 2], mm from the machine's zero
    times: Numbers  # [L + 1], s from the start, at which these points are reached
    down: NDArray[np.bool_]  # [L], whether the leg draws; that which drops the pen does, where it stands
    lines: NDArray[np.intp]  # [L], the line that it draws or that it leads to, of all pens, from 0
    pens: NDArray[np.intp]  # [L], from 0
    enter: Numbers  # [L], mm/s
    peak: Numbers  # [L], mm/s
    leave: Numbers  # [L], mm/s
    acceleration: Numbers  # [L], mm/s²

    @property
    def seconds(self) -> float:
        return float(self.times[-1])

    @property
    def pen_changes(self) -> tuple[float, ...]:
        """The times at which each pen but the first begins, s."""
        return tuple(float(time) for time in self.times[:-1][1:][np.diff(self.pens) > 0])

    def at(self, seconds: float) -> PenPlace:
        """Return where the pen is after so many seconds; before the start and after the end it rests."""
        seconds = min(self.seconds, max(0.0, seconds))
        leg = min(int(np.searchsorted(self.times, seconds, side="right")), len(self.down)) - 1
        start, end = self.points[leg], self.points[leg + 1]
        length = float(np.hypot(*(end - start)))
        share = self._way(leg, seconds - float(self.times[leg]), length) / length if length > 0 else 1.0
        x, y = (start + min(1.0, max(0.0, share)) * (end - start)).tolist()
        return PenPlace(leg, (x, y))

    def stretches(self, first: int, last: int, most: int) -> Iterator[Stretch]:
        """Yield the legs from `first` to before `last` in stretches of at most `most` legs."""
        if first >= last:
            return
        alike = 2 * self.lines[first:last] + self.down[first:last]
        starts = np.concatenate([[0], np.flatnonzero(np.diff(alike)) + 1, [last - first]]) + first
        for start, end in pairwise(starts.tolist()):
            for part in range(start, end, most):
                yield Stretch(int(self.lines[part]), bool(self.down[part]), part, min(part + most, end))

    def _way(self, leg: int, elapsed: float, length: float) -> float:
        """Return how far the pen has come on a leg, mm."""
        enter, peak, leave = float(self.enter[leg]), float(self.peak[leg]), float(self.leave[leg])
        acceleration = float(self.acceleration[leg])
        left = float(self.times[leg + 1] - self.times[leg]) - elapsed
        speeding, braking = (peak - enter) / acceleration, (peak - leave) / acceleration
        if elapsed < speeding:
            return enter * elapsed + acceleration * elapsed**2 / 2
        if left < braking:
            return length - leave * left - acceleration * left**2 / 2
        return (enter + peak) / 2 * speeding + peak * (elapsed - speeding)


def motion(paths: tuple[PenPath, ...], machine: Machine) -> Motion:
    """Return how the machine moves along these paths; raises ValueError where there are none."""
    parts, before = [], 0
    for pen, (path, drive) in enumerate(zip(paths, drives(paths, machine), strict=True)):
        parts.append(_with_lifts(drive, machine, pen, before))
        before += len(path.lines)
    last = parts[-1][0][-1]
    columns = [np.concatenate(column) for column in zip(*(part[1:] for part in parts), strict=True)]
    seconds, down, lines, pens, enter, peak, leave, acceleration = columns
    points = np.concatenate([*(part[0][:-1] for part in parts), last[None]])
    times = np.concatenate([[0.0], np.cumsum(seconds)])
    return Motion(points, times, down, lines, pens, enter, peak, leave, acceleration)


def pen_figures(paths: tuple[PenPath, ...], moved: Motion) -> tuple[PenFigures, ...]:
    """Return what each pen has to do, `moved` being the motion along these paths."""
    lengths = np.hypot(*np.diff(moved.points, axis=0).T)

    def summed(numbers: Numbers) -> list[float]:
        sums: list[float] = np.bincount(moved.pens, weights=numbers, minlength=len(paths)).tolist()
        return sums

    drawn, travelled = summed(lengths * moved.down), summed(lengths * ~moved.down)
    seconds = summed(np.diff(moved.times))
    return tuple(
        PenFigures(
            path.layer.name, path.layer.strokes[0].color, len(path.lines), drawn[pen], travelled[pen], seconds[pen]
        )
        for pen, path in enumerate(paths)
    )


def _with_lifts(drive: Drive, machine: Machine, pen: int, before: int) -> tuple[NDArray[np.generic], ...]:
    """Return points [L + 1, 2] and the columns of a motion [L], where the pen is dropped and lifted as well.

    `before`: the number of lines of the pens before.
    """
    first = np.flatnonzero(drive.travels)  # leg of each line
    after = np.append(first[1:], len(drive.travels))
    places = np.concatenate([first + 1, after])  # before which legs the pen is dropped, and lifted
    standing = np.repeat([machine.drop_seconds, machine.lift_seconds], len(first))
    lines = np.cumsum(drive.travels) - 1 + before
    still = np.zeros(len(places))
    points = np.insert(drive.points, places, drive.points[places], axis=0)
    return (
        points,
        np.insert(drive.seconds, places, standing),
        np.insert(~drive.travels, places, np.repeat([True, False], len(first))),
        np.insert(lines, places, lines[places - 1]),
        np.full(len(points) - 1, pen),
        np.insert(drive.enter, places, still),
        np.insert(drive.peak, places, still),
        np.insert(drive.leave, places, still),
        np.insert(drive.acceleration, places, still),
    )
