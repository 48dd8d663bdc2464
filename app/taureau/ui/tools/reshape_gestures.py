"""Gestures that reshape curves: nodes and handles are dragged, segments bent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from taureau.geometry import Curve
from taureau.geometry.nodes import handle_moved, node_moved, segment_pulled
from taureau.session import Editing, Session, Snapping
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Pointer
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.edit_gesture import EditGesture
from taureau.ui.tools.gesture_snap import GestureSnap
from taureau.wording import tr_noop


class ReshapeGesture(EditGesture):
    """`curves` holds the curves as previewed, by the index of the stroke."""

    label = ""  # of the undo step

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        indices: Collection[int],
        at: Pointer,
    ) -> None:
        super().__init__(canvas, session, indices)
        self._editing = editing
        self._from = at
        self._dragged = False
        self.snap = GestureSnap(canvas, snapping, self.indices)
        reachable = session.sheet.hit_test.strokes
        self._strokes = {index: reachable[index] for index in self.indices if index in reachable}
        self.curves: dict[int, Curve] = {}

    def reshaped(self, index: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        """Return the curve of a stroke after a drag by document px."""
        raise NotImplementedError

    def click(self, at: Pointer) -> None:
        """Handle a press without a drag."""

    def snapped(self, by: QPointF, at: Pointer) -> QPointF:
        """Return the drag, extended to what the dragged point snaps to."""
        return by

    def move(self, at: Pointer) -> None:
        self._dragged = self._dragged or at.is_drag_from(self._from)
        if self._dragged and self.valid:
            by = self.snapped(at.on_sheet - self._from.on_sheet, at)
            self.curves = {index: self.reshaped(index, stroke.curve, by, at) for index, stroke in self._strokes.items()}
            self.preview({line.index: (line.along(self.curves[line.index]),) for line in self.lines})

    def release(self, at: Pointer) -> None:
        self.move(at)
        if not self._dragged:
            self.click(at)
        elif self.valid:
            replacements = {
                index: replace(stroke, curve=self.curves[index])
                for index, stroke in self._strokes.items()
                if self.curves[index] != stroke.curve
            }
            if replacements:
                self._editing.replace_strokes(replacements, self.label)
            else:
                self.cancel()

    def cancel(self) -> None:
        super().cancel()
        self.curves = {}

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        if self._dragged and self.valid:
            self.snap.paint(painter, view)


class DragNodes(ReshapeGesture):
    """Moves all selected nodes; Ctrl constrains the direction to an axis."""

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        nodes: Collection[tuple[int, int]],
        pressed: tuple[int, int],
        at: Pointer,
    ) -> None:
        """`nodes`: pairs of a stroke's index and a node's, of which the pressed one snaps."""
        super().__init__(canvas, session, editing, snapping, {stroke for stroke, _ in nodes} | {pressed[0]}, at)
        self._nodes, self._pressed = nodes, pressed
        self.label = tr("move 1 node") if len(nodes) == 1 else tr("move {len} nodes", len=len(nodes))

    def snapped(self, by: QPointF, at: Pointer) -> QPointF:
        x, y = self._strokes[self._pressed[0]].curve.points[3 * self._pressed[1]].tolist()
        if not at.ctrl:
            return self.snap.shifted([(x, y)], by, at)
        across = abs(by.x()) >= abs(by.y())
        by = QPointF(by.x(), 0) if across else QPointF(0, by.y())
        return self.snap.shifted([(x, y)], by, at, "x" if across else "y")

    def reshaped(self, index: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        for stroke, node in self._nodes:
            if stroke == index:
                x, y = curve.points[3 * node]
                curve = node_moved(curve, node, (x + by.x(), y + by.y()))
        return curve


class DragHandle(ReshapeGesture):
    """Moves a handle; at a smooth node the opposite handle rotates along, with Ctrl the node becomes a corner."""

    label = tr_noop("move a handle")

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        stroke: int,
        control: int,
        at: Pointer,
    ) -> None:
        """`control`: index of the control point of the stroke."""
        super().__init__(canvas, session, editing, snapping, (stroke,), at)
        self._control = control

    def snapped(self, by: QPointF, at: Pointer) -> QPointF:
        (stroke,) = self._strokes.values()
        x, y = stroke.curve.points[self._control].tolist()
        return self.snap.shifted([(x, y)], by, at)

    def reshaped(self, index: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        x, y = curve.points[self._control]
        return handle_moved(curve, self._control, (x + by.x(), y + by.y()), smooth=False if at.ctrl else None)


class BendSegment(ReshapeGesture):
    """Moves the point of the curve that was pressed; a press without a drag is a click."""

    label = tr_noop("bend a line")

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        snapping: Snapping,
        stroke: int,
        t: float,
        at: Pointer,
    ) -> None:
        """`t`: curve parameter of the point."""
        super().__init__(canvas, session, editing, snapping, (stroke,), at)
        self._t = t

    def reshaped(self, index: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        return segment_pulled(curve, self._t, (by.x(), by.y()))

    def click(self, at: Pointer) -> None:
        where = at.on_sheet.x(), at.on_sheet.y(), at.hit_radius
        self.session.selection.select_at(*where, extend=at.shift, alone=True)
