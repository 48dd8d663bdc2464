"""Guides and the grid on the canvas, and the gesture that moves a guide."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.document import Guide, length_text
from taureau.geometry.snapping import Axes, Snap
from taureau.session import Editing, Preferences, Session, Snapping
from taureau.session.preferences import GRID_SPACING, SHOW_GRID, SHOW_GUIDES
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.snap_mark import paint_snap
from taureau.ui.canvas.tool import Gesture, Pointer
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.readout import paint_readout

_REACH = 4.0  # px of the canvas around a guide
_FINEST = 6.0  # px of the canvas between two lines of the grid that is shown
_STRONG = 5  # every so many lines one is stronger
_FAINT, _CLEAR = 0.16, 0.34  # opacities of the grid's lines


class GuideOverlay:
    """Paints the grid below the strokes and the guides above them."""

    def __init__(
        self, canvas: Canvas, session: Session, editing: Editing, preferences: Preferences, snapping: Snapping
    ) -> None:
        self.canvas, self.editing, self.preferences, self.snapping = canvas, editing, preferences, snapping
        self._session = session
        canvas.add_painter("below the ink", self._paint_grid)
        canvas.add_painter("above the ink", self._paint_guides)
        for preference in (SHOW_GRID, SHOW_GUIDES):
            preferences.follow(preference, lambda _: canvas.update())
        preferences.follow(GRID_SPACING, lambda _: canvas.update())

    @property
    def guides(self) -> tuple[Guide, ...]:
        """The guides that are shown."""
        drawing = self._session.sheet.shown
        return drawing.guides if drawing is not None and self.preferences.value(SHOW_GUIDES) else ()

    def cursor(self, at: Pointer) -> Qt.CursorShape | None:
        """Return the cursor on a guide."""
        index = self._index_at(at)
        return None if index is None else _cursor(self.guides[index])

    def press(self, at: Pointer) -> DragGuide | None:
        """Begin to move the guide at the mouse."""
        index = self._index_at(at)
        return None if index is None else DragGuide(self, self.guides[index], index)

    def begin(self, *, horizontal: bool) -> DragGuide:
        """Begin to drag a new guide out of a ruler."""
        return DragGuide(self, Guide.across(0.0) if horizontal else Guide.down(0.0), None)

    def _index_at(self, at: Pointer) -> int | None:
        if self._session.sheet.editable is None:
            return None
        reach = _REACH / self.canvas.view.scale
        gaps = [guide.distance(*at.on_sheet.toTuple()) for guide in self.guides]
        index = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return index if index is not None and gaps[index] <= reach else None

    def _paint_grid(self, painter: QPainter, view: ViewTransform) -> None:
        if not self.preferences.value(SHOW_GRID):
            return
        sheet = view.sheet_rect(self.canvas.viewport.sheet)
        area = sheet.intersected(QRectF(self.canvas.rect()))
        step = self.preferences.value(GRID_SPACING)
        while step * view.scale < _FINEST:
            step *= _STRONG
        color = QColor(self.canvas.theme.quiet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for number in _lines(area.left() - view.x, area.right() - view.x, step * view.scale):
            painter.setPen(_grid_pen(color, number))
            x = view.x + number * step * view.scale
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for number in _lines(area.top() - view.y, area.bottom() - view.y, step * view.scale):
            painter.setPen(_grid_pen(color, number))
            y = view.y + number * step * view.scale
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_guides(self, painter: QPainter, view: ViewTransform) -> None:
        gesture = self.canvas.input.gesture
        dragged = gesture.index if isinstance(gesture, DragGuide) else None
        for index, guide in enumerate(self.guides):
            if index != dragged:
                self.paint(painter, view, guide, 1.0)

    def paint(self, painter: QPainter, view: ViewTransform, guide: Guide, width: float) -> None:
        """Paint a guide across the canvas."""
        at, (across, down) = view.to_canvas(QPointF(guide.x, guide.y)), guide.normal
        length = 2.0 * math.hypot(self.canvas.width() + abs(at.x()), self.canvas.height() + abs(at.y()))
        along = QPointF(-down, across) * (length / math.hypot(across, down))
        painter.setPen(QPen(QColor(self.canvas.theme.guide), width))
        painter.drawLine(at - along, at + along)


class DragGuide(Gesture):
    """Moves a guide; dropped outside of the canvas, as on its ruler, it is removed."""

    def __init__(self, overlay: GuideOverlay, guide: Guide, index: int | None) -> None:
        """`index`: None for a new guide."""
        self._overlay, self._guide, self.index = overlay, guide, index
        self._at: Pointer | None = None
        self._snap = Snap()
        self.drag_cursor = _cursor(guide)  # type: ignore[misc]

    def move(self, at: Pointer) -> None:
        self._at = at
        guide, point = self._guide, at.on_sheet.toTuple()
        axes: Axes = "y" if guide.horizontal else "x" if guide.vertical else "points"
        overlay = self._overlay
        self._snap = Snap() if at.alt else overlay.snapping.snap_guide(point, overlay.canvas.view.scale, axes)
        self._guide = guide.moved_to(point[0] + self._snap.shift[0], point[1] + self._snap.shift[1])

    def release(self, at: Pointer) -> None:
        if self._at is None and self.index is not None:
            return
        self.move(at)
        guides = self._overlay.editing.guides
        if self.index is None:
            if not self._is_outside(at):
                guides.add(self._guide)
        elif self._is_outside(at):
            guides.remove(self.index)
        else:
            guides.move(self.index, self._guide)

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        if self._at is None:
            return
        overlay, guide = self._overlay, self._guide
        if self._is_outside(self._at):
            return
        overlay.paint(painter, view, guide, 1.5)
        paint_snap(painter, self._snap, view, QRectF(overlay.canvas.rect()), overlay.canvas.theme)
        text = length_text(guide.y if guide.horizontal else guide.x, overlay.preferences.unit)
        paint_readout(painter, self._at.on_canvas, text, overlay.canvas)

    def _is_outside(self, at: Pointer) -> bool:
        canvas, point = self._overlay.canvas, at.on_canvas
        beside = not self._guide.horizontal and not 0 <= point.x() < canvas.width()
        return beside or (not self._guide.vertical and not 0 <= point.y() < canvas.height())


def _lines(low: float, high: float, step: float) -> range:
    """Return the numbers of the lines between two positions."""
    return range(math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6) + 1)


def _grid_pen(color: QColor, number: int) -> QPen:
    shade = QColor(color)
    shade.setAlphaF(_CLEAR if number % _STRONG == 0 else _FAINT)
    return QPen(shade, 1)


def _cursor(guide: Guide) -> Qt.CursorShape:
    return Qt.CursorShape.SplitVCursor if guide.horizontal else Qt.CursorShape.SplitHCursor
