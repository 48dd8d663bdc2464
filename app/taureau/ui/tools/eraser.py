"""Eraser: takes whole strokes, or only what it passes over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.geometry import Box, Curve
from taureau.geometry.erasing import remains
from taureau.session import Editing, Session, counted
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import View
from taureau.ui.tools.edit import Edit

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas

RADIUS = 9.0  # px of the canvas
_FAINT = 0.2  # of its opacity, that a stroke keeps which will go


class Eraser(Tool):
    name = "Eraser"
    hint = "Click or sweep over strokes."
    more = "Ctrl does the other: takes them whole, or only what it passes over."

    def __init__(self, canvas: Canvas, session: Session, editing: Editing) -> None:
        self._canvas, self._session, self._editing = canvas, session, editing
        self.whole = True
        self._at: QPointF | None = None

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def hover(self, at: Pointer | None) -> None:
        self._at = at.window if at is not None else None
        self._canvas.update()

    def press(self, at: Pointer) -> Gesture:
        return Sweep(self._canvas, self._session, self._editing, at, whole=self.whole != at.ctrl)

    def leave(self) -> None:
        self._at = None

    def paint(self, painter: QPainter, view: View) -> None:
        """Its edge, around the mouse."""
        gesture = self._canvas.gesture
        at = gesture.at if isinstance(gesture, Sweep) else self._at
        if at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((self._canvas.theme.paper, 3.0), (self._canvas.theme.pen, 1.0)):
                painter.setPen(QPen(QColor(color), width))
                painter.drawEllipse(at, RADIUS, RADIUS)


class Sweep(Edit):
    """The eraser from press to release; what it takes is seen to go at once."""

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, at: Pointer, *, whole: bool) -> None:
        super().__init__(canvas, session, session.reachable.strokes)
        self._editing, self._whole = editing, whole
        self._radius = RADIUS / canvas.view.scale
        self._reachable = session.reachable
        self._left: dict[int, tuple[Curve, ...]] = {}  # of the strokes that it has met
        self._last = at
        self._pass(at)

    @property
    def at(self) -> QPointF:
        """Where it is, in px of the canvas."""
        return self._last.window

    def move(self, at: Pointer) -> None:
        self._pass(at)

    def release(self, at: Pointer) -> None:
        self._pass(at)
        if not self.holds or not self._left:
            self.cancel()
            return
        strokes = self._reachable.strokes
        becomes = {}
        for place, parts in self._left.items():
            gain = strokes[place].gain if len(parts) == 1 else None
            becomes[place] = tuple(replace(strokes[place], curve=part, gain=gain) for part in parts)
        verb = "erase from" if any(becomes.values()) else "erase"
        self._editing.replace_strokes(becomes, f"{verb} {counted(len(becomes))}")

    def _pass(self, at: Pointer) -> None:
        """From where it was to here."""
        path = [self._last.sheet.toTuple(), at.sheet.toTuple()]
        self._last = at
        if not self.holds:
            return
        xs, ys = zip(*path, strict=True)
        box = Box(min(xs), min(ys), max(xs), max(ys)).grown(self._radius)
        met = False
        for place in self._reachable.touching(box):
            stroke = self._reachable.strokes[place]
            before = self._left.get(place, (stroke.curve,))
            after = tuple(part for curve in before for part in remains(curve, path, self._radius + stroke.width / 2))
            if after != before:
                met = True
                self._left[place] = () if self._whole else after
        if met:
            self.show({line.place: self._preview(line) for line in self.lines if line.place in self._left})

    def _preview(self, line: Line) -> tuple[Line, ...]:
        """What is left of it; a stroke that goes as a whole is still there faintly."""
        if self._whole:
            return (replace(line, opacity=_FAINT * line.opacity),)
        return tuple(line.along(part) for part in self._left[line.place])
