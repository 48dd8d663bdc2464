"""The pen: a freehand line, fitted by few cubic segments while it is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen

from taureau.document import Stroke, stroke_in_look
from taureau.geometry import Affine, Curve, Symmetry
from taureau.geometry.freehand import Freehand
from taureau.session import Editing, Message, Pen, Session, Snapping
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.cursors import icon_cursor
from taureau.ui.tools.gesture_snap import GestureSnap
from taureau.ui.tools.hand_emphasis import HandEmphasis
from taureau.wording import tr_noop

_TOLERANCE = 1.5  # px of the canvas between the fitted curve and the mouse
_TIP = (3, 21)  # px, of the pencil in its icon


class PenTool(Tool):
    name = tr_noop("Pen")
    hint = tr_noop("Draw a line by hand.")
    more = tr_noop("Shift makes it straight, Alt does not snap.")

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, pen: Pen, snapping: Snapping) -> None:
        self._canvas, self._session, self._editing, self._pen = canvas, session, editing, pen
        self._snapping = snapping
        self.symmetry = Symmetry()  # about the middle of the sheet

    @property
    def can_draw(self) -> bool:
        """False during a run that cannot take in lines drawn by hand."""
        return not self._session.run.active or self._session.sheet.editable is not None

    def cursor(self, at: Pointer | None) -> QCursor | Qt.CursorShape:
        if not self.can_draw:
            return Qt.CursorShape.ForbiddenCursor
        return icon_cursor("pencil", self._canvas.devicePixelRatioF(), _TIP)

    def press(self, at: Pointer) -> Gesture | None:
        if not self.can_draw or self._report_closed_layer():
            return None
        self._session.run.pause()
        drawing = self._session.sheet.editable
        paper, maps = drawing.paper if drawing else None, self.symmetry.maps(*self._middle)
        return DrawLine(self._canvas, self._editing, self._pen, self._snapping, paper, at, maps)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Paint the axes of the symmetry across the sheet."""
        middle, sheet = self._middle, self._canvas.viewport.sheet
        start, reach = view.to_canvas(QPointF(*middle)), math.hypot(sheet.width(), sheet.height()) * view.scale
        painter.save()
        painter.setClipRect(view.sheet_rect(sheet), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(QColor(self._canvas.theme.mark), 1, Qt.PenStyle.DashLine))
        for x, y in self.symmetry.axes():
            painter.drawLine(start, start + QPointF(x, y) * reach)
        painter.restore()

    @property
    def _middle(self) -> tuple[float, float]:
        sheet = self._canvas.viewport.sheet
        return sheet.width() / 2, sheet.height() / 2

    def _report_closed_layer(self) -> bool:
        """Return True, with a message, when the pen's layer is hidden or locked."""
        drawing, number = self._session.sheet.editable, self._pen.layer
        layer = drawing.layers[number] if drawing is not None and number < len(drawing.layers) else None
        if layer is None or layer.editable:
            return False
        state = tr("locked") if layer.visible else tr("hidden and locked") if layer.locked else tr("hidden")
        verb = {"locked": tr("Unlock it"), "hidden": tr("Show it")}.get(state, "Show and unlock it")
        text = tr("The layer “{name}”, which the pen draws on, is {state}.", name=layer.name, state=state)
        advice = tr("Open it, or choose another layer.")
        self._session.notified.emit(
            Message(text, advice, kind="notice", verb=verb, do=lambda: self._editing.layers.make_editable(number))
        )
        return True


class DrawLine(Gesture):
    """Draws one stroke, or as many as the symmetry asks for.

    Its ends snap to points, those of a straight line to lines as well.
    """

    def __init__(
        self,
        canvas: Canvas,
        editing: Editing,
        pen: Pen,
        snapping: Snapping,
        paper: str | None,
        at: Pointer,
        maps: Sequence[Affine],
    ) -> None:
        """`maps`: under which the line repeats, the identity among them."""
        self._maps = maps
        self._canvas, self._editing, self._pen, self._paper = canvas, editing, pen, paper
        self._from = at
        self._line = Freehand(_TOLERANCE / canvas.view.scale)
        self._snap = GestureSnap(canvas, snapping)
        self._start = self._snap.point(at, "both" if at.shift else "points").toTuple()
        self._line.add(*self._start)
        self._curve = self._line.curve
        self._hand = HandEmphasis()
        self._hand.add(at)

    def move(self, at: Pointer) -> None:
        self._line.add(at.on_sheet.x(), at.on_sheet.y())
        self._hand.add(at)
        if at.shift and at.is_drag_from(self._from):
            self._curve = Curve.line(self._start, self._snap.point(at).toTuple())
        else:
            self._snap.point(at, "points")
            self._curve = self._line.curve

    def release(self, at: Pointer) -> None:
        self.move(at)
        if self._snap.snap.point is not None and not at.shift:
            self._line.add(*self._snap.snap.point)
            self._curve = self._line.curve
        if self._curve is not None:
            strokes = self._strokes(self._pen.stroke(self._curve, self._hand.emphasis))
            label = tr("draw a line") if len(strokes) == 1 else tr("draw {len} lines", len=len(strokes))
            self._editing.insert(strokes, self._pen.layer, label=label)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        if self._curve is not None:
            stroke = self._pen.stroke(self._curve, self._hand.emphasis)
            stroke = stroke_in_look(stroke, self._canvas.ink_style, self._paper)
            self._canvas.paint_lines(painter, [Line.of(-1, one) for one in self._strokes(stroke)])
        self._snap.paint(painter, view)

    def _strokes(self, stroke: Stroke) -> list[Stroke]:
        return [replace(stroke, curve=map_.curve(stroke.curve)) for map_ in self._maps]
