"""The canvas: the sheet with the photo underneath, the strokes on top, and the tools' marks above them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from taureau.document import AS_DRAWN, Drawing
from taureau.session import Marked
from taureau.session.language import tr
from taureau.ui.canvas.backdrop import Backdrop
from taureau.ui.canvas.film import Surface
from taureau.ui.canvas.hand import HandTool
from taureau.ui.canvas.highlights import paint_locks, paint_proposed
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.input import CanvasInput
from taureau.ui.canvas.layers import BackdropLayer, HaloLayer, InkLayer, clip_to_sheet, paint_beside, to_document
from taureau.ui.canvas.touch import Touch
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.canvas.viewport import MARGIN, WHEEL_STEP, Viewport
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

Level = Literal["below the ink", "above the ink"]
Paint = Callable[[QPainter, ViewTransform], None]  # in canvas px, antialiased
_TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_BRIEF_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # the focus comes back
_FULL = 150  # lines times device pixels per px, beyond which films are stretched while zooming
_ZOOM_ENDS = 120  # ms without a zoom, after which the films are rendered exactly again
_FRAME = 16  # ms between two frames of the animation of new strokes


class Canvas(QWidget):
    """Paints a drawing; `viewport` is what is shown of it, `input` dispatches mouse and keys to the active tool."""

    menu_requested = Signal(QPoint, bool)  # at a point of the canvas; whether by a key
    panels_requested = Signal()  # Tab, unless the focus came here by Tab

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Sheet"))
        self.setAccessibleDescription(tr("The photo and the strokes drawn over it"))
        self.setMinimumSize(200, 200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.draw_in = True  # new strokes may be animated
        self.touch_draws = False  # a finger does what the mouse does
        self.ink_style = AS_DRAWN  # of the drawing shown
        self.backdrop = Backdrop()
        self._backdrop_layer = BackdropLayer(self.backdrop)
        self._halos = HaloLayer()
        self._strokes = InkLayer()
        self._painters: dict[Level, list[Paint]] = {"below the ink": [], "above the ink": []}
        self._theme: Theme = LIGHT
        self._marked = Marked()
        self._focus_ring = False
        self._inviting = False
        self._caption = ""
        self._zooming = QTimer(self, interval=_ZOOM_ENDS, singleShot=True)
        self._zooming.timeout.connect(self.update)
        self._animation = QTimer(self, interval=_FRAME)
        self._animation.timeout.connect(self._next_frame)
        self.viewport = Viewport(self)
        self.viewport.resize(QSizeF(self.size()))
        self.viewport.changed.connect(self._view_changed)
        self.viewport.sheet_changed.connect(self._clear_films)
        self._scale = self.viewport.view.scale
        self.input = CanvasInput(self, self.viewport)
        self.input.set_tool(HandTool(self.viewport))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._touch = Touch(self.viewport, self.input, lambda: self.touch_draws)

    # Content.

    @property
    def view(self) -> ViewTransform:
        """The transform from document px to canvas px."""
        return self.viewport.view

    def set_photo(self, image: QImage | None) -> None:
        self.backdrop.set_photo(image)
        self._clear_films()

    def set_photo_opacity(self, opacity: float) -> None:
        self.backdrop.photo_opacity = opacity
        self._clear_films()

    def set_least_photo_opacity(self, opacity: float) -> None:
        """Show the photo at least so strongly, 0 … 1, whatever opacity is set."""
        if opacity != self.backdrop.least_opacity:
            self.backdrop.least_opacity = opacity
            self._clear_films()

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool = False) -> None:
        """With `draw_in`, and unless motion is switched off, new strokes appear along their length."""
        self._strokes.set_drawing(drawing, draw_in=draw_in and self.draw_in)
        if self._strokes.ink.animating:
            self._animation.start()
        self.update()

    def replay(self, shares: Mapping[str, float] | None) -> None:
        """Show a share, 0 … 1, of each stroke, by its id; None shows the drawing again."""
        self._strokes.ink.replay(shares)
        self.update()

    def lines(self, indices: Collection[int]) -> list[Line]:
        """Return the lines of the visible strokes with these indices."""
        return [line for line in self._strokes.ink.visible if line.index in indices]

    def preview(self, lines: Mapping[int, Sequence[Line]]) -> None:
        """Show other lines, or none, in place of the strokes with these indices, until the next drawing is set."""
        self._strokes.replace(lines)
        self.update()

    def preview_transformed(self, indices: Collection[int], transform: QTransform, width_factor: float) -> None:
        """Show the strokes with these indices under a map of the sheet, their widths multiplied."""
        self._strokes.transform(self.lines(indices), transform, width_factor)
        self.update()

    @property
    def marked(self) -> Marked:
        """The strokes that are shown as selected, frozen or proposed for removal."""
        return self._marked

    def set_marked(self, marked: Marked) -> None:
        self._strokes.set_faded(marked.leaving)
        self._marked = marked
        self.update()

    def set_caption(self, text: str) -> None:
        """Show a few words at the bottom of the canvas; an empty text hides them."""
        self._caption = text
        self.update()

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = self.backdrop.theme = theme
            self._clear_films()

    def set_inviting(self, inviting: bool) -> None:
        """Show that what is dragged over the window can be dropped."""
        self._inviting = inviting
        self.update()

    def add_painter(self, level: Level, paint: Paint) -> None:
        """Call `paint` at each repaint, between photo and strokes or above both."""
        self._painters[level].append(paint)
        self.update()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        viewport, ink = self.viewport, self._strokes.ink
        zooming = self._zooming.isActive()
        on = Surface(self.size(), self.devicePixelRatioF(), viewport.sheet, viewport.view, zooming)
        painter = QPainter(self)
        self._backdrop_layer.paint(painter, on)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._call_painters(painter, "below the ink")
        selected = [line for line in ink.lines if line.index in self._marked.selected]
        self._halos.paint(painter, on, selected, self._theme)
        self._strokes.paint(painter, on, QColor(self._theme.mark), QColor(self._theme.faint))
        painter.save()
        clip_to_sheet(painter, on)
        to_document(painter, on.view)
        paint_proposed(painter, self._marked, self._theme)
        painter.restore()
        paint_locks(painter, ink.lines, self._marked, self._theme, on.view)
        self._call_painters(painter, "above the ink")
        self.input.tool.paint(painter, on.view)
        if self.input.gesture is not None:
            self.input.gesture.paint(painter, on.view)
        if self._caption:
            self._paint_caption(painter)
        if self._focus_ring or self._inviting:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def paint_lines(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Paint lines as those of the drawing are painted, on the sheet and beside it."""
        lines, sheet = list(lines), self.view.sheet_rect(self.viewport.sheet)
        paint_beside(painter, self.view, sheet, lines, QColor(self._theme.faint))
        painter.save()
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        to_document(painter, self.view)
        for line in lines:
            painter.setOpacity(line.opacity)
            line.paint(painter)
        painter.restore()

    def _call_painters(self, painter: QPainter, level: Level) -> None:
        for paint in self._painters[level]:
            painter.save()
            paint(painter, self.view)
            painter.restore()

    def _paint_caption(self, painter: QPainter) -> None:
        size = self.fontMetrics().size(0, self._caption)
        pill = QRectF(0, 0, size.width() + 3 * GRID, size.height() + GRID)
        pill.moveCenter(QPointF(round(self.width() / 2), self.height() - MARGIN / 2 - pill.height() / 2))
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._caption)

    def _clear_films(self) -> None:
        """Render everything again: the backdrop, the theme or the edge of the sheet changed."""
        for layer in (self._backdrop_layer, self._halos, self._strokes):
            layer.clear()
        self.update()

    def _view_changed(self) -> None:
        scale, before = self.view.scale, self._scale
        self._scale = scale
        if scale != before and len(self._strokes.ink.lines) * self.devicePixelRatioF() > _FULL:
            self._zooming.start()
        self.update()

    def _next_frame(self) -> None:
        if not self._strokes.ink.animating:
            self._animation.stop()
        self.update()

    # Events, passed on to the viewport and the input.

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.input.overrides_shortcut(event):
                event.accept()
                return True
        elif isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.viewport.zoom(1 + event.value(), event.position())
            return True
        elif isinstance(event, QTouchEvent) and self._touch.handle(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.viewport.resize(QSizeF(self.size()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pad = event.device().type() is QInputDevice.DeviceType.TouchPad
        if pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.viewport.pan(QPointF(event.pixelDelta() if event.hasPixelDelta() else event.angleDelta() / 8))
        else:
            self.viewport.zoom(WHEEL_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.input.mouse_press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.input.mouse_double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.input.mouse_move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.input.mouse_release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.input.gesture is None:
            self.menu_requested.emit(event.pos(), event.reason() is QContextMenuEvent.Reason.Keyboard)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with the pressure of a tablet's pen; while it hovers it is a mouse."""
        match event.type():
            case QEvent.Type.TabletPress:
                self.input.mouse_press(event)
            case QEvent.Type.TabletMove if self.input.gesture is not None:
                self.input.mouse_move(event)
            case QEvent.Type.TabletRelease:
                self.input.mouse_release(event)
            case _:
                event.ignore()
                return
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.input.mouse_enter(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self.input.mouse_leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.input.key_press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.input.key_release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _BRIEF_REASONS:
            self._focus_ring = event.reason() in _TAB_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.input.focus_out()
        if event.reason() not in _BRIEF_REASONS:
            self._focus_ring = False
        self.update()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab asks for the panels to be hidden or shown; with the focus ring it moves the focus on as usual."""
        if not following or self._focus_ring:
            return super().focusNextPrevChild(following)
        self.panels_requested.emit()
        return True
