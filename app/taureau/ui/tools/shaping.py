"""Curves given another shape by hand: nodes and handles dragged, segments pulled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from taureau.geometry import Curve
from taureau.geometry.nodes import handle_moved, node_moved, segment_pulled
from taureau.session import Editing, Session
from taureau.ui.canvas.tool import Pointer
from taureau.ui.tools.edit import Edit

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas

Spot = tuple[int, int]  # the place of a stroke, and one of its nodes


class Shaping(Edit):
    """Curves that follow the mouse; `curves` are those of the strokes at their places, as they are to be."""

    label = ""

    def __init__(
        self, canvas: Canvas, session: Session, editing: Editing, places: Collection[int], at: Pointer
    ) -> None:
        super().__init__(canvas, session, places)
        self._editing = editing
        self._from = at
        self._drags = False
        reachable = session.reachable.strokes
        self._strokes = {place: reachable[place] for place in self.places if place in reachable}
        self.curves: dict[int, Curve] = {}

    def shaped(self, place: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        """The curve after a drag `by` so many px of the sheet."""
        raise NotImplementedError

    def click(self, at: Pointer) -> None:
        """The press did not move."""

    def move(self, at: Pointer) -> None:
        self._drags = self._drags or at.far_from(self._from)
        if self._drags and self.holds:
            by = at.sheet - self._from.sheet
            self.curves = {place: self.shaped(place, stroke.curve, by, at) for place, stroke in self._strokes.items()}
            self.show({line.place: (line.along(self.curves[line.place]),) for line in self.lines})

    def release(self, at: Pointer) -> None:
        self.move(at)
        if not self._drags:
            self.click(at)
        elif self.holds:
            becomes = {
                place: replace(stroke, curve=self.curves[place])
                for place, stroke in self._strokes.items()
                if self.curves[place] != stroke.curve
            }
            if becomes:
                self._editing.replace_strokes(becomes, self.label)
            else:
                self.cancel()

    def cancel(self) -> None:
        super().cancel()
        self.curves = {}


class DragNodes(Shaping):
    """All chosen nodes go along; Ctrl holds them to one direction."""

    def __init__(
        self, canvas: Canvas, session: Session, editing: Editing, spots: Collection[Spot], at: Pointer
    ) -> None:
        super().__init__(canvas, session, editing, {place for place, _ in spots}, at)
        self._spots = spots
        self.label = "move 1 node" if len(spots) == 1 else f"move {len(spots)} nodes"

    def shaped(self, place: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        if at.ctrl:
            by = QPointF(by.x(), 0) if abs(by.x()) >= abs(by.y()) else QPointF(0, by.y())
        for other, node in self._spots:
            if other == place:
                x, y = curve.points[3 * node]
                curve = node_moved(curve, node, (x + by.x(), y + by.y()))
        return curve


class DragHandle(Shaping):
    """In a smooth node the other handle turns along; Ctrl moves this one alone, which makes a corner."""

    label = "move a handle"

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, place: int, index: int, at: Pointer) -> None:
        super().__init__(canvas, session, editing, (place,), at)
        self._index = index

    def shaped(self, place: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        x, y = curve.points[self._index]
        return handle_moved(curve, self._index, (x + by.x(), y + by.y()), smooth=False if at.ctrl else None)


class PullSegment(Shaping):
    """The line goes with the mouse where it was taken hold of; a press that does not move is a click."""

    label = "bend a line"

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, place: int, t: float, at: Pointer) -> None:
        super().__init__(canvas, session, editing, (place,), at)
        self._t = t

    def shaped(self, place: int, curve: Curve, by: QPointF, at: Pointer) -> Curve:
        return segment_pulled(curve, self._t, (by.x(), by.y()))

    def click(self, at: Pointer) -> None:
        self.session.select_at(at.sheet.x(), at.sheet.y(), at.reach, extend=at.shift)
