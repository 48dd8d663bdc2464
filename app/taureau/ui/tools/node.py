"""The node tool: edits the points that strokes run through, and the handles that bend them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from taureau.geometry import Curve
from taureau.geometry.distance import nearest
from taureau.geometry.nodes import (
    is_smooth,
    made_corner,
    made_smooth,
    node_added,
    node_count,
    node_moved,
    node_removed,
)
from taureau.session import Editing, OneStep, Session, Snapping
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import ARROWS, LARGE_NUDGE, Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.handles import paint_handle
from taureau.ui.tools.marquee import NodeMarquee
from taureau.ui.tools.node_selection import NodeId, NodeSelection
from taureau.ui.tools.reshape_gestures import BendSegment, DragHandle, DragNodes
from taureau.ui.tools.width_handles import WidthHandles
from taureau.wording import tr_noop

_NODE, _HANDLE = 8.0, 7.0  # px, their sides
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class NodeTool(Tool):
    name = tr_noop("Node")
    hint = tr_noop("Drag nodes or lines.")
    more = tr_noop(
        "Click a stroke first; handles bend it, double-click adds a node or rounds one. "
        "Alt and a double-click add or remove a width."
    )

    def __init__(self, canvas: Canvas, session: Session, editing: Editing, snapping: Snapping) -> None:
        self._canvas, self._session, self._editing, self._snapping = canvas, session, editing, snapping
        self._steps = OneStep()
        self.nodes = NodeSelection(canvas, session)
        self._widths = WidthHandles(canvas, session, editing)

    # Mouse.

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        if at is None:
            return Qt.CursorShape.ArrowCursor
        if self.nodes.handle_at(at) or self.nodes.node_at(at) or self._widths.at(at):
            return Qt.CursorShape.SizeAllCursor
        stroke = self._session.sheet.hit_test.at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius)
        return Qt.CursorShape.ArrowCursor if stroke is None else Qt.CursorShape.PointingHandCursor

    def press(self, at: Pointer) -> Gesture:
        canvas, session, editing, snapping = self._canvas, self._session, self._editing, self._snapping
        node, handle = self.nodes.node_at(at), self.nodes.handle_at(at)
        if node is not None:
            self._press_node(node, at)
            return DragNodes(canvas, session, editing, snapping, self.nodes.selected, node, at)
        if handle is not None:
            return DragHandle(canvas, session, editing, snapping, *handle, at)
        width = self._widths.at(at)
        if width is not None:
            return self._widths.drag(width)
        index = session.sheet.hit_test.at(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius)
        if index is not None and not at.shift and index not in session.selection.marked.selected:
            session.selection.select((index,))
            self.nodes.select(())
        if index is not None:
            t, _ = nearest(session.sheet.hit_test.strokes[index].curve, (at.on_sheet.x(), at.on_sheet.y()))
            return BendSegment(canvas, session, editing, snapping, index, t, at)
        return NodeMarquee(canvas, session, at, self.nodes)

    def double_click(self, at: Pointer) -> None:
        """Toggle a node between smooth and corner, or add a node to the curve; with Alt, add or remove a width."""
        width = self._widths.at(at)
        if width is not None and at.alt:
            self._widths.remove(width)
            return
        if at.alt and self._widths.add(at):
            return
        node = self.nodes.node_at(at)
        if node is not None:
            self._press_node(node, at)
            smooth = is_smooth(self.nodes.curves()[node[0]], node[1])
            (self.make_corner if smooth else self.make_smooth)()
            return
        for index in reversed(self._session.sheet.hit_test.near(at.on_sheet.x(), at.on_sheet.y(), at.hit_radius)):
            if index in self._session.selection.marked.selected:
                curve = self._session.sheet.hit_test.strokes[index].curve
                t, _ = nearest(curve, (at.on_sheet.x(), at.on_sheet.y()))
                more = node_added(curve, t)
                if more is not curve:
                    self._replace({index: more}, tr("add a node"))
                    self.nodes.select({(index, int(t) + 1)})
                return

    def select_at(self, at: Pointer) -> None:
        """Select the node there, unless it is selected with others."""
        node = self.nodes.node_at(at)
        if node is not None:
            self._press_node(node, at)

    def _press_node(self, node: NodeId, at: Pointer) -> None:
        """Select a node; Shift toggles it; a press on one of several selected nodes keeps them."""
        selected = self.nodes.selected
        if at.shift:
            self.nodes.select(selected ^ {node} or {node})
        elif node not in selected:
            self.nodes.select({node})

    # Keyboard.

    def overrides(self, event: QKeyEvent) -> bool:
        return self._command(event) is not None

    def key(self, event: QKeyEvent) -> bool:
        command = self._command(event)
        if command is not None:
            command()
        return command is not None

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does to the nodes now."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_A and held == _CTRL and self.nodes.curves():
            return self.nodes.select_all
        if not self.nodes.selected:
            return None
        if key in ARROWS and held in (_NONE, _SHIFT):
            return lambda: self._nudge(*ARROWS[key], LARGE_NUDGE if held == _SHIFT else 1)
        commands: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_S, _SHIFT): self.make_smooth,
            (Qt.Key.Key_C, _SHIFT): self.make_corner,
            (Qt.Key.Key_J, _SHIFT): self.join,
            (Qt.Key.Key_B, _SHIFT): self.split,
            (Qt.Key.Key_Delete, _NONE): self.remove,
            (Qt.Key.Key_Backspace, _NONE): self.remove,
            (Qt.Key.Key_Escape, _NONE): lambda: self.nodes.select(()),
        }
        return commands.get((key, held))

    # Edits of the selected nodes.

    def make_smooth(self) -> None:
        self._replace(self._edited(made_smooth), tr("make {count} smooth", count=self._count))

    def make_corner(self) -> None:
        self._replace(self._edited(made_corner), tr("make {count} corner", count=self._count))

    @property
    def can_join(self) -> bool:
        """Whether two ends of lines are the selected nodes."""
        return self._editing.lines.joinable(self.nodes.selected) is not None

    def join(self) -> None:
        """Join the two selected ends into one line, or close theirs."""
        self._session.run.pause()
        self._editing.lines.join_nodes(self.nodes.selected)
        self.nodes.select(())

    def split(self) -> None:
        """Cut lines at the selected nodes."""
        self._session.run.pause()
        self._editing.lines.split(self.nodes.selected)
        self.nodes.select(())

    def remove(self) -> None:
        """Delete the selected nodes; a stroke that would keep a single node is deleted."""
        curves: dict[int, Curve | None] = {}
        for index, curve in self.nodes.curves().items():
            nodes = sorted((node for stroke, node in self.nodes.selected if stroke == index), reverse=True)
            if nodes and node_count(curve) - len(nodes) < 2:
                curves[index] = None
            elif nodes:
                for node in nodes:
                    curve = node_removed(curve, node)
                curves[index] = curve
        label = tr("delete {count}", count=self._count)
        self.nodes.select(())
        self._replace(curves, label)

    def _nudge(self, across: int, down: int, distance: int) -> None:
        def nudged(curve: Curve, node: int) -> Curve:
            x, y = curve.points[3 * node]
            return node_moved(curve, node, (x + distance * across, y + distance * down))

        step = self._steps.number(self.nodes.selected)
        self._replace(self._edited(nudged), tr("move {count}", count=self._count), step=step)

    def _edited(self, edit: Callable[[Curve, int], Curve]) -> dict[int, Curve | None]:
        """Return the curves with all selected nodes edited, by index."""
        edited: dict[int, Curve | None] = {}
        for index, curve in self.nodes.curves().items():
            for stroke, node in self.nodes.selected:
                if stroke == index:
                    curve = edit(curve, node)
                    edited[index] = curve
        return edited

    def _replace(self, curves: dict[int, Curve | None], label: str, *, step: int | None = None) -> None:
        """Replace curves by index as one undoable step; None deletes the stroke."""
        self._session.run.pause()
        strokes = self._session.sheet.hit_test.strokes
        replacements = {
            index: () if curve is None else replace(strokes[index], curve=curve)
            for index, curve in curves.items()
            if curve is None or curve != strokes[index].curve
        }
        if step is None:
            self._editing.replace_strokes(replacements, label)
        else:
            self._editing.replace_strokes(replacements, label, step=step)

    @property
    def _count(self) -> str:
        count = len(self.nodes.selected)
        return tr("1 node") if count == 1 else tr("{count} nodes", count=count)

    # Painting.

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        theme = self._canvas.theme
        line = QColor(theme.mark)
        self._widths.paint(painter, view)
        for _, handle, node in self.nodes.handles():
            tip, root = (view.to_canvas(QPointF(*point)) for point in (handle, node))
            painter.setPen(QPen(line, 1))
            painter.drawLine(root, tip)
            paint_handle(painter, tip, theme, round_=True, side=_HANDLE)
        curves, selected = self.nodes.curves(), self.nodes.selected
        for (index, number), point in self.nodes.points():
            smooth = is_smooth(curves[index], number)
            at = view.to_canvas(QPointF(*point))
            paint_handle(painter, at, theme, round_=smooth, selected=(index, number) in selected, side=_NODE)
