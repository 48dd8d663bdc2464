"""The select tool: strokes are clicked or caught in a rectangle, then moved, scaled and rotated."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from taureau.document import Drawing
from taureau.geometry import Affine, bounds_of
from taureau.session import Editing, OneStep, Preferences, Session, Snapping
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import ARROWS, LARGE_NUDGE, Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.cursors import icon_cursor
from taureau.ui.tools.drag_out import DragOut
from taureau.ui.tools.guide_overlay import GuideOverlay
from taureau.ui.tools.marquee import Marquee
from taureau.ui.tools.transform_frame import ROTATE, FrameHandle, TransformFrame
from taureau.ui.tools.transform_gestures import Move, Rotate, Scale, TransformGesture
from taureau.wording import tr_noop


class SelectTool(Tool):
    name = tr_noop("Select")
    hint = tr_noop("Click, or drag around several.")
    more = tr_noop(
        "Drag what is selected, or its handles. Shift adds, Ctrl keeps proportions or takes one line of a group; "
        "a double click enters the group. Alt does not snap, Ctrl+Alt drags into other programs."
    )

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        preferences: Preferences,
        snapping: Snapping,
        guides: GuideOverlay,
    ) -> None:
        self._canvas, self._session, self._editing = canvas, session, editing
        self._preferences, self._snapping, self._guides = preferences, snapping, guides
        self.scale_widths = True
        self._steps = OneStep()
        self._framed: tuple[Drawing | None, frozenset[int], TransformFrame | None] = (None, frozenset(), None)

    @property
    def frame(self) -> TransformFrame | None:
        """The frame around the selected strokes; None without a selection."""
        session = self._session
        drawing, indices = session.sheet.editable, session.selection.marked.selected
        if self._framed[0] is not drawing or self._framed[1] != indices:
            reachable = session.sheet.hit_test
            curves = [reachable.strokes[index].curve for index in indices if index in reachable.strokes]
            box, ink = bounds_of(curves), reachable.box(indices)
            frame = TransformFrame(box, ink) if box is not None and ink is not None else None
            self._framed = drawing, indices, frame
        return self._framed[2]

    @property
    def handles(self) -> dict[FrameHandle, QPointF]:
        """The handles of the frame, in canvas px; none without a selection."""
        return self.frame.handles(self._canvas.view, QSizeF(self._canvas.size())) if self.frame is not None else {}

    def cursor(self, at: Pointer | None) -> QCursor | Qt.CursorShape:
        if at is None:
            return Qt.CursorShape.ArrowCursor
        index = self._stroke_at(at)
        handle = self._handle_at(at, index)
        if handle is not None:
            return self._handle_cursor(handle)
        if index in self._session.selection.marked.selected or (index is None and self._is_inside_frame(at)):
            return Qt.CursorShape.SizeAllCursor
        if index is None:
            return self._guides.cursor(at) or Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.PointingHandCursor

    def press(self, at: Pointer) -> Gesture:
        canvas, session, editing, snapping = self._canvas, self._session, self._editing, self._snapping
        frame, index = self.frame, self._stroke_at(at)
        handle = self._handle_at(at, index)
        if frame is not None and handle is not None:
            if handle.rotates:
                return Rotate(canvas, session, editing, snapping, at, frame)
            return Scale(canvas, session, editing, snapping, at, frame, handle, scale_widths=self.scale_widths)
        if at.ctrl and at.alt and (index is not None or self._is_inside_frame(at)):
            if index is not None and index not in session.selection.marked.selected:
                session.selection.select_at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius)
            return DragOut(canvas, session, at)
        if at.shift or (index is None and not self._is_inside_frame(at)):
            guide = None if at.shift else self._guides.press(at)
            return guide or Marquee(canvas, session, at)
        if index is not None and index not in session.selection.marked.selected:
            session.selection.select_at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius, alone=at.ctrl)
        return Move(canvas, session, editing, snapping, at, self._preferences.unit)

    def double_click(self, at: Pointer) -> None:
        """Enter the group there, so that its members can be selected."""
        self._session.selection.enter_at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius)

    def key(self, event: QKeyEvent) -> bool:
        """Nudge the selected strokes with the arrow keys; quick repetitions are one undo step."""
        direction = ARROWS.get(Qt.Key(event.key()))
        indices = self._session.selection.marked.selected
        if direction is None or not indices:
            return False
        distance = LARGE_NUDGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        by = Affine.translate(distance * direction[0], distance * direction[1])
        self._editing.transform(by, step=self._steps.number(indices))
        return True

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        frame = self.frame
        if frame is not None and not isinstance(self._canvas.input.gesture, TransformGesture):
            frame.paint(painter, view, QSizeF(self._canvas.size()), self._canvas.theme)

    def _stroke_at(self, at: Pointer) -> int | None:
        return self._session.sheet.hit_test.at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius)

    def _handle_at(self, at: Pointer, index: int | None) -> FrameHandle | None:
        """Return the handle there; an unselected stroke takes precedence over the area around the corners."""
        if self.frame is None:
            return None
        handle = self.frame.handle_at(self._canvas.view, QSizeF(self._canvas.size()), at.on_canvas)
        if handle is None and self.frame.is_outside_corner(self._canvas.view, at.on_canvas):
            return ROTATE if index is None or index in self._session.selection.marked.selected else None
        return handle

    def _is_inside_frame(self, at: Pointer) -> bool:
        return self.frame is not None and self.frame.contains(self._canvas.view, at.on_canvas)

    def _handle_cursor(self, handle: FrameHandle) -> QCursor | Qt.CursorShape:
        if handle.rotates:
            return icon_cursor("rotate-cw", self._canvas.devicePixelRatioF())
        if handle.across == 0.5:
            return Qt.CursorShape.SizeVerCursor
        if handle.down == 0.5:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.SizeFDiagCursor if handle.across == handle.down else Qt.CursorShape.SizeBDiagCursor
