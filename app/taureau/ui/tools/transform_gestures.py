"""Gestures that move, scale and rotate the selected strokes."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTransform

from taureau.document import Unit, number_text
from taureau.geometry import Affine, Point, bounds_of
from taureau.session import Editing, Session, Snapping
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Pointer
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.edit_gesture import EditGesture
from taureau.ui.tools.gesture_snap import GestureSnap
from taureau.ui.tools.readout import paint_readout
from taureau.ui.tools.transform_frame import FrameHandle, TransformFrame
from taureau.wording import tr_noop

_ANGLE_STEP = 15.0  # degrees, of a rotation with Ctrl
_LEAST_FACTOR = 0.01  # a scale of 0 could not be undone
_MOST_NODES = 64  # of the strokes that are moved, that snap; beyond that only their box does


class TransformGesture(EditGesture):
    """Applies an affine map that follows the mouse to the selected strokes."""

    verb = ""  # of the undo step

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        at: Pointer,
        *,
        scale_widths: bool = True,
    ) -> None:
        super().__init__(canvas, session, session.selection.marked.selected)
        self.snap = GestureSnap(canvas, snapping, self.indices)
        self._editing = editing
        self._from, self._to = at, at
        self._dragged = False
        self._scale_widths = scale_widths
        self._affine = Affine()

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        """Return the map of the sheet for a drag from `start` to `at`."""
        raise NotImplementedError

    def readout(self) -> str:
        """Return the amount of the transform, as shown beside the mouse."""
        raise NotImplementedError

    def click(self, at: Pointer) -> None:
        """Handle a press without a drag: select the stroke there, if there is one."""
        where = at.on_sheet.x(), at.on_sheet.y(), at.hit_radius
        if self.session.sheet.hit_test.at(*where) is not None:
            self.session.selection.select_at(*where, extend=at.shift, alone=at.ctrl)

    def move(self, at: Pointer) -> None:
        self._to = at
        self._dragged = self._dragged or at.is_drag_from(self._from)
        if self._dragged:
            self._affine = self.affine(self._from, at)
            self._preview_affine(self._affine)

    def release(self, at: Pointer) -> None:
        self.move(at)
        if not self._dragged:
            self.click(at)
        elif not (self.valid and self._affine != Affine()):
            self.cancel()
        else:
            self._editing.transform(self._affine, verb=self.verb, scale_widths=self._scale_widths)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        if self._dragged and self.valid:
            self.snap.paint(painter, view)
            paint_readout(painter, self._to.on_canvas, self.readout(), self.canvas)

    def _preview_affine(self, affine: Affine) -> None:
        transform = QTransform(affine.a, affine.b, affine.c, affine.d, affine.e, affine.f)
        if self.valid:
            width_factor = affine.mean_scale if self._scale_widths else 1.0
            self.canvas.preview_transformed(self.indices, transform, width_factor)


class Move(TransformGesture):
    """Translates; Ctrl constrains the direction to an axis. Nodes, corners and centre of what moves snap."""

    verb = tr_noop("move")

    def __init__(
        self, canvas: Canvas, session: Session, editing: Editing, snapping: Snapping, at: Pointer, unit: Unit
    ) -> None:
        """`unit`: of the readout."""
        super().__init__(canvas, session, editing, snapping, at)
        self._unit = unit
        self._points = self._snapping_points()

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        by = at.on_sheet - start.on_sheet
        if at.ctrl:
            across = abs(by.x()) >= abs(by.y())
            by = QPointF(by.x(), 0) if across else QPointF(0, by.y())
            by = self.snap.shifted(self._points, by, at, "x" if across else "y")
        else:
            by = self.snap.shifted(self._points, by, at)
        return Affine.translate(by.x(), by.y())

    def _snapping_points(self) -> list[Point]:
        reachable = self.session.sheet.hit_test.strokes
        curves = [reachable[index].curve for index in self.indices if index in reachable]
        box = bounds_of(curves)
        if box is None:
            return []
        nodes = [tuple(node) for curve in curves for node in curve.points[::3].tolist()]
        corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        return [*(nodes if len(nodes) <= _MOST_NODES else ()), *corners, box.center]

    def click(self, at: Pointer) -> None:
        self.session.selection.select_at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius, alone=at.ctrl)

    def readout(self) -> str:
        return f"{number_text(self._affine.e, self._unit)}, {number_text(self._affine.f, self._unit)} {self._unit}"


class Scale(TransformGesture):
    """Scales about the opposite side, with Shift about the centre; Ctrl keeps the proportions."""

    verb = tr_noop("scale")

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        at: Pointer,
        frame: TransformFrame,
        handle: FrameHandle,
        *,
        scale_widths: bool,
    ) -> None:
        super().__init__(canvas, session, editing, snapping, at, scale_widths=scale_widths)
        self._box, self._handle = frame.box, handle
        self._factors = (1.0, 1.0)

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        box, handle = self._box, self._handle
        across, down = (0.5, 0.5) if at.shift else (1.0 - handle.across, 1.0 - handle.down)
        x, y = box.left + across * box.width, box.top + down * box.height
        by = self._snapped(at.on_sheet - start.on_sheet, at)
        wide = _factor(by.x(), (handle.across - across) * box.width) if handle.across != 0.5 else None
        high = _factor(by.y(), (handle.down - down) * box.height) if handle.down != 0.5 else None
        if at.ctrl:
            factors = [factor for factor in (wide, high) if factor is not None]
            most = max(factors, key=lambda factor: abs(factor - 1))
            wide = high = most
        self._factors = 1.0 if wide is None else wide, 1.0 if high is None else high
        return Affine.translate(x, y) @ Affine.scale(*self._factors) @ Affine.translate(-x, -y)

    def _snapped(self, by: QPointF, at: Pointer) -> QPointF:
        """Snap the dragged side or corner of the box, unless the proportions are kept."""
        if at.ctrl:
            return by
        box, handle = self._box, self._handle
        point = (box.left + handle.across * box.width, box.top + handle.down * box.height)
        return self.snap.shifted(
            [point], by, at, "x" if handle.down == 0.5 else "y" if handle.across == 0.5 else "both"
        )

    def readout(self) -> str:
        wide, high = self._factors
        return f"{100 * wide:.0f} %" if wide == high else f"{100 * wide:.0f} × {100 * high:.0f} %"


class Rotate(TransformGesture):
    """Rotates about the centre of the frame; Ctrl constrains the angle to steps of 15°."""

    verb = tr_noop("turn")

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        at: Pointer,
        frame: TransformFrame,
    ) -> None:
        super().__init__(canvas, session, editing, snapping, at)
        self._centre = QPointF(*frame.box.center)
        self._degrees = 0.0

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        degrees = math.degrees(self._angle(at) - self._angle(start))
        degrees = (degrees + 180) % 360 - 180
        self._degrees = _ANGLE_STEP * round(degrees / _ANGLE_STEP) if at.ctrl else degrees
        x, y = self._centre.x(), self._centre.y()
        return Affine.translate(x, y) @ Affine.rotate(self._degrees) @ Affine.translate(-x, -y)

    def readout(self) -> str:
        return f"{_signed(self._degrees)}°"

    def _angle(self, at: Pointer) -> float:
        return math.atan2(at.on_sheet.y() - self._centre.y(), at.on_sheet.x() - self._centre.x())


def _factor(by: float, size: float) -> float:
    """Return how much a side of this size is scaled when its end moves `by` px; never 0."""
    factor = 1 + by / size if size else 1.0
    return math.copysign(max(abs(factor), _LEAST_FACTOR), factor)


def _signed(value: float) -> str:
    return f"{value:.0f}".replace("-", "−") if abs(value) >= 0.5 else "0"
