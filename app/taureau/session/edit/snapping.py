"""What moving points snap to: the sheet's strokes, guides, edges and centre, and the grid."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing
from taureau.geometry import Curve, Point
from taureau.geometry.nodes import is_closed
from taureau.geometry.snapping import Axes, Axis, Snap, SnapLine, SnapTargets
from taureau.session.core.session import Session
from taureau.session.preferences import (
    GRID_SPACING,
    SHOW_GRID,
    SHOW_GUIDES,
    SNAP,
    SNAP_DISTANCE,
    SNAP_TO_GRID,
    SNAP_TO_GUIDES,
    SNAP_TO_NODES,
    SNAP_TO_PAGE,
    Preferences,
)


class Snapping:
    """Targets are kept until the drawing, the strokes that move, or a preference changes."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session, self._preferences = session, preferences
        self._built: tuple[Drawing | None, frozenset[int], SnapTargets] | None = None
        preferences.changed.connect(self._forget)

    def snap(self, points: Sequence[Point], scale: float, *, moving: Collection[int] = (), axes: Axes = "both") -> Snap:
        """Return the shift that brings one of the points onto a target.

        `points`: in document px, at `scale` px of the screen per document px; `moving`: strokes that are no targets.
        """
        preferences = self._preferences
        if not preferences.value(SNAP):
            return Snap()
        return self._targets(frozenset(moving)).snap(points, preferences.value(SNAP_DISTANCE) / scale, axes)

    def snap_guide(self, point: Point, scale: float, axes: Axes) -> Snap:
        """Return the shift that brings a guide through a point onto an edge, the centre, or the grid."""
        preferences = self._preferences
        if not preferences.value(SNAP) or axes == "points":
            return Snap()
        targets = SnapTargets(lines=self._page_lines(self._session.sheet.editable), grid=self._grid)
        return targets.snap([point], preferences.value(SNAP_DISTANCE) / scale, axes)

    @property
    def _grid(self) -> float | None:
        """The spacing of the grid, px, if it is shown and snapped to."""
        preferences = self._preferences
        on = preferences.value(SNAP_TO_GRID) and preferences.value(SHOW_GRID)
        return preferences.value(GRID_SPACING) if on else None

    def _page_lines(self, drawing: Drawing | None) -> list[SnapLine]:
        if drawing is None or not self._preferences.value(SNAP_TO_PAGE):
            return []
        sides: tuple[tuple[Axis, float], ...] = (("x", drawing.width), ("y", drawing.height))
        edges = [SnapLine(axis, position, "page") for axis, side in sides for position in (0.0, side)]
        return [*edges, *(SnapLine(axis, side / 2, "centre") for axis, side in sides)]

    def _forget(self) -> None:
        self._built = None

    def _targets(self, moving: frozenset[int]) -> SnapTargets:
        drawing = self._session.sheet.editable
        if self._built is None or self._built[0] is not drawing or self._built[1] != moving:
            self._built = drawing, moving, self._build(drawing, moving)
        return self._built[2]

    def _build(self, drawing: Drawing | None, moving: frozenset[int]) -> SnapTargets:
        preferences = self._preferences
        if drawing is None:
            return SnapTargets(grid=self._grid)
        ends, nodes = _empty(), _empty()
        if preferences.value(SNAP_TO_NODES):
            ends, nodes = _stroke_points(drawing, moving)
        lines = self._page_lines(drawing)
        centre = np.array([(drawing.width / 2, drawing.height / 2)]) if lines else _empty()
        if preferences.value(SNAP_TO_GUIDES) and preferences.value(SHOW_GUIDES):
            lines += [SnapLine("y", guide.y, "guide") for guide in drawing.guides if guide.horizontal]
            lines += [SnapLine("x", guide.x, "guide") for guide in drawing.guides if guide.vertical]
        return SnapTargets(ends, nodes, centre, lines, self._grid)


def _empty() -> NDArray[np.float64]:
    return np.empty((0, 2))


def _stroke_points(drawing: Drawing, moving: frozenset[int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the ends [N, 2] and the other nodes [M, 2] of the visible strokes that do not move."""
    ends, nodes = [_empty()], [_empty()]
    index = 0
    for layer in drawing.layers:
        for stroke in layer.strokes:
            if layer.visible and index not in moving:
                _add(stroke.curve, ends, nodes)
            index += 1
    return np.concatenate(ends), np.concatenate(nodes)


def _add(curve: Curve, ends: list[NDArray[np.float64]], nodes: list[NDArray[np.float64]]) -> None:
    points = np.asarray(curve.points, float)[::3]
    if is_closed(curve):
        nodes.append(points[:-1])
    else:
        ends.append(points[[0, -1]])
        nodes.append(points[1:-1])
