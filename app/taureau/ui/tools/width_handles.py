"""Handles that change the width of a stroke where it has a point of its profile, one on either side of the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.document import Stroke
from taureau.geometry import Points, Profile
from taureau.geometry.distance import nearest
from taureau.geometry.profile import CONSTANT, MAX_FACTOR
from taureau.session import Editing, Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.tool import Pointer
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.edit_gesture import EditGesture
from taureau.ui.tools.handles import paint_handle

_SIDE = 6.0  # px of the canvas
_HIT_RADIUS = 7.0  # px of the canvas
_STANDOFF = 6.0  # px of the canvas between the edge of a stroke and its handles, so that thin ones can be caught
_NEAR = 0.02  # of the length, between two points


@dataclass(frozen=True)
class WidthHandle:
    """One handle of a point of a profile."""

    index: int  # of the stroke
    point: int  # of its profile
    tip: Points  # [2], document px
    foot: Points  # [2], on the line


class WidthHandles:
    """The handles of a single selected stroke with a profile."""

    def __init__(self, canvas: Canvas, session: Session, editing: Editing) -> None:
        self._canvas, self._session, self._editing = canvas, session, editing

    def at(self, at: Pointer) -> WidthHandle | None:
        """Return the nearest handle within reach."""
        to_canvas = self._canvas.view.to_canvas
        gaps = [((to_canvas(QPointF(*one.tip)) - at.on_canvas).manhattanLength(), one) for one in self._handles()]
        gap, handle = min(gaps, key=lambda pair: pair[0], default=(_HIT_RADIUS + 1, None))
        return handle if gap <= _HIT_RADIUS else None

    def drag(self, handle: WidthHandle) -> DragWidth:
        return DragWidth(self._canvas, self._session, self._editing, handle)

    def add(self, at: Pointer) -> bool:
        """Add a point to the profile of the selected stroke beside the pointer; return False if there is none."""
        for index, stroke in self._selected():
            t, gap = nearest(stroke.curve, (at.on_sheet.x(), at.on_sheet.y()))
            if gap > at.hit_radius + stroke.widest / 2:
                continue
            (share,) = stroke.curve.shares([t]).tolist()
            profile = stroke.profile or CONSTANT
            if all(abs(share - known) > _NEAR for known, _ in profile.points):
                points = (*profile.points, (share, float(profile.at(share)[0])))
                self._editing.pens.set_profile(index, Profile(tuple(sorted(points))))
            return True
        return False

    def remove(self, handle: WidthHandle) -> None:
        """Remove a point of a profile; with its last but one the width becomes constant."""
        stroke = self._session.sheet.hit_test.strokes[handle.index]
        points = stroke.profile.points if stroke.profile else ()
        left = tuple(point for number, point in enumerate(points) if number != handle.point)
        keeps = len(left) > 1 and any(factor for _, factor in left)
        self._editing.pens.set_profile(handle.index, Profile(left) if keeps else None)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        theme = self._canvas.theme
        for handle in self._handles():
            tip, foot = (view.to_canvas(QPointF(*point)) for point in (handle.tip, handle.foot))
            painter.setPen(QPen(QColor(theme.quiet), 1))
            painter.drawLine(foot, tip)
            paint_handle(painter, tip, theme, round_=True, side=_SIDE)

    def _selected(self) -> list[tuple[int, Stroke]]:
        """The selected stroke, where it is only one and no area."""
        reachable, selected = self._session.sheet.hit_test.strokes, self._session.selection.marked.selected
        strokes = [(index, reachable[index]) for index in selected if index in reachable]
        return strokes if len(strokes) == 1 and not strokes[0][1].filled else []

    def _handles(self) -> Iterator[WidthHandle]:
        gesture = self._canvas.input.gesture
        for index, stroke in self._selected():
            if isinstance(gesture, DragWidth) and gesture.valid:
                stroke = gesture.stroke
            if stroke.profile is not None:
                beyond = _STANDOFF / self._canvas.view.scale
                for number, (share, factor) in enumerate(stroke.profile.points):
                    foot, normal = _frame(stroke, share)
                    for side in (1.0, -1.0):
                        tip = foot + side * (factor * stroke.width / 2 + beyond) * normal
                        yield WidthHandle(index, number, tip, foot)


class DragWidth(EditGesture):
    """Changes the width at one point by the distance from the line."""

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, handle: WidthHandle) -> None:
        super().__init__(canvas, session, (handle.index,))
        self._editing, self._handle = editing, handle
        self.stroke = session.sheet.hit_test.strokes[handle.index]

    def move(self, at: Pointer) -> None:
        if not self.valid or self.stroke.profile is None:
            return
        points = list(self.stroke.profile.points)
        share, _ = points[self._handle.point]
        foot, normal = _frame(self.stroke, share)
        across = abs(float((np.array(at.on_sheet.toTuple()) - foot) @ normal)) - _STANDOFF / self.canvas.view.scale
        points[self._handle.point] = share, min(max(across, 0.0) * 2 / self.stroke.width, MAX_FACTOR)
        if any(factor for _, factor in points):
            self.stroke = replace(self.stroke, profile=Profile(tuple(points)))
            self.preview({line.index: (Line.of(line.index, self.stroke),) for line in self.lines})

    def release(self, at: Pointer) -> None:
        self.move(at)
        if self.valid:
            self._editing.pens.set_profile(self._handle.index, self.stroke.profile)


def _frame(stroke: Stroke, share: float) -> tuple[Points, Points]:
    """The point [2] at a share of the length, and the unit vector across the line there."""
    (t,) = stroke.curve.parameters([share]).tolist()
    step = 1e-3
    ends = stroke.curve.at(np.clip([t - step, t + step], 0, stroke.curve.segment_count))
    along = ends[1] - ends[0]
    length = float(np.hypot(*along))
    heading = along / length if length > 0 else np.array([1.0, 0.0])
    return stroke.curve.at(t)[0], np.array([heading[1], -heading[0]])
