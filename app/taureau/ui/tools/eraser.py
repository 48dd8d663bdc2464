"""The eraser: deletes whole strokes, or only the parts that it passes over."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.document import Stroke, remains
from taureau.geometry import Box
from taureau.session import Editing, Session, counted
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.edit_gesture import EditGesture
from taureau.wording import tr_noop

RADIUS = 9.0  # px of the canvas
_FADED = 0.2  # share of its opacity that a stroke to be deleted keeps in the preview


class EraserTool(Tool):
    name = tr_noop("Eraser")
    hint = tr_noop("Click or sweep over strokes.")
    more = tr_noop("Ctrl switches between whole strokes and only the parts under the eraser.")

    def __init__(self, canvas: Canvas, session: Session, editing: Editing) -> None:
        self._canvas, self._session, self._editing = canvas, session, editing
        self.whole = True
        self._at: QPointF | None = None  # the mouse, px of the canvas

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def hover(self, at: Pointer | None) -> None:
        self._at = at.on_canvas if at is not None else None
        self._canvas.update()

    def press(self, at: Pointer) -> Gesture:
        return Erase(self._canvas, self._session, self._editing, at, whole=self.whole != at.ctrl)

    def deactivate(self) -> None:
        self._at = None

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Paint the outline of the eraser around the mouse."""
        gesture = self._canvas.input.gesture
        at = gesture.at if isinstance(gesture, Erase) else self._at
        if at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((self._canvas.theme.paper, 3.0), (self._canvas.theme.pen, 1.0)):
                painter.setPen(QPen(QColor(color), width))
                painter.drawEllipse(at, RADIUS, RADIUS)


class Erase(EditGesture):
    """One sweep of the eraser, previewed at once."""

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, at: Pointer, *, whole: bool) -> None:
        super().__init__(canvas, session, session.sheet.hit_test.strokes)
        self._editing, self._whole = editing, whole
        self._radius = RADIUS / canvas.view.scale  # document px
        self._reachable = session.sheet.hit_test
        self._remains: dict[int, tuple[Stroke, ...]] = {}  # of the strokes that were touched, by index
        self._last = at
        self._sweep(at)

    @property
    def at(self) -> QPointF:
        """The position in px of the canvas."""
        return self._last.on_canvas

    def move(self, at: Pointer) -> None:
        self._sweep(at)

    def release(self, at: Pointer) -> None:
        self._sweep(at)
        if not self.valid or not self._remains:
            self.cancel()
            return
        strokes = self._reachable.strokes
        replacements = {}
        for index, parts in self._remains.items():
            gain = strokes[index].gain if len(parts) == 1 else None
            replacements[index] = tuple(replace(part, gain=gain) for part in parts)
        verb = tr("erase from") if any(replacements.values()) else tr("erase")
        self._editing.replace_strokes(
            replacements, tr("{verb} {strokes}", verb=verb, strokes=counted(len(replacements)))
        )

    def _sweep(self, at: Pointer) -> None:
        """Erase along the line from the last position to this one."""
        path = [self._last.on_sheet.toTuple(), at.on_sheet.toTuple()]
        self._last = at
        if not self.valid:
            return
        xs, ys = zip(*path, strict=True)
        box = Box(min(xs), min(ys), max(xs), max(ys)).grown(self._radius)
        touched = False
        for index in self._reachable.touching(box):
            stroke = self._reachable.strokes[index]
            before = self._remains.get(index, (stroke,))
            after = tuple(part for one in before for part in remains(one, path, self._radius))
            if after != before:
                touched = True
                self._remains[index] = () if self._whole else after
        if touched:
            self.preview({line.index: self._preview(line) for line in self.lines if line.index in self._remains})

    def _preview(self, line: Line) -> tuple[Line, ...]:
        """Return what remains of a stroke; one that is deleted as a whole is still shown faintly."""
        if self._whole:
            return (replace(line, opacity=_FADED * line.opacity),)
        return tuple(line.of(line.index, part) for part in self._remains[line.index])
