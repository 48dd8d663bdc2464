"""Select: strokes are clicked or caught in a rectangle, then moved, scaled and turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from taureau.document import Drawing
from taureau.geometry import Affine, bounds_of
from taureau.session import Editing, OneStep, Session
from taureau.ui.canvas.tool import ARROWS, FAR, Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import View
from taureau.ui.tools.cursors import icon_cursor
from taureau.ui.tools.frame import KNOB, Frame, Handle
from taureau.ui.tools.marquee import Marquee
from taureau.ui.tools.overlay import paint_frame
from taureau.ui.tools.transforming import Move, Scale, Transforming, Turn

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas


class Select(Tool):
    name = "Select"
    hint = "Click, or drag around several."
    more = "Drag what is selected, or its handles. Shift adds, Ctrl keeps proportions."

    def __init__(self, canvas: Canvas, session: Session, editing: Editing) -> None:
        self._canvas, self._session, self._editing = canvas, session, editing
        self.scale_widths = True
        self._steps = OneStep()
        self._framed: tuple[Drawing | None, frozenset[int], Frame | None] = (None, frozenset(), None)

    @property
    def frame(self) -> Frame | None:
        """Around what is selected; None where nothing is."""
        session = self._session
        drawing, places = session.editable, session.marked.selected
        if self._framed[0] is not drawing or self._framed[1] != places:
            reachable = session.reachable
            curves = [reachable.strokes[place].curve for place in places if place in reachable.strokes]
            box, ink = bounds_of(curves), reachable.box(places)
            self._framed = drawing, places, Frame(box, ink) if box is not None and ink is not None else None
        return self._framed[2]

    def cursor(self, at: Pointer | None) -> QCursor | Qt.CursorShape:
        if at is None:
            return Qt.CursorShape.ArrowCursor
        place = self._place(at)
        handle = self._handle(at, place)
        if handle is not None:
            return self._handle_cursor(handle)
        if place in self._session.marked.selected or (place is None and self._is_inside(at)):
            return Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor

    def press(self, at: Pointer) -> Gesture:
        canvas, session, editing = self._canvas, self._session, self._editing
        frame, place = self.frame, self._place(at)
        handle = self._handle(at, place)
        if frame is not None and handle is not None:
            if handle.turns:
                return Turn(canvas, session, editing, at, frame)
            return Scale(canvas, session, editing, at, frame, handle, scale_widths=self.scale_widths)
        if at.shift or (place is None and not self._is_inside(at)):
            return Marquee(canvas, session, at)
        if place is not None and place not in session.marked.selected:
            session.select_places((place,))
        return Move(canvas, session, editing, at)

    def _handle(self, at: Pointer, place: int | None) -> Handle | None:
        """The handle there; a stroke that is not selected yet comes before what surrounds the corners."""
        if self.frame is None:
            return None
        handle = self.frame.handle_at(self._canvas.view, at.window)
        if handle is None and self.frame.is_outside_corner(self._canvas.view, at.window):
            return KNOB if place is None or place in self._session.marked.selected else None
        return handle

    def _is_inside(self, at: Pointer) -> bool:
        return self.frame is not None and self.frame.contains(self._canvas.view, at.window)

    def key(self, event: QKeyEvent) -> bool:
        """Arrow keys nudge what is selected; in quick succession that is one step."""
        way = ARROWS.get(Qt.Key(event.key()))
        places = self._session.marked.selected
        if way is None or not places:
            return False
        far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._editing.transform(Affine.translate(far * way[0], far * way[1]), step=self._steps.number(places))
        return True

    def paint(self, painter: QPainter, view: View) -> None:
        frame = self.frame
        if frame is not None and not isinstance(self._canvas.gesture, Transforming):
            grips = frame.handles(view)
            knob = grips.pop(KNOB)
            paint_frame(painter, frame.rect(view), grips.values(), knob, self._canvas.theme)

    def _place(self, at: Pointer) -> int | None:
        return self._session.reachable.at(at.sheet.x(), at.sheet.y(), at.reach)

    def _handle_cursor(self, handle: Handle) -> QCursor | Qt.CursorShape:
        if handle.turns:
            return icon_cursor("rotate-cw", self._canvas.devicePixelRatioF())
        if handle.across == 0.5:
            return Qt.CursorShape.SizeVerCursor
        if handle.down == 0.5:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.SizeFDiagCursor if handle.across == handle.down else Qt.CursorShape.SizeBDiagCursor
