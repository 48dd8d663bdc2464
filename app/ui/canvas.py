"""The sheet: the photo underneath, the strokes on top, zoomed and moved by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.document import Drawing
from app.session import Marked
from app.ui.ink import Ink
from app.ui.marking import paint_becoming, paint_halos, paint_locks
from app.ui.paper import paint_paper
from app.ui.theme import GRID, LIGHT, Theme
from app.ui.view import View

WHEEL_STEP = 1.2  # zoom of one notch
_FRAME = 16  # ms between two frames while a stroke is drawn in
_NUDGE = 48.0  # px that an arrow key moves the sheet
_REACH = 6.0  # px around the cursor within which a click finds a stroke
_MARGIN = 4.0 * GRID  # px around a fitted sheet


class Canvas(QWidget):
    """Shows what it is given and says where it is clicked; it changes nothing but its own view."""

    view_changed = Signal()
    clicked = Signal(QPointF, float, bool)  # point of the sheet, reach in its px, whether Shift was held

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Sheet")
        self.setAccessibleDescription("The photo and the strokes drawn over it")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setMinimumSize(200, 200)
        self.draw_in = True
        self._theme: Theme = LIGHT
        self._sheet = QSizeF()
        self._photos: list[QImage] = []  # the photo, its half, its quarter …
        self._photo_opacity = 1.0
        self._ink = Ink()
        self._view = View()
        self._fitted = True
        self._backdrop: QPixmap | None = None  # everything below the strokes, as long as it stays the same
        self._marked = Marked()
        self._grip: QPoint | None = None  # where the hand holds the sheet
        self._pressed: QPoint | None = None  # where the button went down, as long as it may become a click
        self._focus_ring = False
        self._inviting = False
        self._caption = ""
        self._foot = 0.0  # px that are covered at the foot of the window
        self._frames = QTimer(self, interval=_FRAME)
        self._frames.timeout.connect(self._next_frame)

    # What is shown.

    @property
    def view(self) -> View:
        return self._view

    def set_view(self, view: View, *, fitted: bool = False) -> None:
        self._view, self._fitted = view, fitted
        self._redraw()
        self.view_changed.emit()

    def set_sheet(self, size: QSizeF) -> None:
        """The document's size in px; a new size is fitted into the window."""
        if size != self._sheet:
            self._sheet = size
            self.fit()

    def set_photo(self, image: QImage | None) -> None:
        self._photos = _halvings(image) if image else []
        self._redraw()

    def set_photo_opacity(self, opacity: float) -> None:
        self._photo_opacity = opacity
        self._redraw()

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool = False) -> None:
        """With `draw_in`, and unless motion is switched off, new strokes appear along their length."""
        self._ink.set_drawing(drawing, draw_in=draw_in and self.draw_in)
        if self._ink.moving:
            self._frames.start()
        self.update()

    def set_marked(self, marked: Marked) -> None:
        """Which strokes are selected or frozen, and which would go."""
        self._marked = marked
        self.update()

    def set_caption(self, text: str) -> None:
        """A few words at the foot of the window on what is shown; none where there is nothing to say."""
        self._caption = text
        self.update()

    def set_foot(self, height: float) -> None:
        """Keep a fitted sheet clear of so many px at the foot of the window, where something lies."""
        if height != self._foot:
            self._foot = height
            if self._fitted:
                self.fit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._redraw()

    def set_inviting(self, inviting: bool) -> None:
        """Show that a picture held over the window may be dropped."""
        self._inviting = inviting
        self.update()

    # Looking closer and from afar.

    def fit(self) -> None:
        if not self._sheet.isEmpty():
            area = QSizeF(self.width(), self.height() - self._foot)
            self.set_view(View.fit(self._sheet, area, _MARGIN), fitted=True)

    def actual_size(self) -> None:
        if not self._sheet.isEmpty():
            self.set_view(View.actual_size(self._sheet, QSizeF(self.size())))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the window, its middle by default."""
        self.set_view(self._view.zoomed(factor, QRectF(self.rect()).center() if at is None else at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(WHEEL_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip = event.position().toPoint()
            self._pressed = self._grip if event.button() is Qt.MouseButton.LeftButton else None
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        here = event.position().toPoint()
        if self._pressed is not None:  # a click's small tremble must not move the sheet
            if (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._pressed = None
        self.set_view(self._view.moved(QPointF(here - self._grip)))
        self._grip = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.clicked.emit(self._view.to_sheet(event.position()), _REACH / self._view.scale, extend)
        self._grip = self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: QPointF(_NUDGE, 0),
            Qt.Key.Key_Right: QPointF(-_NUDGE, 0),
            Qt.Key.Key_Up: QPointF(0, _NUDGE),
            Qt.Key.Key_Down: QPointF(0, -_NUDGE),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_view(self._view.moved(step))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_ring = False
        self.update()

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._backdrop = None
        if self._fitted:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        backdrop = self._backdrop
        if backdrop is None or backdrop.devicePixelRatio() != self.devicePixelRatioF():
            backdrop = self._backdrop = self._paint_backdrop()
        painter.drawPixmap(0, 0, backdrop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._view.sheet_rect(self._sheet))
        painter.translate(self._view.x, self._view.y)
        painter.scale(self._view.scale, self._view.scale)
        paint_halos(painter, self._ink.lines, self._marked, self._theme, self._view.scale)
        self._ink.paint(painter, self._marked.leaving, QColor(self._theme.mark))
        paint_becoming(painter, self._marked, self._theme)
        painter.resetTransform()
        painter.setClipping(False)
        paint_locks(painter, self._ink.lines, self._marked, self._theme, self._view)
        if self._caption:
            self._paint_caption(painter)
        if self._focus_ring or self._inviting:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_caption(self, painter: QPainter) -> None:
        size = self.fontMetrics().size(0, self._caption)
        pill = QRectF(0, 0, size.width() + 3 * GRID, size.height() + GRID)
        pill.moveCenter(QPointF(round(self.width() / 2), self.height() - _MARGIN / 2 - pill.height() / 2))
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._caption)

    def _paint_backdrop(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        backdrop = QPixmap(self.size() * ratio)
        backdrop.setDevicePixelRatio(ratio)
        backdrop.fill(QColor(self._theme.desk))
        if self._sheet.isEmpty():
            return backdrop
        painter = QPainter(backdrop)
        sheet = self._view.sheet_rect(self._sheet)
        paint_paper(painter, sheet, self._theme)
        if self._photos and self._photo_opacity > 0:
            wanted = sheet.width() * ratio
            image = next((half for half in reversed(self._photos) if half.width() >= wanted), self._photos[0])
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(self._photo_opacity)
            painter.setClipRect(self.rect())
            painter.drawImage(sheet, image)
        painter.end()
        return backdrop

    def _redraw(self) -> None:
        self._backdrop = None
        self.update()

    def _next_frame(self) -> None:
        if not self._ink.moving:
            self._frames.stop()
        self.update()


def _halvings(image: QImage) -> list[QImage]:
    """The image and its halves, so that it is never shrunk by more than half while painting, which would shimmer."""
    halves = [image.convertToFormat(QImage.Format.Format_RGB32)]
    while halves[-1].width() > 256 and halves[-1].height() > 2:
        last = halves[-1]
        halves.append(
            last.scaled(
                last.width() // 2,
                last.height() // 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return halves
