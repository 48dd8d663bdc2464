"""Node: the points that strokes run through, and the handles that bend them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from taureau.geometry import Curve, Points
from taureau.geometry.distance import nearest
from taureau.geometry.nodes import (
    is_closed,
    is_smooth,
    made_corner,
    made_smooth,
    node_added,
    node_count,
    node_moved,
    node_removed,
)
from taureau.session import Editing, OneStep, Session
from taureau.ui.canvas.tool import ARROWS, FAR, Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import View
from taureau.ui.tools.marquee import NodeMarquee
from taureau.ui.tools.overlay import paint_grip
from taureau.ui.tools.shaping import DragHandle, DragNodes, PullSegment, Shaping, Spot

if TYPE_CHECKING:
    from taureau.ui.canvas.canvas import Canvas

_REACH = 8.0  # px of the canvas around a node or handle within which it is hit
_NODE, _HANDLE = 8.0, 7.0  # px, their sides
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Node(Tool):
    name = "Node"
    hint = "Drag nodes or lines."
    more = "Click a stroke first; handles bend it, double-click adds a node or rounds one."

    def __init__(self, canvas: Canvas, session: Session, editing: Editing) -> None:
        self._canvas, self._session, self._editing = canvas, session, editing
        self._chosen: frozenset[Spot] = frozenset()
        self._steps = OneStep()
        self.when_chosen: Callable[[], None] = lambda: None  # told whenever other nodes are chosen

    @property
    def chosen(self) -> frozenset[Spot]:
        """The nodes that are chosen, of strokes that are selected."""
        curves = self._curves()
        return frozenset(spot for spot in self._chosen if spot[0] in curves and spot[1] < node_count(curves[spot[0]]))

    def choose(self, spots: frozenset[Spot]) -> None:
        self._chosen = spots
        self.when_chosen()
        self._canvas.update()

    # The mouse.

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        if at is None:
            return Qt.CursorShape.ArrowCursor
        if self._handle_at(at) is not None or self._node_at(at) is not None:
            return Qt.CursorShape.SizeAllCursor
        found = self._session.reachable.at(at.sheet.x(), at.sheet.y(), at.reach)
        return Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor

    def press(self, at: Pointer) -> Gesture:
        canvas, session, editing = self._canvas, self._session, self._editing
        node, handle = self._node_at(at), self._handle_at(at)
        if node is not None:
            self._press_node(node, at)
            return DragNodes(canvas, session, editing, self.chosen, at)
        if handle is not None:
            return DragHandle(canvas, session, editing, *handle, at)
        place = session.reachable.at(at.sheet.x(), at.sheet.y(), at.reach)
        if place is not None and not at.shift and place not in session.marked.selected:
            session.select_places((place,))
            self.choose(frozenset())
        if place is not None:
            t, _ = nearest(session.reachable.strokes[place].curve, (at.sheet.x(), at.sheet.y()))
            return PullSegment(canvas, session, editing, place, t, at)
        return NodeMarquee(canvas, session, at, self)

    def double_click(self, at: Pointer) -> None:
        """On a node: smooth becomes corner, and back. On the line: one more node."""
        node = self._node_at(at)
        if node is not None:
            self._press_node(node, at)
            self._reshape("corner" if is_smooth(self._curves()[node[0]], node[1]) else "smooth")
            return
        for place in reversed(self._session.reachable.near(at.sheet.x(), at.sheet.y(), at.reach)):
            if place in self._session.marked.selected:
                curve = self._session.reachable.strokes[place].curve
                t, _ = nearest(curve, (at.sheet.x(), at.sheet.y()))
                more = node_added(curve, t)
                if more is not curve:
                    self._replace({place: more}, "add a node")
                    self.choose(frozenset({(place, int(t) + 1)}))
                return

    def _press_node(self, node: Spot, at: Pointer) -> None:
        """Choose it, with Shift beside the others; one of several that are chosen keeps them."""
        if at.shift:
            self.choose(self.chosen ^ {node} or frozenset({node}))
        elif node not in self.chosen:
            self.choose(frozenset({node}))

    # The keys.

    def wants(self, event: QKeyEvent) -> bool:
        return self._verb(event) is not None

    def key(self, event: QKeyEvent) -> bool:
        verb = self._verb(event)
        if verb is not None:
            verb()
        return verb is not None

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does to the nodes; None where it does nothing to them."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_A and held == _CTRL and self._curves():
            return self._choose_all
        if not self.chosen:
            return None
        if key in ARROWS and held in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            return lambda: self._nudge(*ARROWS[key], FAR if held == _SHIFT else 1)
        verbs: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_S, _SHIFT): self.make_smooth,
            (Qt.Key.Key_C, _SHIFT): self.make_corner,
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): self.remove,
            (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier): self.remove,
            (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): lambda: self.choose(frozenset()),
        }
        return verbs.get((key, held))

    def _choose_all(self) -> None:
        self.choose(frozenset(spot for spot, _ in self.nodes()))

    def _nudge(self, across: int, down: int, far: int) -> None:
        def nudged(curve: Curve, node: int) -> Curve:
            x, y = curve.points[3 * node]
            return node_moved(curve, node, (x + far * across, y + far * down))

        self._replace(self._each(nudged), self._counted("move"), step=self._steps.number(self.chosen))

    def _reshape(self, to: str) -> None:
        self._replace(self._each(made_smooth if to == "smooth" else made_corner), self._counted(f"make {to}"))

    def make_smooth(self) -> None:
        self._reshape("smooth")

    def make_corner(self) -> None:
        self._reshape("corner")

    def remove(self) -> None:
        """Take the chosen nodes away; a stroke that would keep none but one goes."""
        becomes: dict[int, Curve | None] = {}
        for place, curve in self._curves().items():
            nodes = sorted((node for other, node in self.chosen if other == place), reverse=True)
            if nodes and node_count(curve) - len(nodes) < 2:
                becomes[place] = None
            elif nodes:
                for node in nodes:
                    curve = node_removed(curve, node)
                becomes[place] = curve
        label = self._counted("delete")
        self.choose(frozenset())
        self._replace(becomes, label)

    def _each(self, change: Callable[[Curve, int], Curve]) -> dict[int, Curve | None]:
        """The curves with all chosen nodes changed."""
        changed: dict[int, Curve | None] = {}
        for place, curve in self._curves().items():
            for other, node in self.chosen:
                if other == place:
                    curve = change(curve, node)
                    changed[place] = curve
        return changed

    def _replace(self, curves: dict[int, Curve | None], label: str, *, step: int | None = None) -> None:
        self._session.hold_still()
        strokes = self._session.reachable.strokes
        becomes = {
            place: () if curve is None else replace(strokes[place], curve=curve)
            for place, curve in curves.items()
            if curve is None or curve != strokes[place].curve
        }
        if step is None:
            self._editing.replace_strokes(becomes, label)
        else:
            self._editing.replace_strokes(becomes, label, step=step)

    def _counted(self, verb: str) -> str:
        count = len(self.chosen)
        what, *rest = verb.split(" ")
        words = [what, "1 node" if count == 1 else f"{count} nodes", *rest]
        return " ".join(words)

    # Where the nodes are.

    def _curves(self) -> dict[int, Curve]:
        """Of the selected strokes, by place; as they are previewed while one is dragged."""
        reachable, selected = self._session.reachable.strokes, self._session.marked.selected
        curves = {place: reachable[place].curve for place in sorted(selected) if place in reachable}
        gesture = self._canvas.gesture
        return curves | gesture.curves if isinstance(gesture, Shaping) and gesture.holds else curves

    def _handles(self) -> Iterator[tuple[int, int, Curve, int]]:
        """The handles that are shown: place, index, curve, and the control point that is its node.

        Of a single stroke all, of several those of chosen nodes.
        """
        curves, chosen = self._curves(), self.chosen
        for place, curve in curves.items():
            for index in range(1, len(curve.points) - 1):
                node = round(index / 3)
                if is_closed(curve):
                    node %= curve.segment_count
                if index % 3 and (len(curves) == 1 or (place, node) in chosen):
                    yield place, index, curve, 3 * node

    def _handle_at(self, at: Pointer) -> Spot | None:
        """The place of a stroke, and the index of its handle at the mouse."""
        return self._nearest(at, (((place, index), curve.points[index]) for place, index, curve, _ in self._handles()))

    def _node_at(self, at: Pointer) -> Spot | None:
        return self._nearest(at, self.nodes())

    def nodes(self) -> Iterator[tuple[Spot, Points]]:
        """The nodes of the selected strokes with their points [2]."""
        for place, curve in self._curves().items():
            for node in range(node_count(curve)):
                yield (place, node), curve.points[3 * node]

    def _nearest(self, at: Pointer, spots: Iterator[tuple[Spot, Points]]) -> Spot | None:
        found: tuple[float, Spot] | None = None
        for spot, point in spots:
            gap = (self._canvas.view.to_window(QPointF(*point)) - at.window).manhattanLength()
            if gap <= _REACH and (found is None or gap < found[0]):
                found = gap, spot
        return found[1] if found else None

    # What is seen of them.

    def paint(self, painter: QPainter, view: View) -> None:
        theme = self._canvas.theme
        line = QColor(theme.mark)
        for _, index, curve, node in self._handles():
            tip, root = (view.to_window(QPointF(*curve.points[one])) for one in (index, node))
            painter.setPen(QPen(line, 1))
            painter.drawLine(root, tip)
            paint_grip(painter, tip, theme, round_=True, side=_HANDLE)
        curves, chosen = self._curves(), self.chosen
        for (place, node), point in self.nodes():
            smooth = is_smooth(curves[place], node)
            at = view.to_window(QPointF(*point))
            paint_grip(painter, at, theme, round_=smooth, chosen=(place, node) in chosen, side=_NODE)
