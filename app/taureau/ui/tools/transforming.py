"""Strokes moved, scaled and turned by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTransform

from taureau.document import transformed
from taureau.geometry import Affine
from taureau.session import Editing, Session, counted
from taureau.ui.canvas.tool import Pointer
from taureau.ui.canvas.view_transform import View
from taureau.ui.tools.edit import Edit
from taureau.ui.tools.frame import Frame, Handle
from taureau.ui.tools.overlay import paint_words

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas

_STEP = 15.0  # degrees, to which Ctrl holds a turn
_LEAST = 0.01  # of its size, to which a side can be shrunk


class Transforming(Edit):
    """The selected strokes under an affine map that follows the mouse."""

    verb = ""

    def __init__(
        self, canvas: Canvas, session: Session, editing: Editing, at: Pointer, *, scale_widths: bool = True
    ) -> None:
        super().__init__(canvas, session, session.marked.selected)
        self._editing = editing
        self._from, self._to = at, at
        self._drags = False
        self._scale_widths = scale_widths
        self._affine = Affine()

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        """The map of the sheet that a drag from `start` to `at` means."""
        raise NotImplementedError

    def words(self) -> str:
        """What is being done, in figures."""
        raise NotImplementedError

    def move(self, at: Pointer) -> None:
        self._to = at
        self._drags = self._drags or at.far_from(self._from)
        if self._drags:
            self._affine = self.affine(self._from, at)
            self.show_under(self._affine)

    def show_under(self, affine: Affine) -> None:
        transform = QTransform(affine.a, affine.b, affine.c, affine.d, affine.e, affine.f)
        thicker = affine.mean_scale if self._scale_widths else 1.0
        if self.holds:
            self.canvas.show_moved(self.places, transform, thicker)

    def release(self, at: Pointer) -> None:
        self.move(at)
        if not self._drags:
            self.click(at)
        elif not (self.holds and self._affine != Affine()):
            self.cancel()
        elif self._scale_widths:
            self._editing.transform(self._affine, verb=self.verb)
        elif self.drawing is not None:
            there = transformed(self.drawing, self.places, self._affine).strokes
            becomes = {
                place: replace(new, width=old.width)
                for place, (old, new) in enumerate(zip(self.drawing.strokes, there, strict=True))
                if place in self.places
            }
            self._editing.replace_strokes(becomes, f"{self.verb} {counted(len(becomes))}")

    def click(self, at: Pointer) -> None:
        """The press did not move: it was meant for the stroke there, if there is one."""
        if self.session.reachable.at(at.sheet.x(), at.sheet.y(), at.reach) is not None:
            self.session.select_at(at.sheet.x(), at.sheet.y(), at.reach, extend=at.shift)

    def paint(self, painter: QPainter, view: View) -> None:
        if self._drags and self.holds:
            paint_words(painter, self._to.window, self.words(), self.canvas)


class Move(Transforming):
    """Ctrl holds it to one direction; a press that does not move is a click."""

    verb = "move"

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        by = at.sheet - start.sheet
        if at.ctrl:
            by = QPointF(by.x(), 0) if abs(by.x()) >= abs(by.y()) else QPointF(0, by.y())
        return Affine.translate(by.x(), by.y())

    def click(self, at: Pointer) -> None:
        self.session.select_at(at.sheet.x(), at.sheet.y(), at.reach)

    def words(self) -> str:
        return f"{_signed(self._affine.e)}, {_signed(self._affine.f)} px"


class Scale(Transforming):
    """About the opposite side, with Shift about the middle; Ctrl keeps the proportions."""

    verb = "scale"

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        at: Pointer,
        frame: Frame,
        handle: Handle,
        *,
        scale_widths: bool,
    ) -> None:
        super().__init__(canvas, session, editing, at, scale_widths=scale_widths)
        self._box, self._handle = frame.box, handle
        self._factors = (1.0, 1.0)

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        box, handle = self._box, self._handle
        across, down = (0.5, 0.5) if at.shift else (1.0 - handle.across, 1.0 - handle.down)
        x, y = box.left + across * box.width, box.top + down * box.height
        by = at.sheet - start.sheet
        wide = _factor(by.x(), (handle.across - across) * box.width) if handle.across != 0.5 else None
        high = _factor(by.y(), (handle.down - down) * box.height) if handle.down != 0.5 else None
        if at.ctrl:
            factors = [factor for factor in (wide, high) if factor is not None]
            most = max(factors, key=lambda factor: abs(factor - 1))
            wide = high = most
        self._factors = 1.0 if wide is None else wide, 1.0 if high is None else high
        return Affine.translate(x, y) @ Affine.scale(*self._factors) @ Affine.translate(-x, -y)

    def words(self) -> str:
        wide, high = self._factors
        return f"{100 * wide:.0f} %" if wide == high else f"{100 * wide:.0f} × {100 * high:.0f} %"


class Turn(Transforming):
    """About the middle of the frame; Ctrl holds it to steps of 15°."""

    verb = "turn"

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, at: Pointer, frame: Frame) -> None:
        super().__init__(canvas, session, editing, at)
        self._center = QPointF(*frame.box.center)
        self._degrees = 0.0

    def affine(self, start: Pointer, at: Pointer) -> Affine:
        degrees = math.degrees(self._angle(at) - self._angle(start))
        degrees = (degrees + 180) % 360 - 180
        self._degrees = _STEP * round(degrees / _STEP) if at.ctrl else degrees
        x, y = self._center.x(), self._center.y()
        return Affine.translate(x, y) @ Affine.rotate(self._degrees) @ Affine.translate(-x, -y)

    def words(self) -> str:
        return f"{_signed(self._degrees)}°"

    def _angle(self, at: Pointer) -> float:
        return math.atan2(at.sheet.y() - self._center.y(), at.sheet.x() - self._center.x())


def _factor(by: float, size: float) -> float:
    """How much a side of this size grows when its end is moved `by` px; never nothing, which could not be undone."""
    factor = 1 + by / size if size else 1.0
    return math.copysign(max(abs(factor), _LEAST), factor)


def _signed(value: float) -> str:
    return f"{value:.0f}".replace("-", "−") if abs(value) >= 0.5 else "0"
