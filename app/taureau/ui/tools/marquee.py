"""A rectangle drawn by hand, which selects the strokes it touches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from taureau.geometry import Box
from taureau.session import Session
from taureau.ui.canvas.tool import Gesture, Pointer
from taureau.ui.canvas.view_transform import View
from taureau.ui.tools.overlay import paint_marquee

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas
    from taureau.ui.tools.node import Node
    from taureau.ui.tools.shaping import Spot


class Marquee(Gesture):
    """A rectangle that catches what it touches; a press that does not move is a click."""

    def __init__(self, canvas: Canvas, session: Session, at: Pointer) -> None:
        self._canvas, self._session = canvas, session
        self._from = self._to = at
        self._drags = False
        self._before = canvas.marked

    @property
    def drags(self) -> bool:
        return self._drags

    @property
    def box(self) -> Box:
        """What it goes around, in px of the sheet."""
        across = sorted((self._from.sheet.x(), self._to.sheet.x()))
        down = sorted((self._from.sheet.y(), self._to.sheet.y()))
        return Box(across[0], down[0], across[1], down[1])

    def move(self, at: Pointer) -> None:
        self._to = at
        self._drags = self._drags or at.far_from(self._from)
        if self._drags:
            caught = frozenset(self._session.reachable.touching(self.box))
            selected = caught | self._before.selected if at.shift else caught
            self._canvas.set_marked(replace(self._before, selected=selected))

    def release(self, at: Pointer) -> None:
        self._to = at
        if self._drags:
            self._session.select_places(self._session.reachable.touching(self.box), extend=at.shift)
        else:
            self._session.select_at(at.sheet.x(), at.sheet.y(), at.reach, extend=at.shift)

    def cancel(self) -> None:
        self._canvas.set_marked(self._before)

    def paint(self, painter: QPainter, view: View) -> None:
        if self._drags:
            paint_marquee(painter, view, self._from.sheet, self._to.sheet, self._canvas.theme)


class NodeMarquee(Marquee):
    """Catches nodes of the selected strokes; where it catches none, strokes."""

    def __init__(self, canvas: Canvas, session: Session, at: Pointer, tool: Node) -> None:
        super().__init__(canvas, session, at)
        self._tool = tool
        self._chosen = tool.chosen

    def move(self, at: Pointer) -> None:
        super().move(at)
        caught = self._caught()
        if self.drags and caught:
            self._canvas.set_marked(self._before)
            self._tool.choose(caught | self._chosen if at.shift else caught)
        else:
            self._tool.choose(self._chosen)

    def release(self, at: Pointer) -> None:
        self.move(at)
        if self.drags and self._caught():
            return
        self._tool.choose(frozenset())
        super().release(at)

    def cancel(self) -> None:
        super().cancel()
        self._tool.choose(self._chosen)

    def _caught(self) -> frozenset[Spot]:
        return frozenset(spot for spot, (x, y) in self._tool.nodes() if self.box.contains(x, y))
