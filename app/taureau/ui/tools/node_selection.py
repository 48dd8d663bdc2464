"""The nodes and handles of the selected strokes, and which of the nodes are selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QPointF, Signal

from taureau.geometry import Curve, Points
from taureau.geometry.nodes import is_closed, node_count
from taureau.session import Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Pointer
from taureau.ui.tools.reshape_gestures import ReshapeGesture

_HIT_RADIUS = 8.0  # px of the canvas around a node or handle
NodeId = tuple[int, int]  # index of the stroke, index of its node
HandleId = tuple[int, int]  # index of the stroke, index of the control point


class NodeSelection(QObject):
    """Curves are those of the preview while one is dragged."""

    changed = Signal()

    def __init__(self, canvas: Canvas, session: Session) -> None:
        super().__init__(canvas)
        self._canvas, self._session = canvas, session
        self._selected: frozenset[NodeId] = frozenset()

    @property
    def selected(self) -> frozenset[NodeId]:
        """The selected nodes, all of them of selected strokes."""
        curves = self.curves()
        return frozenset(
            (stroke, node) for stroke, node in self._selected if stroke in curves and node < node_count(curves[stroke])
        )

    def select(self, nodes: Iterable[NodeId]) -> None:
        self._selected = frozenset(nodes)
        self.changed.emit()
        self._canvas.update()

    def select_all(self) -> None:
        self.select(node for node, _ in self.points())

    def curves(self) -> dict[int, Curve]:
        """Return the curves of the selected strokes by index."""
        reachable, selected = self._session.sheet.hit_test.strokes, self._session.selection.marked.selected
        curves = {index: reachable[index].curve for index in sorted(selected) if index in reachable}
        gesture = self._canvas.input.gesture
        return curves | gesture.curves if isinstance(gesture, ReshapeGesture) and gesture.valid else curves

    def points(self) -> Iterator[tuple[NodeId, Points]]:
        """Yield the nodes with their points [2], document px."""
        for index, curve in self.curves().items():
            for node in range(node_count(curve)):
                yield (index, node), curve.points[3 * node]

    def handles(self) -> Iterator[tuple[HandleId, Points, Points]]:
        """Yield the handles that are shown, with their points [2] and those of their nodes, document px.

        All handles are shown of a single stroke; of several strokes, those of selected nodes.
        """
        curves, selected = self.curves(), self.selected
        for index, curve in curves.items():
            for control in range(1, len(curve.points) - 1):
                anchor = round(control / 3)
                node = anchor % curve.segment_count if is_closed(curve) else anchor
                if control % 3 and (len(curves) == 1 or (index, node) in selected):
                    yield (index, control), curve.points[control], curve.points[3 * node]

    def node_at(self, at: Pointer) -> NodeId | None:
        return self._nearest(at, self.points())

    def handle_at(self, at: Pointer) -> HandleId | None:
        return self._nearest(at, ((handle, point) for handle, point, _ in self.handles()))

    def _nearest(self, at: Pointer, points: Iterator[tuple[tuple[int, int], Points]]) -> tuple[int, int] | None:
        found: tuple[float, tuple[int, int]] | None = None
        for one, point in points:
            gap = (self._canvas.view.to_canvas(QPointF(*point)) - at.on_canvas).manhattanLength()
            if gap <= _HIT_RADIUS and (found is None or gap < found[0]):
                found = gap, one
        return found[1] if found else None
