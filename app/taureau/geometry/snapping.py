"""Snapping: the smallest shift that brings moving points onto points, lines or a grid nearby."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.pen import Point

Kind = Literal["end", "node", "guide", "grid", "page", "centre"]
Axes = Literal["both", "x", "y", "points"]  # "points": neither lines nor the grid
Axis = Literal["x", "y"]
_AXES: tuple[Axis, Axis] = ("x", "y")
_NO_POINTS = np.empty((0, 2))


@dataclass(frozen=True)
class SnapLine:
    """A line across the sheet that points snap to, at right angles to its axis."""

    axis: Axis  # "x": vertical, where x is `position`
    position: float
    kind: Kind


@dataclass(frozen=True)
class Snap:
    """What was snapped to: a point, or a line for each axis at most."""

    shift: Point = (0.0, 0.0)
    point: Point | None = None
    kind: Kind | None = None  # of the point
    lines: tuple[SnapLine, ...] = ()
    at: Point | None = None  # where the moving point that snapped lies after the shift


class SnapTargets:
    """Points sorted by x, lines, and a grid; built once for a gesture, asked at every move of the mouse."""

    def __init__(
        self,
        ends: NDArray[np.float64] = _NO_POINTS,  # [N, 2]
        nodes: NDArray[np.float64] = _NO_POINTS,  # [M, 2]
        centres: NDArray[np.float64] = _NO_POINTS,  # [K, 2]
        lines: Sequence[SnapLine] = (),
        grid: float | None = None,  # its spacing, > 0
    ) -> None:
        kinds: tuple[tuple[Kind, NDArray[np.float64]], ...] = (("end", ends), ("node", nodes), ("centre", centres))
        points = np.concatenate([found.reshape(-1, 2) for _, found in kinds])
        names = np.repeat(np.arange(len(kinds)), [len(found) for _, found in kinds])
        order = np.argsort(points[:, 0], kind="stable")
        self._points, self._names = points[order], names[order]
        self._kinds = [kind for kind, _ in kinds]
        self._lines = {axis: [line for line in lines if line.axis == axis] for axis in _AXES}
        self._grid = grid

    def snap(self, moving: Sequence[Point], tolerance: float, axes: Axes = "both") -> Snap:
        """Return the shift of at most `tolerance` for these points; points precede lines, and lines the grid.

        With one axis alone points are not snapped to, for that takes a shift along both.
        """
        if not moving or tolerance <= 0:
            return Snap()
        near = self._nearest_point(moving, tolerance) if axes in ("both", "points") else None
        return near or self._nearest_lines(moving, tolerance, axes)

    def _nearest_point(self, moving: Sequence[Point], tolerance: float) -> Snap | None:
        best, found = tolerance, None
        xs = self._points[:, 0]
        for x, y in moving:
            first, last = int(np.searchsorted(xs, x - best)), int(np.searchsorted(xs, x + best, side="right"))
            if first == last:
                continue
            gaps = np.hypot(*(self._points[first:last] - (x, y)).T)
            index = int(gaps.argmin())
            if gaps[index] < best or (found is None and gaps[index] <= best):
                best = float(gaps[index])
                target = (float(self._points[first + index, 0]), float(self._points[first + index, 1]))
                kind = self._kinds[self._names[first + index]]
                found = Snap((target[0] - x, target[1] - y), target, kind, at=target)
        return found

    def _nearest_lines(self, moving: Sequence[Point], tolerance: float, axes: Axes) -> Snap:
        shift, lines, at = [0.0, 0.0], [], None
        for number, axis in enumerate(_AXES):
            if axes not in ("both", axis):
                continue
            nearest = self._nearest_line(axis, [point[number] for point in moving], tolerance)
            if nearest is not None:
                shift[number], line, index = nearest
                lines.append(line)
                at = moving[index] if at is None else at
        if not lines or at is None:
            return Snap()
        return Snap((shift[0], shift[1]), lines=tuple(lines), at=(at[0] + shift[0], at[1] + shift[1]))

    def _nearest_line(
        self, axis: Axis, values: Sequence[float], tolerance: float
    ) -> tuple[float, SnapLine, int] | None:
        """Return the shift, the line, and the index of the value that snaps to it."""
        found: tuple[float, SnapLine, int] | None = None
        for line in self._lines[axis]:
            for index, value in enumerate(values):
                gap = line.position - value
                if abs(gap) <= tolerance and (found is None or abs(gap) < abs(found[0])):
                    found = gap, line, index
        if found is None and self._grid is not None:
            for index, value in enumerate(values):
                position = self._grid * math.floor(value / self._grid + 0.5)
                gap = position - value
                if abs(gap) <= tolerance and (found is None or abs(gap) < abs(found[0])):
                    found = gap, SnapLine(axis, position, "grid"), index
        return found
