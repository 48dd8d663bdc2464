"""The mask tool that is clicked: adds what is under the mouse to what is drawn; Alt takes it away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from taureau.session import MaskClicking
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.mask_brush import Brush, normalised, paint_sign
from taureau.wording import tr_noop

_BESIDE = QPointF(12, 12)  # px from the mouse to the sign


class MaskClick(Tool):
    name = tr_noop("Mask by click")
    hint = tr_noop("Click what is to be drawn.")
    more = tr_noop("Alt takes away what is under the mouse.")

    def __init__(self, canvas: Canvas, clicking: MaskClicking, brush: Brush) -> None:
        self._canvas, self._clicking, self._brush = canvas, clicking, brush
        self._at: Pointer | None = None

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def press(self, at: Pointer) -> Gesture:
        self._at = at
        return ClickMask(self, at)

    def hover(self, at: Pointer | None) -> None:
        self._at = at
        self._canvas.update()

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt:
            self._canvas.update()
        return False

    def deactivate(self) -> None:
        self._at = None

    def click(self, at: Pointer) -> None:
        self._clicking.click(normalised(at, self._canvas), adds=self._adds(at))

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Paint a plus or minus sign beside the mouse."""
        if self._at is not None:
            paint_sign(painter, self._at.on_canvas + _BESIDE, adds=self._adds(self._at))

    def _adds(self, at: Pointer) -> bool:
        return self._brush.adds is not at.alt


class ClickMask(Gesture):
    """One click; a drag is none."""

    def __init__(self, tool: MaskClick, at: Pointer) -> None:
        self._tool, self._start = tool, at

    def release(self, at: Pointer) -> None:
        if not at.is_drag_from(self._start):
            self._tool.click(at)
