"""The mask brush: paints the part of the photo that is drawn; Alt erases."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from taureau.session.edit.mask_painting import MaskPainting
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.wording import tr_noop

SIZE_RANGE = (0.5, 40.0)  # %
DEFAULT_SIZE = 6.0  # %
_STEP = 1.25  # size factor of one press of a bracket
_SIGN = 4.0  # px, half the length of the plus and the minus sign
ON_ANYTHING = (QPen(QColor(0, 0, 0, 150), 3.0), QPen(QColor(255, 255, 255), 1.25))  # for lines over a photo


def normalised(at: Pointer, canvas: Canvas) -> tuple[float, float]:
    """Return a position as shares of the sheet's width and height."""
    sheet = canvas.viewport.sheet
    return at.on_sheet.x() / sheet.width(), at.on_sheet.y() / sheet.height()


def paint_sign(painter: QPainter, middle: QPointF, *, adds: bool) -> None:
    """Paint a plus or a minus sign."""
    for pen in ON_ANYTHING:
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(_SIGN, 0), middle + QPointF(_SIGN, 0))
        if adds:
            painter.drawLine(middle - QPointF(0, _SIGN), middle + QPointF(0, _SIGN))


class Brush(QObject):
    """The settings of the tools that make the mask."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.size = DEFAULT_SIZE  # diameter, % of the photo's longer side
        self.adds = True

    def set_size(self, size: float) -> None:
        size = min(SIZE_RANGE[1], max(SIZE_RANGE[0], size))
        if size != self.size:
            self.size = size
            self.changed.emit()

    def set_adds(self, adds: bool) -> None:
        if adds != self.adds:
            self.adds = adds
            self.changed.emit()


class MaskBrush(Tool):
    name = tr_noop("Mask brush")
    hint = tr_noop("Paint what is to be drawn.")
    more = tr_noop("Alt erases, [ and ] change the size.")

    def __init__(self, canvas: Canvas, painting: MaskPainting, brush: Brush) -> None:
        self._canvas, self._painting, self._brush = canvas, painting, brush
        self._at: Pointer | None = None
        self._adding: bool | None = None  # the mode of the gesture in progress

    def cursor(self, at: Pointer | None) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def press(self, at: Pointer) -> Gesture:
        self._at = at
        return PaintMask(self, at)

    def hover(self, at: Pointer | None) -> None:
        self._at = at
        self._canvas.update()

    def overrides(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight)

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt:
            self._canvas.update()
        if not self.overrides(event):
            return False
        larger = event.key() == Qt.Key.Key_BracketRight
        self._brush.set_size(self._brush.size * (_STEP if larger else 1 / _STEP))
        return True

    def deactivate(self) -> None:
        self._at = None

    def adds(self, at: Pointer) -> bool:
        """Return whether painting adds to the mask; Alt inverts the mode, which stays the same during a gesture."""
        return self._brush.adds is not at.alt if self._adding is None else self._adding

    def begin(self, at: Pointer) -> None:
        self._adding = self.adds(at)
        self.paint_segment(at, at)

    def paint_segment(self, start: Pointer, end: Pointer) -> None:
        self._at = end
        radius = self._brush.size / 200
        self._painting.dab(self._normalised(start), self._normalised(end), radius, adds=self.adds(end))

    def commit(self) -> None:
        self._painting.commit(tr("paint the mask") if self._adding else tr("take from the mask"))
        self._adding = None

    def cancel(self) -> None:
        self._painting.give_up()
        self._adding = None

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Paint the brush's outline with a plus or minus sign in it."""
        if self._at is None:
            return
        sheet = self._canvas.viewport.sheet
        radius = self._brush.size / 200 * max(sheet.width(), sheet.height()) * view.scale
        middle = self._at.on_canvas
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in ON_ANYTHING:
            painter.setPen(pen)
            painter.drawEllipse(middle, radius, radius)
        paint_sign(painter, middle, adds=self.adds(self._at))

    def _normalised(self, at: Pointer) -> tuple[float, float]:
        return normalised(at, self._canvas)


class PaintMask(Gesture):
    """One brush stroke, shown at once and one undo step on release."""

    def __init__(self, tool: MaskBrush, at: Pointer) -> None:
        self._tool, self._last = tool, at
        tool.begin(at)

    def move(self, at: Pointer) -> None:
        self._tool.paint_segment(self._last, at)
        self._last = at

    def release(self, at: Pointer) -> None:
        self._tool.commit()

    def cancel(self) -> None:
        self._tool.cancel()
