"""Rectangle selection: strokes, or nodes of the selected strokes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.geometry import Box
from taureau.session import Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Gesture, Pointer
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.handles import sharp
from taureau.ui.tools.node_selection import NodeId, NodeSelection


class Marquee(Gesture):
    """Selects what the rectangle touches, groups as a whole; a press without a drag is a click."""

    alone = False  # select strokes without the others of their groups

    def __init__(self, canvas: Canvas, session: Session, at: Pointer) -> None:
        self._canvas, self._session = canvas, session
        self._from = self._to = at
        self._dragged = False
        self._before = canvas.marked

    @property
    def dragged(self) -> bool:
        return self._dragged

    @property
    def box(self) -> Box:
        """The rectangle in document px."""
        across = sorted((self._from.on_sheet.x(), self._to.on_sheet.x()))
        down = sorted((self._from.on_sheet.y(), self._to.on_sheet.y()))
        return Box(across[0], down[0], across[1], down[1])

    def move(self, at: Pointer) -> None:
        self._to = at
        self._dragged = self._dragged or at.is_drag_from(self._from)
        if self._dragged:
            touched = self._touched()
            selected = touched | self._before.selected if at.shift else touched
            self._canvas.set_marked(replace(self._before, selected=selected))

    def release(self, at: Pointer) -> None:
        self._to = at
        if self._dragged:
            self._session.selection.select(self._touched(), extend=at.shift)
        else:
            where = at.on_sheet.x(), at.on_sheet.y(), at.hit_radius
            self._session.selection.select_at(*where, extend=at.shift, alone=self.alone or at.ctrl)

    def cancel(self) -> None:
        self._canvas.set_marked(self._before)

    def _touched(self) -> frozenset[int]:
        touched = self._session.sheet.hit_test.touching(self.box)
        return frozenset(touched) if self.alone else self._session.selection.whole(touched)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        if not self._dragged:
            return
        corners = (view.to_canvas(corner.on_sheet) for corner in (self._from, self._to))
        area = sharp(QRectF(*corners).normalized())
        mark = QColor(self._canvas.theme.mark)
        fill = QColor(mark)
        fill.setAlphaF(0.08)
        painter.fillRect(area, fill)
        painter.setPen(QPen(mark, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)


class NodeMarquee(Marquee):
    """Selects the nodes in the rectangle; where there are none, the strokes that it touches."""

    alone = True

    def __init__(self, canvas: Canvas, session: Session, at: Pointer, nodes: NodeSelection) -> None:
        super().__init__(canvas, session, at)
        self._nodes = nodes
        self._nodes_before = nodes.selected

    def move(self, at: Pointer) -> None:
        super().move(at)
        inside = self._nodes_inside()
        if self.dragged and inside:
            self._canvas.set_marked(self._before)
            self._nodes.select(inside | self._nodes_before if at.shift else inside)
        else:
            self._nodes.select(self._nodes_before)

    def release(self, at: Pointer) -> None:
        self.move(at)
        if self.dragged and self._nodes_inside():
            return
        self._nodes.select(frozenset())
        super().release(at)

    def cancel(self) -> None:
        super().cancel()
        self._nodes.select(self._nodes_before)

    def _nodes_inside(self) -> frozenset[NodeId]:
        return frozenset(node for node, (x, y) in self._nodes.points() if self.box.contains(x, y))
